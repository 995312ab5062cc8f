package pilothouse.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pilothouse.metrics.Series;
import pilothouse.text.Texts;
import pilothouse.views.Gauge;
import pilothouse.views.Gauges;
import pilothouse.views.Shown;

/**
 * A number above or below a limit for so many points, one after the other.
 *
 * @param value in the number's own unit
 */
record Limit(Gauge gauge, boolean above, double value, int points) {
  private static final Pattern WORDS = Pattern.compile("(above|below) (\\S+) (\\d{1,3})");

  /** The one that a turn keeps; empty where it keeps a day. */
  static Optional<Limit> of(Turn turn) {
    return read(turn.about(), turn.words());
  }

  /** The one of a number's name and {@link #words}; empty where it is none. */
  static Optional<Limit> read(String named, String kept) {
    Matcher words = WORDS.matcher(kept);
    return words.matches()
        ? Gauge.parse(named)
            .map(gauge ->
                new Limit(
                    gauge,
                    words.group(1).equals("above"),
                    Double.parseDouble(words.group(2)),
                    Integer.parseInt(words.group(3))))
        : Optional.empty();
  }

  /** As a turn keeps it. */
  String words() {
    return (above ? "above " : "below ") + value + " " + points;
  }

  /** Whether the last points since that moment are all on the wrong side. */
  boolean isPassed(List<Series.Point> course, Instant since) {
    List<Double> known =
        course.stream()
            .filter(point -> !point.at().isBefore(since))
            .map(Series.Point::value)
            .filter(value -> value != null)
            .toList();
    return known.size() >= points
        && known.subList(known.size() - points, known.size()).stream()
            .allMatch(one -> above ? one > value : one < value);
  }

  /** Whether a point with a value is on the wrong side. */
  boolean isBeyond(Series.Point point) {
    Double known = point.value();
    return known != null && (above ? known > value : known < value);
  }

  /** In words: which number, on which side of what, for how long. */
  String says(Gauges gauges) {
    String name = gauges.find(gauge).map(Gauges.Offered::name).orElse(gauge.text());
    String limit =
        gauges.find(gauge).map(one -> Shown.say(one.unit(), value)).orElse(String.valueOf(value));
    return Texts.counted(
        above ? "decisions.limit.above" : "decisions.limit.below", points, name, limit);
  }
}
