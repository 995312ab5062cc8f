package pilothouse.metrics;

import org.jspecify.annotations.Nullable;

/**
 * A metric's value for a scope and a window, with its receipt and its ledger.
 *
 * @param value null when unknown; a duration in seconds, a rate as a fraction
 * @param unknown why there is no value and what would give one; null when there is a value
 * @param n how many facts are in the value
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
    Ledger ledger) {
  public Reading {
    if ((value == null) == (unknown == null)) {
      throw new IllegalArgumentException(metric.id() + ": either a value or a reason for none");
    }
  }
}
