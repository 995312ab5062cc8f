package pilothouse.reliability;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.metrics.Scope;
import pilothouse.metrics.Series;
import pilothouse.metrics.Window;
import pilothouse.metrics.Xmr;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** An objective read as metrics are: the share of what is good, and what is left of its budget. */
final class Readings {
  private Readings() {}

  /** The share of what was good in a window, day by day. */
  static Reading share(Objective objective, Numbers numbers, Window window, Instant now) {
    Weights.Sum sum = numbers.weights().between(window.from(), window.to());
    List<Day> days = days(objective, numbers, window, now);
    List<Series.Point> points =
        days.stream()
            .map(day -> new Series.Point(day.from(), day.sum().good(), day.sum().n()))
            .toList();
    return reading(
        shareMetric(objective),
        sum.good(),
        sum.n(),
        Xmr.share(points),
        receipt(objective, numbers, window, now),
        numbers,
        objective,
        window);
  }

  /**
   * What is left of the budget at the end of a window, and was at the end of each day. It has no
   * limits: a day's rest holds most of the day before.
   */
  static Reading left(Objective objective, Numbers numbers, Window window, Instant now) {
    List<Day> days = days(objective, numbers, window, now);
    List<Series.Point> points =
        days.stream()
            .map(day ->
                new Series.Point(
                    day.from(),
                    day.left().isKnown() ? (Double) day.left().remaining() : null,
                    day.sum().n()))
            .toList();
    @Nullable Double value = points.isEmpty() ? null : points.getLast().value();
    long n = days.stream().mapToLong(day -> day.sum().n()).sum();
    return reading(
        leftMetric(objective),
        value,
        n,
        new Series(points, null, List.of()),
        receipt(objective, numbers, window, now),
        numbers,
        objective,
        window);
  }

  private static List<Day> days(Objective objective, Numbers numbers, Window window, Instant now) {
    return Day.of(objective, numbers, window, now).stream()
        .filter(day -> day.sum().n() > 0)
        .toList();
  }

  static Metric shareMetric(Objective objective) {
    return metric(objective, objective.share(), "reliability.share.");
  }

  static Metric leftMetric(Objective objective) {
    return metric(objective, objective.left(), "reliability.left-of.");
  }

  private static Metric metric(Objective objective, String id, String key) {
    return new Metric(
        id,
        new Metric.Own(
            Texts.say(key + "name", objective.title()),
            Texts.say(key + "question", objective.title()),
            Texts.say(key + "formula"),
            Texts.say("reliability.needs"),
            Texts.say(key + "caveat")),
        Metric.Unit.RATIO,
        Metric.Better.HIGHER,
        "");
  }

  private static Reading reading(
      Metric metric,
      @Nullable Double value,
      long n,
      Series series,
      pilothouse.metrics.Receipt receipt,
      Numbers numbers,
      Objective objective,
      Window window) {
    return new Reading(
        metric,
        Scope.all(objective.service()),
        window,
        value,
        value == null ? silence(numbers, window.zone()) : null,
        n,
        series,
        receipt,
        numbers.ledger());
  }

  /** Why nothing can be said. */
  static String silence(Numbers numbers, ZoneId zone) {
    Instant newest = numbers.newest();
    return newest == null
        ? Texts.say("reliability.silence.never")
        : Texts.say("reliability.silence.since", Say.day(newest, zone));
  }

  /**
   * The days; the one in which the budget's window begins now in two parts, so that they add up.
   */
  private static pilothouse.metrics.Receipt receipt(
      Objective objective, Numbers numbers, Window window, Instant now) {
    ZoneId zone = window.zone();
    Instant begins = objective.window().until(now.plusMillis(1)).from();
    List<Day> days =
        days(objective, numbers, window, now).stream()
            .flatMap(day -> day.cut(objective, numbers, begins))
            .filter(day -> day.sum().n() > 0)
            .toList();
    int many = days.size();
    return new pilothouse.metrics.Receipt(
        Texts.say("reliability.receipt.each-day", Say.time(begins, zone)),
        List.of(
            Texts.say("reliability.column.day"),
            Texts.say("reliability.column.bad"),
            Texts.say("reliability.column.all"),
            Texts.say("reliability.column.good"),
            Texts.say("reliability.column.left")),
        many,
        row -> cells(objective, days.get(many - 1 - row), begins, zone));
  }

  private static List<Cell> cells(Objective objective, Day day, Instant begins, ZoneId zone) {
    Double good = day.sum().good();
    return List.of(
        Cell.of(day.says(begins, zone)),
        Cell.of(Say.number(day.sum().bad())),
        Cell.of(Say.number(day.sum().total())),
        Cell.of(good == null ? Texts.say("say.unknown") : BudgetWords.share(objective, good)),
        Cell.of(BudgetWords.left(day.left())));
  }
}
