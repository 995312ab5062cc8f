package pilothouse.direction;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.findings.Finding;
import pilothouse.findings.Finding.Severity;
import pilothouse.findings.Source;
import pilothouse.promises.Owner;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/** Tells what of directions and outcomes somebody should look at. */
final class Watching implements Source {
  /** So long what was found is told again, unless something changes: numbers move slowly. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  /** The last quarter of an outcome's time is near its end. */
  private static final double NEAR = 0.75;

  private final Supplier<Ground> ground;
  private volatile @Nullable Kept kept;

  Watching(Supplier<Ground> ground) {
    this.ground = ground;
  }

  private record Kept(long revision, Instant at, LocalDate day, String tongue, List<Finding> all) {
    boolean holds(long now, Instant when, LocalDate today, String spoken) {
      return revision == now
          && day.equals(today)
          && tongue.equals(spoken)
          && !when.isBefore(at)
          && when.isBefore(at.plus(FRESH));
    }
  }

  @Override
  public List<Finding> found(Instant now) {
    Ground here = ground.get();
    Known known = here.outcomes().known();
    String tongue = Texts.now().tag();
    LocalDate today = here.outcomes().day(now);
    Kept there = kept;
    if (there == null || !there.holds(known.revision(), now, today, tongue)) {
      there = new Kept(known.revision(), now, today, tongue, all(here, known, today));
      kept = there;
    }
    return there.all();
  }

  private static List<Finding> all(Ground here, Known known, LocalDate today) {
    List<Finding> found = new ArrayList<>();
    Standings standings = new Standings(here.outcomes(), here.gauges(), Caller.onlyYou());
    for (Outcome one : known.open()) {
      outcome(found, standings.of(one, known.last(one)), today);
    }
    List<Statement> said = here.statements().current();
    Map<String, LocalDate> next = here.statements().next(said);
    for (Statement one : said) {
      statement(found, here, one, next.getOrDefault(one.id(), one.reviewOn()), today);
    }
    Focus.of(known.open(), here.teams().titles(), today).stream()
        .filter(Focus::isOver)
        .map(team ->
            Finding.of(
                "focus-too-wide",
                Severity.KNOW,
                team.warning(),
                team.team(),
                Where.team(team.team()),
                "/outcomes?scope=team:" + team.team()))
        .forEach(found::add);
    return found;
  }

  private static void outcome(List<Finding> found, Standing row, LocalDate today) {
    Outcome one = row.outcome();
    boolean near = row.elapsed() >= NEAR;
    switch (row.state()) {
      case UNMEASURABLE -> found.add(of(row, "outcome-unmeasurable", Severity.LOOK, 0.5));
      case STALE -> found.add(of(row, "outcome-stale", Severity.LOOK, near ? 0.8 : 0.6));
      case MISSED -> found.add(of(row, "outcome-missed", Severity.LOOK, 0.7));
      case BEHIND -> {
        if (near) {
          found.add(of(row, "outcome-behind", Severity.ACT, one.committed() ? 0.9 : 0.7));
        }
      }
      default -> {}
    }
    boolean half = row.last() != null && one.isShared(today) && !row.missing().isEmpty();
    if (half && row.state() != Standing.State.MISSED && row.state() != Standing.State.REACHED) {
      Map<String, Outcome.Owning> owners = one.owners(today);
      for (String role : row.missing()) {
        found.add(half(one, role, owners.get(role)));
      }
    }
  }

  /** What a team has to confirm is for who leads the team. */
  private static Finding half(Outcome one, String role, Outcome.@Nullable Owning owning) {
    String owner = owning == null ? "" : owning.owner();
    boolean isTeams = owner.startsWith(Owner.TEAM);
    return Finding.of(
            "outcome-half-confirmed",
            Severity.LOOK,
            Texts.say("direction.found.half", one.title(), role),
            one.id() + " " + role,
            isTeams ? Where.team(owner.substring(Owner.TEAM.length())) : one.place(),
            one.address())
        .owed(isTeams ? "" : owner);
  }

  private static Finding of(Standing row, String kind, Severity severity, double risk) {
    Outcome one = row.outcome();
    String says = Texts.say("direction.found.outcome", one.title(), row.says());
    return Finding.of(kind, severity, says, one.id(), one.place(), one.address())
        .weighing(risk)
        .because(
            row.results().stream()
                .filter(result -> isOf(one, result.of()))
                .map(result ->
                    Texts.say(
                        "direction.found.result",
                        result.of().says(),
                        result.baselineSays(),
                        result.nowSays(),
                        result.targetSays()))
                .toList());
  }

  /** Whoever sees the outcome may not see numbers of elsewhere. */
  private static boolean isOf(Outcome one, KeyResult result) {
    return one.place().equals(Where.ORGANISATION)
        || result.gauged().map(gauge -> gauge.where().equals(one.place())).orElse(true);
  }

  private static void statement(
      List<Finding> found, Ground here, Statement one, LocalDate next, LocalDate today) {
    String place = here.places().name(one.place());
    String page = DirectionPages.address(one.place());
    if (!today.isBefore(next)) {
      found.add(
          Finding.of(
                  one.kind().word() + "-review-due",
                  Severity.LOOK,
                  Texts.say(
                      "direction.found.review-due", one.kind().called(), place, Say.day(next)),
                  "",
                  one.place(),
                  page)
              .begun(next.atStartOfDay(here.outcomes().zone()).toInstant()));
    }
    long orphans =
        one.kind() == Statement.Kind.STRATEGY
            ? one.items().stream().filter(item -> item.outcome().isEmpty()).count()
            : 0;
    if (orphans > 0) {
      found.add(
          Finding.of(
              "strategy-unlinked",
              Severity.KNOW,
              Texts.counted("direction.found.orphans", orphans, place),
              "",
              one.place(),
              page));
    }
  }
}
