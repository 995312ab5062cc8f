package pilothouse.metrics;

import java.util.Arrays;

/** Quantiles by linear interpolation between the two nearest ranks (type 7 of Hyndman and Fan). */
public final class Quantiles {
  private Quantiles() {}

  /** The quantile of values that are sorted already; there is at least one. */
  public static double sorted(long[] values, double p) {
    double at = p * (values.length - 1);
    int low = (int) at;
    int high = Math.min(low + 1, values.length - 1);
    double value = values[low] + (at - low) * (values[high] - values[low]);
    return Math.rint(value * 1_000) / 1_000; // what binary fractions add below that is nothing
  }

  /** The same for fractions. */
  public static double sorted(double[] values, double p) {
    double at = p * (values.length - 1);
    int low = (int) at;
    int high = Math.min(low + 1, values.length - 1);
    return values[low] + (at - low) * (values[high] - values[low]);
  }

  /** The median of values in any order; there is at least one. */
  public static double median(long[] values) {
    long[] copy = values.clone();
    Arrays.sort(copy);
    return sorted(copy, 0.5);
  }
}
