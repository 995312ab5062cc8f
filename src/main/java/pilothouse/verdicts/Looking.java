package pilothouse.verdicts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import pilothouse.metrics.Series;
import pilothouse.metrics.Window;
import pilothouse.metrics.judging.Dated;
import pilothouse.metrics.judging.Judgement;
import pilothouse.metrics.judging.Judging;
import pilothouse.metrics.judging.ToldJudgement;
import pilothouse.text.Texts;
import pilothouse.views.Gauged;
import pilothouse.views.Gauges;

/** Judges a prediction by its number as it is known now, until the end of a day. */
final class Looking {
  private static final int WEEKS_BEFORE = 104;
  private static final int WEEKS_OF_EVENTS = 4;
  private static final int MOST_POINTS = 400;
  private static final int MOST_EVENTS = 200;

  private final Supplier<Gauges> gauges;
  private final Events events;
  private final ZoneId zone;

  Looking(Supplier<Gauges> gauges, Events events, ZoneId zone) {
    this.gauges = gauges;
    this.events = events;
    this.zone = zone;
  }

  /**
   * What can be said of it with the facts until a day's end.
   *
   * @param others what else was predicted near it
   */
  Judged judge(Prediction of, LocalDate until, Instant now, List<Event> others) {
    // What is kept is kept in English, and said anew to whoever reads it.
    return Texts.english().saying(() -> look(of, until, now, others));
  }

  private Judged look(Prediction of, LocalDate until, Instant now, List<Event> others) {
    Gauged gauged = read(of, until, LocalDate.ofInstant(now, zone));
    List<String> accounts = new ArrayList<>();
    List<Dated> points = points(gauged, of.effect(), accounts);
    Judgement judged = Judging.judge(points, of.effect(), of.expect(), gauged::says);
    String unknown = points.isEmpty() ? gauged.reading().unknown() : null;
    return new Judged(
        0,
        now,
        until,
        judged.verdict(),
        told(ToldJudgement.of(judged), accounts, unknown == null ? "" : unknown),
        judged
            .points()
            .subList(Math.max(0, judged.points().size() - MOST_POINTS), judged.points().size()),
        happened(of, until, others));
  }

  /** The number from two years before the effect to the end of that day. */
  Gauged read(Prediction of, LocalDate until, LocalDate today) {
    LocalDate end = until.isBefore(of.effect()) ? of.effect() : until;
    Window window = Window.ofDays(of.effect().minusWeeks(WEEKS_BEFORE), end, today, zone);
    return gauges.get().read(of.gauge(), window);
  }

  /** What of a number is judged: each day, of a day with several their mean. */
  static List<Dated> dated(Gauged gauged, ZoneId zone) {
    TreeMap<LocalDate, List<Double>> days = new TreeMap<>();
    for (Series.Point point : gauged.raw()) {
      Double value = point.value();
      if (value != null) {
        days.computeIfAbsent(LocalDate.ofInstant(point.at(), zone), _ -> new ArrayList<>())
            .add(value);
      }
    }
    List<Dated> points = new ArrayList<>();
    days.forEach((day, all) ->
        points.add(
            new Dated(day, all.stream().mapToDouble(Double::doubleValue).average().orElse(0))));
    return points;
  }

  /** Without the week in which the effect falls: it is of neither side. */
  private List<Dated> points(Gauged gauged, LocalDate effect, List<String> accounts) {
    List<Dated> points = dated(gauged, zone);
    Dated before =
        points.stream()
            .filter(at -> at.day().isBefore(effect))
            .reduce((_, next) -> next)
            .orElse(null);
    boolean starts = points.stream().anyMatch(at -> at.day().equals(effect));
    if (before == null
        || starts
        || !isWeekly(points)
        || ChronoUnit.DAYS.between(before.day(), effect) >= 7) {
      return points;
    }
    accounts.add(Texts.kept("kept.verdict.week-of-effect"));
    return points.stream().filter(at -> !at.equals(before)).toList();
  }

  /** Whether each point is of a week. */
  static boolean isWeekly(List<Dated> points) {
    return points.size() > 2
        && points.stream().map(at -> at.day().getDayOfWeek()).distinct().count() == 1;
  }

  private static ToldJudgement told(ToldJudgement of, List<String> accounts, String unknown) {
    List<String> all = new ArrayList<>(accounts);
    all.addAll(of.accountedFor());
    List<String> reasons = new ArrayList<>(of.reasons());
    if (!unknown.isEmpty()) {
      reasons.add(unknown);
    }
    return of.with(all, reasons);
  }

  /**
   * What else happened from four weeks before the effect on; the nearest to it where it is much.
   */
  private List<Event> happened(Prediction of, LocalDate until, List<Event> others) {
    LocalDate from = of.effect().minusWeeks(WEEKS_OF_EVENTS);
    List<Event> all = new ArrayList<>(events.between(of.gauge().where(), from, until));
    others.stream()
        .filter(event -> !event.day().isBefore(from) && !event.day().isAfter(until))
        .forEach(all::add);
    all.sort(
        Comparator.comparingLong(
            (Event event) -> Math.abs(ChronoUnit.DAYS.between(of.effect(), event.day()))));
    return all.stream()
        .limit(MOST_EVENTS)
        .sorted(Comparator.comparing(Event::day).thenComparing(Event::says))
        .toList();
  }
}
