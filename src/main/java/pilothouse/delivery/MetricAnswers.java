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
import pilothouse.text.Texts;
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
   * @param better which way: up, down or neither
   * @param owner the id of whose measured number it is, as declared; null for nobody
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
      @Nullable String source,
      String better,
      @Nullable String owner) {}

  private Answer answer(Request request) {
    String id = request.part("id");
    String scope = request.query("scope");
    if (scope == null) {
      throw Refused.bad(
          Texts.say("delivery.metric-answers.nothing-says-of-what"),
          Texts.say("delivery.metric-answers.add-scope-system-name"));
    }
    if (scope.startsWith(REPOSITORY)) {
      return ofRepository(request, id, scope.substring(REPOSITORY.length()));
    }
    if (request.query("folder") != null) {
      throw Refused.bad(
          Texts.say("delivery.metric-answers.a-folder-is-part", scope),
          Texts.say("delivery.metric-answers.leave-folder-out-or"));
    }
    if (scope.startsWith(SYSTEM)) {
      return ofSystem(request, id, lookouts.named(scope.substring(SYSTEM.length())));
    }
    if (scope.equals("organisation") || scope.startsWith("team:")) {
      return measured.answer(request, id, scope, MeasuredAnswers.ids());
    }
    throw Refused.bad(
        Texts.say("delivery.metric-answers.is-not-a-scope", scope),
        Texts.say("delivery.metric-answers.use-scope-system-name"));
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
        null,
        null);
  }

  private Answer ofRepository(Request request, String id, String repository) {
    View view = views.view(views.sounding(repository), request);
    if (view == null) {
      throw new NotFound(
          Texts.say("delivery.metric-answers.nothing-of-this-repository"),
          Texts.say("delivery.metric-answers.its-first-page-shows"));
    }
    Reading reading = git.apply(id, view);
    if (reading == null && ServiceMetrics.named(id).isPresent()) {
      throw new NotFound(
          Texts.say("delivery.metric-answers.is-a-metric-of", id),
          Texts.say("delivery.metric-answers.ask-with-scope-system"));
    }
    String scope = REPOSITORY + view.scope().repository();
    if (reading == null) {
      List<String> known = Metrics.catalogue().stream().map(Metric::id).toList();
      return measured.answer(request, id, scope, known);
    }
    String unit = Units.of(reading.metric().unit());
    return new Answer.Json(told(reading, scope, "git", view.receipt(reading), unit, null, null));
  }

  static Told told(
      Reading reading,
      String scope,
      String definition,
      String receipt,
      String unit,
      @Nullable String source,
      @Nullable String owner) {
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
        source,
        Meaning.word(reading.metric().better()),
        owner);
  }
}
