package pilothouse.views;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pilothouse.chart.Axis;
import pilothouse.chart.Charts;
import pilothouse.chart.Course;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Series;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * A reading with its course drawn and what happened as its title. The same numbers stand as a table
 * on its receipt.
 *
 * @param happened one sentence about the series
 * @param picture SVG, empty when there are no points or another figure shows the same course
 */
public record Figure(Shown shown, String happened, String picture) {

  /** One period in words. */
  public record Row(String at, String value, String n, String signal) {}

  /** Draws a reading. */
  public static Figure of(Sight view, Reading reading) {
    String happened = Happened.says(reading, view.window().zone());
    Shown shown = Shown.of(view, reading);
    return Happened.isBlank(reading.series())
        ? new Figure(shown, happened, "")
        : new Figure(shown, happened, Charts.course(course(view, reading, happened)));
  }

  /** Draws readings; a course that an earlier one has already is named instead of drawn again. */
  public static List<Figure> of(Sight view, List<Reading> readings) {
    Map<List<Series.Point>, String> drawn = new HashMap<>();
    List<Figure> figures = new ArrayList<>();
    for (Reading reading : readings) {
      List<Series.Point> points = reading.series().points();
      String same = points.isEmpty() ? null : drawn.putIfAbsent(points, reading.metric().name());
      figures.add(
          same == null
              ? of(view, reading)
              : new Figure(
                  Shown.of(view, reading), Texts.say("views.figure.its-course-is-that", same), ""));
    }
    return List.copyOf(figures);
  }

  /** Why there is no picture, empty where nothing needs to be said. */
  public String note() {
    return shown.unknown() == null ? happened : shown.unknown();
  }

  /** The course as a table, newest first. */
  public static List<Row> rows(Sight view, Reading reading) {
    List<Series.Point> points = reading.series().points();
    Map<Integer, String> signals = signals(reading.series());
    return IntStream.range(0, points.size())
        .mapToObj(i -> row(view, reading, points.get(i), signals.get(i)))
        .toList()
        .reversed();
  }

  private static Course course(Sight view, Reading reading, String happened) {
    Series series = reading.series();
    Series.Limits limits = Happened.isNoOneProcess(series) ? null : series.limits();
    return new Course(
        reading.metric().name() + ": " + happened,
        reading.metric().question() + " " + view.says() + ", " + view.when() + ".",
        axis(reading.metric().unit()),
        series.points().stream()
            .map(point -> new Course.Point(point.at(), point.value(), point.n()))
            .toList(),
        limits == null ? null : new Course.Limits(limits.centre(), limits.lower(), limits.upper()),
        limits == null ? Map.of() : signals(series),
        view.window().zone());
  }

  private static Map<Integer, String> signals(Series series) {
    Map<Integer, String> signals = new HashMap<>();
    Shift.news(series).forEach(s -> signals.merge(s.point(), s.says(), (a, b) -> a + "; " + b));
    return signals;
  }

  static Axis axis(Metric.Unit unit) {
    return switch (unit) {
      case SECONDS -> new Axis(Texts.say("views.figure.time"), true, Say::duration);
      case RATIO -> new Axis(Texts.say("views.figure.share"), false, Say::percent);
      case PER_WEEK -> new Axis(Texts.say("views.figure.per-week"), false, Say::number);
      case LINES -> new Axis(Texts.say("column.lines"), false, Say::number);
      case PEOPLE -> new Axis(Texts.say("column.people"), false, Say::number);
      case COUNT -> new Axis(Texts.say("views.figure.count"), false, Say::number);
      default -> new Axis("", false, Say::number);
    };
  }

  private static Row row(Sight view, Reading reading, Series.Point point, @Nullable String signal) {
    Double value = point.value();
    return new Row(
        Say.day(point.at(), view.window().zone()),
        value == null ? Texts.say("say.unknown") : Shown.say(reading.metric().unit(), value),
        Say.count(point.n()),
        signal == null ? "" : signal);
  }
}
