package pilothouse.views;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.chart.Axis;
import pilothouse.chart.Charts;
import pilothouse.chart.Course;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Series;
import pilothouse.text.Say;

/**
 * A reading with its course drawn, what happened as its title, and the numbers as a table.
 *
 * @param happened one sentence about the series
 * @param picture SVG, empty when there are no points
 * @param rows newest first
 */
public record Figure(Shown shown, String happened, String picture, List<Row> rows) {

  /** One period in words. */
  public record Row(String at, String value, String n, String signal) {}

  /** Draws a reading. */
  public static Figure of(View view, Reading reading) {
    Series series = reading.series();
    String happened = Happened.says(reading, view.window().zone());
    if (series.points().isEmpty()) {
      return new Figure(Shown.of(view, reading), happened, "", List.of());
    }
    Map<Integer, String> signals = new HashMap<>();
    series.signals().forEach(s -> signals.merge(s.point(), s.says(), (a, b) -> a + "; " + b));
    return new Figure(
        Shown.of(view, reading),
        happened,
        Charts.course(course(view, reading, happened, signals)),
        rows(view, reading, signals));
  }

  private static Course course(
      View view, Reading reading, String happened, Map<Integer, String> signals) {
    Series.Limits limits = reading.series().limits();
    Metric.Unit unit = reading.metric().unit();
    return new Course(
        reading.metric().name() + ": " + happened,
        reading.metric().question() + " " + view.says() + ", " + view.when() + ".",
        axis(unit),
        reading.series().points().stream()
            .map(point -> new Course.Point(point.at(), point.value(), point.n()))
            .toList(),
        limits == null ? null : new Course.Limits(limits.centre(), limits.lower(), limits.upper()),
        signals,
        view.window().zone());
  }

  private static Axis axis(Metric.Unit unit) {
    return switch (unit) {
      case SECONDS -> new Axis("time", true, Say::duration);
      case RATIO -> new Axis("share", false, Say::percent);
      case PER_WEEK -> new Axis("per week", false, Say::number);
      case LINES -> new Axis("lines", false, Say::number);
      case PEOPLE -> new Axis("people", false, Say::number);
      case COUNT -> new Axis("count", false, Say::number);
      default -> new Axis("", false, Say::number);
    };
  }

  private static List<Row> rows(View view, Reading reading, Map<Integer, String> signals) {
    List<Series.Point> points = reading.series().points();
    return java.util.stream.IntStream.range(0, points.size())
        .mapToObj(i -> row(view, reading, points.get(i), signals.get(i)))
        .toList()
        .reversed();
  }

  private static Row row(View view, Reading reading, Series.Point point, @Nullable String signal) {
    Double value = point.value();
    return new Row(
        Say.day(point.at(), view.window().zone()),
        value == null ? "unknown" : Shown.say(reading.metric().unit(), value),
        Say.count(point.n()),
        signal == null ? "" : signal);
  }
}
