package pilothouse.verdicts;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pilothouse.chart.Charts;
import pilothouse.chart.Course;
import pilothouse.chart.Panels;
import pilothouse.metrics.Series;
import pilothouse.metrics.Window;
import pilothouse.text.Texts;
import pilothouse.views.Gauged;

/** Two numbers over the same time, and what happened meanwhile. */
public record Compared(Gauged one, Gauged other, Window window, List<Event> events) {

  /** A day with what either was. */
  public record Row(LocalDate day, String one, String other) {}

  /** Both in one picture, each on an axis of its own; events cross both. Empty without points. */
  public String picture() {
    List<Panels.Panel> panels =
        List.of(one, other).stream()
            .filter(gauged -> !gauged.points().isEmpty())
            .map(Compared::panel)
            .toList();
    ZoneId zone = window.zone();
    Instant first =
        List.of(one, other).stream()
            .flatMap(gauged -> gauged.points().stream())
            .map(Series.Point::at)
            .min(Comparator.naturalOrder())
            .orElse(window.from());
    Instant from = first.isAfter(window.from()) ? first : window.from();
    return panels.isEmpty() || !from.isBefore(window.to())
        ? ""
        : Charts.panels(
            new Panels(
                Texts.say("verdicts.compare.title-of", one.name(), other.name()),
                Texts.say("verdicts.compare.describes", one.name(), other.name()),
                panels,
                VerdictPicture.flags(events, LocalDate.ofInstant(from, zone), zone),
                from,
                window.to(),
                zone));
  }

  private static Panels.Panel panel(Gauged of) {
    Series.Limits limits = of.reading().series().limits();
    return new Panels.Panel(
        of.name() + ", " + of.gauge().scope(),
        of.axis(),
        of.points().stream()
            .map(point -> new Course.Point(point.at(), point.value(), point.n()))
            .toList(),
        limits == null ? null : new Course.Limits(limits.centre(), limits.lower(), limits.upper()));
  }

  /** The same as a table, newest first. */
  public List<Row> rows() {
    TreeMap<LocalDate, @Nullable String[]> days = new TreeMap<>();
    put(days, one, 0);
    put(days, other, 1);
    List<Row> rows = new ArrayList<>();
    days.descendingMap()
        .forEach((day, said) ->
            rows.add(
                new Row(
                    day,
                    Objects.requireNonNullElse(said[0], ""),
                    Objects.requireNonNullElse(said[1], ""))));
    return rows;
  }

  /** What the days of the table are: weeks, named by their Mondays, or the days of the values. */
  public String days() {
    boolean first = isWeekly(one);
    boolean second = isWeekly(other);
    return Texts.say(
        first && second
            ? "verdicts.compare.week"
            : first || second ? "verdicts.compare.day-or-week" : "verdicts.events.day");
  }

  private boolean isWeekly(Gauged of) {
    return of.points().stream()
        .allMatch(point ->
            LocalDate.ofInstant(point.at(), window.zone()).getDayOfWeek() == DayOfWeek.MONDAY);
  }

  private void put(TreeMap<LocalDate, @Nullable String[]> days, Gauged of, int at) {
    for (Series.Point point : of.points()) {
      Double value = point.value();
      if (value != null) {
        days.computeIfAbsent(
                    LocalDate.ofInstant(point.at(), window.zone()), _ -> new @Nullable String[2])[
                at] =
            of.says(value);
      }
    }
  }
}
