package pilothouse.decisions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pilothouse.metrics.Series;
import pilothouse.text.Say;
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

  /** The first point after that moment that is back on the right side. */
  Optional<Series.Point> back(List<Series.Point> course, Instant since) {
    return course.stream()
        .filter(point -> point.at().isAfter(since) && point.value() != null)
        .filter(point -> !isBeyond(point))
        .findFirst();
  }

  /** In words: which number of what, on which side of what, for how long. */
  String says(Docket docket) {
    String name =
        docket.gauges().get().find(gauge).map(Gauges.Offered::name).orElse(gauge.metric());
    return Texts.counted(
        above ? "decisions.limit.above" : "decisions.limit.below",
        points,
        name,
        amount(docket),
        scope(docket));
  }

  /** The amount with its unit. */
  String amount(Docket docket) {
    return docket
        .gauges()
        .get()
        .find(gauge)
        .map(one -> (Shown.say(one.unit(), value) + " " + one.own()).strip())
        .orElse(Say.number(value));
  }

  /** Of what the number is, as people call it. */
  private String scope(Docket docket) {
    String name = docket.places().name(gauge.where());
    return gauge.folder().isEmpty() ? name : name + ", " + gauge.folder();
  }
}
