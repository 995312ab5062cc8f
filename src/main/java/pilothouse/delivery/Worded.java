package pilothouse.delivery;

import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Wordings;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Shown;

/** A number said for different people. */
final class Worded {
  private Worded() {}

  /** The number in a sentence; why there is none where it is unknown. */
  static String says(Reading reading, Reader reader) {
    String unknown = reading.unknown();
    if (unknown != null) {
      return Texts.say("reports.quarters.unknown", unknown);
    }
    String id = reading.metric().id();
    if (reading.n() == 1 && id.startsWith("change-lead-time")) {
      return Texts.say("delivery.worded.the-one-change-took", Shown.say(reading));
    }
    if (reading.n() == 1 && id.startsWith("failed-deployment-recovery-time")) {
      return Texts.say("delivery.worded.the-one-failed-deployment", Shown.say(reading));
    }
    Wordings.Audience audience =
        switch (reader) {
          case ENGINEER -> Wordings.Audience.ENGINEER;
          case PRODUCT -> Wordings.Audience.PRODUCT;
          case LEADERSHIP -> Wordings.Audience.LEADERSHIP;
        };
    return Wordings.of(reading.metric())
        .map(wording -> wording.says(audience, Shown.say(reading)))
        .orElseGet(() -> Say.sentence(reading.metric().name()) + ": " + Shown.say(reading) + ".");
  }

  /** The decision that a metric serves; empty where nobody wrote it down. */
  static String serves(Metric metric) {
    return Wordings.of(metric).map(Wordings.Wording::decision).orElse("");
  }
}
