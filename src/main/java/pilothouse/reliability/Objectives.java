package pilothouse.reliability;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pilothouse.evidence.facts.Services;
import pilothouse.findings.Source;
import pilothouse.journal.Who;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Window;
import pilothouse.storage.Storage;
import pilothouse.views.Gauge;
import pilothouse.views.Gauged;
import pilothouse.views.Gauges;
import pilothouse.views.Stretch;
import pilothouse.web.Route;

/** The door to what users of services may rely on, and to the budgets that follow from it. */
public final class Objectives {
  private final Register register;
  private final Standings standings;
  private final InstantSource clock;
  private final ZoneId zone;

  /**
   * Objectives.
   *
   * @param services what was told of each
   * @param zone in which days begin
   */
  public Objectives(Storage storage, Services services, InstantSource clock, ZoneId zone) {
    this.register = new Register(storage, zone);
    this.standings = new Standings(register, services);
    this.clock = clock;
    this.zone = zone;
  }

  /** Its addresses. */
  public static List<Route> routes(Supplier<Objectives> objectives) {
    List<Route> routes = new ArrayList<>(new ObjectivePages(objectives).routes());
    routes.addAll(new ObjectiveAnswers(objectives).routes());
    return routes;
  }

  /** Budgets that are gone, or going too fast, and objectives of which nothing is heard. */
  public Source source() {
    return new BudgetFindings(this);
  }

  /** Keeps the objectives of a file of OpenSLO, as whoever is at the terminal. */
  public Receipt take(String file, String text) {
    return register.take(file, text, _ -> true, now(), Who.terminal(), "");
  }

  /** The numbers that may be chosen. */
  public Stream<Gauges.Offered> offered() {
    return register
        .objectives()
        .flatMap(one ->
            Stream.of(Readings.shareMetric(one), Readings.leftMetric(one))
                .map(metric -> offered(one, metric)));
  }

  private static Gauges.Offered offered(Objective one, Metric metric) {
    Gauge gauge = new Gauge(metric.id(), one.place().text());
    return new Gauges.Offered(gauge, metric.name(), metric.unit(), metric.better(), "", "");
  }

  /** What one of these numbers shows; empty where it is none of them. */
  public Optional<Gauged> gauge(Gauge gauge, Window window) {
    return read(gauge, Objective::share, one -> share(one, window), window)
        .or(() -> read(gauge, Objective::left, one -> left(one, window), window));
  }

  private Optional<Gauged> read(
      Gauge gauge,
      Function<Objective, String> name,
      Function<Objective, Reading> reads,
      Window window) {
    return register
        .objectives()
        .filter(one -> name.apply(one).equals(gauge.metric()))
        .filter(one -> one.place().text().equals(gauge.scope()))
        .findFirst()
        .map(one -> {
          Reading reading = reads.apply(one);
          String page = sight(one, Stretch.of(window)).receipt(reading);
          return new Gauged(gauge, reading, "", page, standings.numbers(one).newest());
        });
  }

  Reading share(Objective one, Window window) {
    return Readings.share(one, standings.numbers(one), window, now());
  }

  Reading left(Objective one, Window window) {
    return Readings.left(one, standings.numbers(one), window, now());
  }

  static ObjectiveSight sight(Objective one, Stretch stretch) {
    return new ObjectiveSight(one.title(), one.address(), stretch);
  }

  Register register() {
    return register;
  }

  Standings standings() {
    return standings;
  }

  Instant now() {
    return clock.instant();
  }

  ZoneId zone() {
    return zone;
  }
}
