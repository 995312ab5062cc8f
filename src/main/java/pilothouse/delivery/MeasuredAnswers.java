package pilothouse.delivery;

import java.util.ArrayList;
import java.util.List;
import pilothouse.evidence.facts.Measurement;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Metrics;
import pilothouse.metrics.delivery.ServiceMetrics;
import pilothouse.text.Texts;
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
    Meaning meaning = measured.meaning(id, scope);
    Measured found = Measured.of(id, scope, told, stretch.window(), meaning.better());
    String receipt = sight.receipt(found.reading());
    String source = measured.source(found);
    return new Answer.Json(
        MetricAnswers.told(
            found.reading(),
            scope,
            "measured",
            receipt,
            found.unit(),
            source.isEmpty() ? null : source,
            meaning.owner().isEmpty() ? null : meaning.owner()));
  }

  /** The metrics of services. */
  static List<String> ids() {
    return ServiceMetrics.catalogue().stream().map(Metric::id).toList();
  }

  private static NotFound missing(
      String id, String scope, List<String> measured, List<String> known) {
    if (Metrics.named(id).isPresent()) {
      return new NotFound(
          Texts.say("delivery.measured-answers.is-a-metric-of", id, scope),
          Texts.say("delivery.measured-answers.ask-with-scope-repository"));
    }
    List<String> all = new ArrayList<>(known);
    all.addAll(measured);
    return new NotFound(
        Texts.say("delivery.measured-answers.there-is-no-metric", id, scope),
        Texts.say(
            "delivery.measured-answers.formulas-has-all-metrics", AddressWords.near(id, all)));
  }
}
