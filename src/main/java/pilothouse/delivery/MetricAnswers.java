package pilothouse.delivery;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Interval;
import pilothouse.metrics.Ledger;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Series;
import pilothouse.views.View;
import pilothouse.views.Views;
import pilothouse.web.Answer;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** One number for programs: of a service, or of a git repository. */
final class MetricAnswers {
  private static final String SYSTEM = "system:";
  private static final String REPOSITORY = "repository:";
  private final Lookouts lookouts;
  private final Gauges gauges;
  private final Views views;
  private final BiFunction<String, View, @Nullable Reading> git;

  MetricAnswers(
      Lookouts lookouts,
      Gauges gauges,
      Views views,
      BiFunction<String, View, @Nullable Reading> git) {
    this.lookouts = lookouts;
    this.gauges = gauges;
    this.views = views;
    this.git = git;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/api/v1/metrics/{id}", this::answer)
            .telling(
                FleetPages.period(
                        Telling.of("One number with its course, limits, signals and ledger")
                            .needs("scope", "system:checkout, or repository:NAME for git metrics")
                            .with("folder", "only this folder of a repository"))
                    .gives(Told.class)));
  }

  /**
   * A number as programs read it.
   *
   * @param value null when it is not known; then {@code unknown} says why
   * @param open how many of the {@code n} facts are open, so count as "at least"
   * @param low the lower end of what chance alone allows with so few facts, or null
   * @param high the upper end, or null
   * @param interval how they were found, or why one of them is null
   * @param receipt the address of the facts in it
   */
  public record Told(
      String metric,
      String scope,
      String definition,
      Instant from,
      Instant to,
      @Nullable Double value,
      @Nullable String unknown,
      String unit,
      long n,
      long open,
      @Nullable Double low,
      @Nullable Double high,
      String interval,
      List<Series.Point> points,
      Series.@Nullable Limits limits,
      List<Series.Signal> signals,
      List<Ledger.LeftOut> ledger,
      String receipt) {}

  private Answer answer(Request request) {
    String id = request.part("id");
    String scope = request.query("scope");
    if (scope == null) {
      throw Refused.bad(
          "Nothing says of what the number is asked for.",
          "Add scope=system:NAME or scope=repository:NAME.");
    }
    if (scope.startsWith(SYSTEM)) {
      return ofSystem(request, id, scope.substring(SYSTEM.length()));
    }
    if (scope.startsWith(REPOSITORY)) {
      return ofRepository(request, id, scope.substring(REPOSITORY.length()));
    }
    throw Refused.bad(
        "“" + scope + "” is not a scope.", "Use scope=system:NAME or scope=repository:NAME.");
  }

  private Answer ofSystem(Request request, String id, String system) {
    Metric metric = Lookouts.metric(id);
    Lookout look = lookouts.fleet(request).at(lookouts.named(system));
    return new Answer.Json(told(look, gauges.bearing(look).read(metric.id())));
  }

  /** A number of a service. */
  static Told told(Lookout look, Reading reading) {
    return told(reading, SYSTEM + look.system(), look.definition().id(), look.receipt(reading));
  }

  private Answer ofRepository(Request request, String id, String repository) {
    View view = views.view(views.sounding(repository), request);
    if (view == null) {
      throw new NotFound(
          "Nothing of this repository has been read yet.", "Its first page shows how far it is.");
    }
    Reading reading = git.apply(id, view);
    if (reading == null) {
      throw new NotFound(
          "There is no metric “" + id + "” of git repositories.",
          "Those of services want scope=system:NAME; /formulas has all.");
    }
    return new Answer.Json(
        told(reading, REPOSITORY + view.scope().repository(), "git", view.receipt(reading)));
  }

  private static Told told(Reading reading, String scope, String definition, String receipt) {
    Series series = reading.series();
    Interval interval = reading.interval();
    return new Told(
        reading.metric().id(),
        scope,
        definition,
        reading.window().from(),
        reading.window().to(),
        reading.value(),
        reading.unknown(),
        Units.of(reading.metric().unit()),
        reading.n(),
        reading.open(),
        interval.low(),
        interval.high(),
        interval.says(),
        series.points(),
        series.limits(),
        series.signals(),
        reading.ledger().entries(),
        receipt);
  }
}
