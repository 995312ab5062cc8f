package pilothouse.delivery;

import pilothouse.chart.Axis;
import pilothouse.chart.Charts;
import pilothouse.metrics.Reading;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Shown;

/** Spans from written to released, as a picture; empty where no change has one. */
public record Waits(String says, String picture) {

  /** Draws spans in seconds; the readings are their median and their 90th percentile. */
  public static Waits of(long[] seconds, Reading median, Reading slowest) {
    if (seconds.length == 0) {
      return new Waits(Texts.say("delivery.deliveries.no-change-of-this"), "");
    }
    String says =
        seconds.length == 1
            ? Texts.say("delivery.deliveries.the-one-change-waited", Shown.say(median))
            : Texts.say(
                "delivery.deliveries.of-half-waited-up",
                Say.counted(seconds.length, "change"),
                Shown.say(median),
                Shown.say(slowest));
    Axis axis = new Axis(Texts.say("column.changes"), false, Say::number);
    String describes = Texts.say("delivery.deliveries.how-many-changes-waited");
    return new Waits(says, Charts.columns(says, describes, axis, Charts.spans(seconds)));
  }
}
