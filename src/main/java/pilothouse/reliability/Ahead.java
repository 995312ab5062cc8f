package pilothouse.reliability;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a budget if all goes on as it did lately: what was told of a long window comes
 * again at the same pace, and what was told before leaves a window that goes with time.
 *
 * @param lately what was told of that window
 * @param pace how long it is
 * @param end of what is known
 */
record Ahead(Objective objective, Weights weights, Weights.Sum lately, Duration pace, Instant end) {
  private static final int STEPS = 2_000;
  private static final int HALVINGS = 20;

  /** How soon nothing is left; null where that never comes, or a new part of the calendar first. */
  static @Nullable Duration untilGone(
      Objective objective, Weights weights, Burn.Pace pace, Instant end) {
    Weights.Sum lately = weights.between(end.minus(pace.longer), end);
    return new Ahead(objective, weights, lately, pace.longer, end).untilGone();
  }

  private @Nullable Duration untilGone() {
    BudgetWindow window = objective.window();
    BudgetWindow.Extent now = window.until(end);
    long most = (window.isRolling() ? now.length() : Duration.between(end, now.to())).toMillis();
    long before = 0;
    for (int step = 1; step <= STEPS; step++) {
      long here = most * step / STEPS;
      if (isGone(here)) {
        return Duration.ofMillis(between(before, here));
      }
      before = here;
    }
    return null;
  }

  /** The moment between one with something left and one without. */
  private long between(long left, long gone) {
    long low = left;
    long high = gone;
    for (int i = 0; i < HALVINGS && high - low > 1; i++) {
      long middle = (low + high) >>> 1;
      if (isGone(middle)) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private boolean isGone(long later) {
    BudgetWindow.Extent extent = objective.window().until(end.plusMillis(later));
    Weights.Sum stays = weights.between(extent.from(), end);
    double more = (double) later / pace.toMillis();
    Weights.Sum then =
        new Weights.Sum(
            stays.bad() + more * lately.bad(), stays.total() + more * lately.total(), stays.n());
    return Budget.of(objective, then, extent.length()).isExhausted();
  }
}
