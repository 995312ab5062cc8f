package pilothouse.metrics;

import java.util.Arrays;

/** Quantiles by linear interpolation between the two nearest ranks (type 7 of Hyndman and Fan). */
final class Quantiles {
  private Quantiles() {}

  /** The quantile of values that are sorted already; there is at least one. */
  static double sorted(long[] values, double p) {
    double at = p * (values.length - 1);
    int low = (int) at;
    int high = Math.min(low + 1, values.length - 1);
    return values[low] + (at - low) * (values[high] - values[low]);
  }

  /** The median of values in any order; there is at least one. */
  static double median(long[] values) {
    long[] copy = values.clone();
    Arrays.sort(copy);
    return sorted(copy, 0.5);
  }
}
