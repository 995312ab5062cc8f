package pilothouse.metrics;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A metric's value for a scope and a window, with its receipt and its ledger.
 *
 * @param value null when unknown; a duration in seconds, a rate as a fraction
 * @param unknown why there is no value and what would give one; null when there is a value
 * @param n how many facts are in the value
 * @param open how many of these facts are open at the window's end, so count as "at least"
 * @param chance works out how far chance alone reaches around the value
 */
public record Reading(
    Metric metric,
    Scope scope,
    Window window,
    @Nullable Double value,
    @Nullable String unknown,
    long n,
    Series series,
    Receipt receipt,
    Ledger ledger,
    long open,
    Supplier<Interval> chance) {
  public Reading {
    if ((value == null) == (unknown == null)) {
      throw new IllegalArgumentException(metric.id() + ": either a value or a reason for none");
    }
  }

  /** One of which nobody says how far chance reaches. */
  public Reading(
      Metric metric,
      Scope scope,
      Window window,
      @Nullable Double value,
      @Nullable String unknown,
      long n,
      Series series,
      Receipt receipt,
      Ledger ledger) {
    this(
        metric,
        scope,
        window,
        value,
        unknown,
        n,
        series,
        receipt,
        ledger,
        0,
        () -> Interval.none());
  }

  /** The same with a way to tell how far chance alone reaches. */
  public Reading within(Supplier<Interval> how) {
    return new Reading(
        metric, scope, window, value, unknown, n, series, receipt, ledger, open, how);
  }

  /** The same, so many of its facts being open. */
  public Reading withOpen(long many) {
    return new Reading(
        metric, scope, window, value, unknown, n, series, receipt, ledger, many, chance);
  }

  /** How far chance alone reaches around the value; nowhere while it is unknown. */
  public Interval interval() {
    return unknown == null ? chance.get() : new Interval(null, null, unknown);
  }
}
