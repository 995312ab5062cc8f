package pilothouse.reliability;

import java.time.Duration;

/**
 * What may go wrong in a window, and what did: b = 1 − target; remaining = (b − bad ÷ total) ÷ b,
 * which may be negative; of slices of time, bad slices ÷ (b · all slices of the window) is spent.
 * Without anything told all of it remains, and is no data. [SRE workbook; OpenSLO]
 *
 * @param allowed how many of the events or slices may be bad
 * @param bad how many were
 * @param total how many were told of
 * @param remaining the share that is left; 1 without data
 */
record Budget(double allowed, double bad, double total, double remaining) {

  /** Of events, or of shares of slices: what may be bad grows with what is told. */
  static Budget ofEvents(double budget, double bad, double total) {
    double left = total == 0 ? 1 : (budget - bad / total) / budget;
    return new Budget(budget * total, bad, total, left);
  }

  /** Of slices: what may be bad is known from the beginning. */
  static Budget ofSlices(double budget, double bad, double total, double slices) {
    return new Budget(budget * slices, bad, total, 1 - bad / (budget * slices));
  }

  static Budget of(Objective objective, Weights.Sum sum, Duration window) {
    Objective.Slicing slicing = objective.slicing();
    return objective.method() == Objective.Method.TIMESLICES && slicing != null
        ? ofSlices(
            objective.budget(),
            sum.bad(),
            sum.total(),
            (double) window.toMillis() / slicing.window().toMillis())
        : ofEvents(objective.budget(), sum.bad(), sum.total());
  }

  /** How long all may fail in such a window. */
  static Duration time(double budget, Duration window) {
    return Duration.ofMillis(Math.round(budget * window.toMillis()));
  }

  boolean isKnown() {
    return total > 0;
  }

  boolean isExhausted() {
    return isKnown() && remaining <= 0;
  }
}
