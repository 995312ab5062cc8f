package pilothouse.views;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.chart.Charts;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Series;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * A reading as pages show it.
 *
 * @param name of the metric
 * @param value in words with its unit, or "unknown"
 * @param receipt the address of its receipt
 * @param unknown why there is no value, or null
 * @param spark its course as a line of the size of a word, empty below three points
 */
public record Shown(
    String name, String value, String receipt, @Nullable String unknown, String spark) {

  /** Shows a reading in a view. */
  public static Shown of(Sight view, Reading reading) {
    List<Series.Point> points = reading.series().points();
    String spark =
        points.size() < 3
            ? ""
            : Charts.spark(
                Texts.say("views.shown.over-time", reading.metric().name()),
                points.stream().<@Nullable Double>map(Series.Point::value).toList());
    return new Shown(
        reading.metric().name(), say(reading), view.receipt(reading), reading.unknown(), spark);
  }

  /** Without the reason: where it stands already. */
  public Shown brief() {
    return new Shown(name, value, receipt, null, spark);
  }

  /** A reading's value in words; "unknown" when it has none. */
  public static String say(Reading reading) {
    Double value = reading.value();
    return value == null ? Texts.say("say.unknown") : say(reading.metric().unit(), value);
  }

  /** One decimal below three, whole above. */
  private static double rough(double weeks) {
    return weeks < 3 ? Math.round(weeks * 10) / 10.0 : Math.rint(weeks);
  }

  /** A value of a unit in words. */
  public static String say(Metric.Unit unit, double value) {
    return switch (unit) {
      case SECONDS -> Say.span(value);
      case RATIO -> Say.percent(value);
      case PER_WEEK ->
          value > 0 && value < 0.5
              ? Texts.say("say.one-in", Say.measured(rough(1 / value), "week"))
              : Texts.say("say.a-week", Say.number(value));
      case LINES -> Say.measured(value, "line");
      case PEOPLE -> Say.measured(value, "person");
      default -> Say.number(value);
    };
  }
}
