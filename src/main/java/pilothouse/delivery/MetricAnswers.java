package pilothouse.delivery;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Interval;
import pilothouse.metrics.Ledger;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Metrics;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Series;
import pilothouse.metrics.delivery.ServiceMetrics;
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
  private final MeasuredAnswers measured;
  private final Views views;
  private final BiFunction<String, View, @Nullable Reading> git;

  MetricAnswers(
      Lookouts lookouts,
      Gauges gauges,
      MeasuredAnswers measured,
      Views views,
      BiFunction<String, View, @Nullable Reading> git) {
    this.lookouts = lookouts;
    this.gauges = gauges;
    this.measured = measured;
    this.views = views;
    this.git = git;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/api/v1/metrics/{id}", this::answer)
            .at(AddressWords::where)
            .telling(
                FleetPages.period(
                        Telling.of("One number with its course, limits, signals and ledger")
                            .needs(
                                "scope",
                                "system:checkout, repository:NAME for git metrics, or organisation and team:NAME for what was measured of them")
                            .with("folder", "only this folder; with scope=repository:NAME alone"))
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
   * @param unit of what was measured as it was told
   * @param receipt the address of the facts in it
   * @param source who told the last value of what was measured; null for what is worked out here
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
      String receipt,
      @Nullable String source) {}

  private Answer answer(Request request) {
    String id = request.part("id");
    String scope = request.query("scope");
    if (scope == null) {
      throw Refused.bad(
          "Nothing says of what the number is asked for.",
          "Add scope=system:NAME or scope=repository:NAME.");
    }
    if (scope.startsWith(REPOSITORY)) {
      return ofRepository(request, id, scope.substring(REPOSITORY.length()));
    }
    if (request.query("folder") != null) {
      throw Refused.bad(
          "A folder is part of a repository, and " + scope + " is none.",
          "Leave folder out, or ask with scope=repository:NAME.");
    }
    if (scope.startsWith(SYSTEM)) {
      return ofSystem(request, id, lookouts.named(scope.substring(SYSTEM.length())));
    }
    if (scope.equals("organisation") || scope.startsWith("team:")) {
      return measured.answer(request, id, scope, MeasuredAnswers.ids());
    }
    throw Refused.bad(
        "“" + scope + "” is not a scope.",
        "Use scope=system:NAME, repository:NAME, team:NAME or organisation.");
  }

  private Answer ofSystem(Request request, String id, String system) {
    if (ServiceMetrics.named(id).isEmpty()) {
      return measured.answer(request, id, SYSTEM + system, MeasuredAnswers.ids());
    }
    Lookout look = lookouts.fleet(request).at(system);
    return new Answer.Json(told(look, gauges.bearing(look).read(id)));
  }

  /** A number of a service. */
  static Told told(Lookout look, Reading reading) {
    return told(
        reading,
        SYSTEM + look.system(),
        look.definition().id(),
        look.receipt(reading),
        Units.of(reading.metric().unit()),
        null);
  }

  private Answer ofRepository(Request request, String id, String repository) {
    View view = views.view(views.sounding(repository), request);
    if (view == null) {
      throw new NotFound(
          "Nothing of this repository has been read yet.", "Its first page shows how far it is.");
    }
    Reading reading = git.apply(id, view);
    if (reading == null && ServiceMetrics.named(id).isPresent()) {
      throw new NotFound(
          "“" + id + "” is a metric of services, not of repositories.",
          "Ask with scope=system:NAME.");
    }
    String scope = REPOSITORY + view.scope().repository();
    if (reading == null) {
      List<String> known = Metrics.catalogue().stream().map(Metric::id).toList();
      return measured.answer(request, id, scope, known);
    }
    String unit = Units.of(reading.metric().unit());
    return new Answer.Json(told(reading, scope, "git", view.receipt(reading), unit, null));
  }

  static Told told(
      Reading reading,
      String scope,
      String definition,
      String receipt,
      String unit,
      @Nullable String source) {
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
        unit,
        reading.n(),
        reading.open(),
        interval.low(),
        interval.high(),
        interval.says(),
        series.points(),
        series.limits(),
        series.signals(),
        reading.ledger().entries(),
        receipt,
        source);
  }
}
