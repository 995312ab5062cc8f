package pilothouse.reliability;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import pilothouse.metrics.Window;

/**
 * One day of an objective.
 *
 * @param from when it begins
 * @param sum what was told of it
 * @param left of the budget, at its end
 */
record Day(Instant from, Weights.Sum sum, Budget left) {

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
      Instant until = next.isAfter(last) ? last : next;
      days.add(
          new Day(start, numbers.weights().between(start, until), left(objective, numbers, until)));
      start = next;
    }
    return List.copyOf(days);
  }

  private static Budget left(Objective objective, Numbers numbers, Instant end) {
    BudgetWindow.Extent extent = objective.window().until(end);
    return Budget.of(objective, numbers.weights().between(extent.from(), end), extent.length());
  }
}
