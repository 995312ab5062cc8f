package pilothouse.reliability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import pilothouse.metrics.Window;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * One day of an objective, or a part of one.
 *
 * @param from when it begins
 * @param to when it is over, or now
 * @param sum what was told of it
 * @param left of the budget, at its end
 */
record Day(Instant from, Instant to, Weights.Sum sum, Budget left) {

  /** All days of a window until now, oldest first; the last one ends now where it is not over. */
  static List<Day> of(Objective objective, Numbers numbers, Window window, Instant now) {
    Instant end = now.plusMillis(1);
    Instant last = window.to().isBefore(end) ? window.to() : end;
    Instant first = numbers.weights().first();
    if (first == null) {
      return List.of();
    }
    Instant from = first.isAfter(window.from()) ? first : window.from();
    List<Day> days = new ArrayList<>();
    LocalDate day = LocalDate.ofInstant(from, window.zone());
    Instant start = day.atStartOfDay(window.zone()).toInstant();
    while (start.isBefore(last)) {
      day = day.plusDays(1);
      Instant next = day.atStartOfDay(window.zone()).toInstant();
      days.add(of(objective, numbers, start, next.isAfter(last) ? last : next));
      start = next;
    }
    return List.copyOf(days);
  }

  private static Day of(Objective objective, Numbers numbers, Instant from, Instant to) {
    BudgetWindow.Extent extent = objective.window().until(to);
    Weights.Sum spent = numbers.weights().between(extent.from(), to);
    return new Day(
        from,
        to,
        numbers.weights().between(from, to),
        Budget.of(objective, spent, extent.length()));
  }

  /** The day, in two parts where a moment lies within it. */
  Stream<Day> cut(Objective objective, Numbers numbers, Instant at) {
    return from.isBefore(at) && at.isBefore(to)
        ? Stream.of(of(objective, numbers, from, at), of(objective, numbers, at, to))
        : Stream.of(this);
  }

  /** The day in words; of a part, from when on or until when it is. */
  String says(Instant cut, ZoneId zone) {
    boolean isMidnight = LocalDate.ofInstant(cut, zone).atStartOfDay(zone).toInstant().equals(cut);
    if (!isMidnight && from.equals(cut)) {
      return Texts.say("reliability.receipt.from", Say.time(from, zone));
    }
    return !isMidnight && to.equals(cut)
        ? Texts.say("reliability.receipt.until", Say.time(to, zone))
        : Say.day(from, zone);
  }
}
