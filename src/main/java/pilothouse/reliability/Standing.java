package pilothouse.reliability;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Ledger;

/**
 * Where an objective stands at a moment.
 *
 * @param good the share that was good in the window; null without data
 * @param gone how soon nothing is left if it goes on burning too fast; null where it does not, or
 *     would never be used up so
 * @param newest when the newest number of it was told; null where none was ever
 */
record Standing(
    Objective objective,
    BudgetWindow.Extent window,
    Budget budget,
    @Nullable Double good,
    List<Burn> burns,
    @Nullable Duration gone,
    @Nullable Instant newest,
    Ledger ledger) {

  static Standing of(Objective objective, Numbers numbers, Instant now) {
    Instant end = now.plusMillis(1);
    BudgetWindow.Extent window = objective.window().until(end);
    Weights weights = numbers.weights();
    Weights.Sum sum = weights.between(window.from(), end);
    List<Burn> burns = Burn.of(objective, weights, window.length(), end);
    Burn burning = burning(burns);
    return new Standing(
        objective,
        window,
        Budget.of(objective, sum, window.length()),
        sum.good(),
        burns,
        burning == null ? null : Ahead.untilGone(objective, weights, burning.pace(), end),
        numbers.newest(),
        numbers.ledger());
  }

  /** The fastest pace at which it burns too fast; null where it does not. */
  @Nullable Burn burning() {
    return burning(burns);
  }

  private static @Nullable Burn burning(List<Burn> burns) {
    return burns.stream().filter(Burn::isTooFast).findFirst().orElse(null);
  }

  /** How long all may fail in the window. */
  Duration allowed() {
    return Budget.time(objective.budget(), window.length());
  }

  State state() {
    return !budget.isKnown()
        ? State.UNKNOWN
        : budget.isExhausted() ? State.EXHAUSTED : burning() != null ? State.BURNING : State.LEFT;
  }

  /** In the order of need. */
  enum State {
    EXHAUSTED,
    BURNING,
    UNKNOWN,
    LEFT
  }
}
