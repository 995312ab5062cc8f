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
 * @param newest when the newest number of it was told; null where none was ever
 */
record Standing(
    Objective objective,
    BudgetWindow.Extent window,
    Budget budget,
    @Nullable Double good,
    List<Burn> burns,
    @Nullable Instant newest,
    Ledger ledger) {

  static Standing of(Objective objective, Numbers numbers, Instant now) {
    Instant end = now.plusMillis(1);
    BudgetWindow.Extent window = objective.window().until(end);
    Weights.Sum sum = numbers.weights().between(window.from(), end);
    return new Standing(
        objective,
        window,
        Budget.of(objective, sum, window.length()),
        sum.good(),
        Burn.of(objective, numbers.weights(), window.length(), end),
        numbers.newest(),
        numbers.ledger());
  }

  /** The fastest pace at which it burns too fast; null where it does not. */
  @Nullable Burn burning() {
    return burns.stream().filter(Burn::isTooFast).findFirst().orElse(null);
  }

  /** How long all may fail in the window. */
  Duration allowed() {
    return Budget.time(objective.budget(), window.length());
  }

  /** How soon nothing is left if it goes on as in the long window; null where it does not burn. */
  @Nullable Duration untilGone(Burn burn) {
    Double rate = burn.over();
    if (rate == null || rate <= 0 || budget.remaining() <= 0) {
      return null;
    }
    return Duration.ofMillis(Math.round(budget.remaining() / rate * window.length().toMillis()));
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
