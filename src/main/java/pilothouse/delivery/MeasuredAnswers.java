package pilothouse.delivery;

import java.util.ArrayList;
import java.util.List;
import pilothouse.evidence.facts.Measurement;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Metrics;
import pilothouse.metrics.delivery.ServiceMetrics;
import pilothouse.views.Stretch;
import pilothouse.web.Answer;
import pilothouse.web.NotFound;
import pilothouse.web.Request;

/** One number that others measured, for programs. */
final class MeasuredAnswers {
  private final Lookouts lookouts;
  private final MeasuredPages measured;

  MeasuredAnswers(Lookouts lookouts, MeasuredPages measured) {
    this.lookouts = lookouts;
    this.measured = measured;
  }

  /** A number that somebody measured. */
  Answer answer(Request request, String id, String scope, List<String> known) {
    List<Measurement> told = measured.told(scope);
    if (!Measured.all(told).contains(id)) {
      throw missing(id, scope, Measured.all(told), known);
    }
    Stretch stretch = lookouts.fleet(request).stretch();
    MeasuredSight sight = new MeasuredSight(scope, id, stretch);
    Measured found = Measured.of(id, scope, told, stretch.window());
    String receipt = sight.receipt(found.reading());
    String source = measured.source(found);
    return new Answer.Json(
        MetricAnswers.told(
            found.reading(),
            scope,
            "measured",
            receipt,
            found.unit(),
            source.isEmpty() ? null : source));
  }

  /** The metrics of services. */
  static List<String> ids() {
    return ServiceMetrics.catalogue().stream().map(Metric::id).toList();
  }

  private static NotFound missing(
      String id, String scope, List<String> measured, List<String> known) {
    if (Metrics.named(id).isPresent()) {
      return new NotFound(
          "“" + id + "” is a metric of repositories, and " + scope + " is none.",
          "Ask with scope=repository:NAME.");
    }
    List<String> all = new ArrayList<>(known);
    all.addAll(measured);
    return new NotFound(
        "There is no metric “%s”, and nobody told of a measurement of that name of %s."
            .formatted(id, scope),
        AddressWords.near(id, all)
            + "/formulas has all metrics; POST /in/measurement tells a number.");
  }
}
