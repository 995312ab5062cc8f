package pilothouse.allocation;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import pilothouse.evidence.work.Work;
import pilothouse.evidence.work.Works;
import pilothouse.findings.Source;
import pilothouse.storage.Storage;
import pilothouse.views.Scopes;
import pilothouse.web.Route;

/** The door to what teams mean to work on, and what they worked on. */
public final class Allocations {
  private final Works works;
  private final Supplier<Scopes> scopes;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Register register;
  private final Drifting drifting;

  /**
   * Allocations.
   *
   * @param scopes the teams, and what each answers for
   * @param zone in which days begin
   */
  public Allocations(
      Storage storage, Works works, Supplier<Scopes> scopes, InstantSource clock, ZoneId zone) {
    this.works = works;
    this.scopes = scopes;
    this.clock = clock;
    this.zone = zone;
    this.register = new Register(storage, clock);
    this.drifting = new Drifting(this);
  }

  /** Its addresses. */
  public static List<Route> routes(Supplier<Allocations> allocations) {
    List<Route> routes = new ArrayList<>(new AllocationPages(allocations).routes());
    routes.addAll(new AllocationAnswers(allocations).routes());
    return routes;
  }

  /** What drifts beyond its band. */
  public Source source() {
    return drifting;
  }

  Register register() {
    return register;
  }

  Scopes scopes() {
    return scopes.get();
  }

  long version() {
    return works.version();
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  ZoneId zone() {
    return zone;
  }

  /** What the plan's team finished in its days until now, the latest first. */
  List<Work> finished(Plan plan) {
    LocalDate today = today();
    LocalDate day = plan.last().isBefore(today) ? plan.last() : today;
    Set<String> systems = scopes().systems(plan.team(), day);
    Instant from = plan.first().atStartOfDay(zone).toInstant();
    Instant until = day.plusDays(1).atStartOfDay(zone).toInstant();
    return !from.isBefore(until)
        ? List.of()
        : works.finished(from, until).stream()
            .filter(work -> work.systems().stream().anyMatch(systems::contains))
            .toList();
  }

  Balance balance(Plan plan) {
    return Balance.of(plan, finished(plan), register.rules());
  }
}
