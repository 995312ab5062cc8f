package pilothouse.metrics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;

/**
 * How far chance alone reaches around a value with so few facts, at 95 %: the true value lies
 * between the ends in 95 of 100 such samples.
 *
 * @param low null when it cannot be told
 * @param high null when it cannot be told
 * @param says how the ends were found, and why one is missing; else why there are none
 */
public record Interval(@Nullable Double low, @Nullable Double high, String says) {
  private static final double Z = 1.959964;
  private static final double TAIL = 0.025;

  /** Of what is no sample. */
  public static Interval none() {
    return new Interval(null, null, Texts.say("metrics.interval.none"));
  }

  /** Whether there is any end. */
  public boolean isKnown() {
    return low != null || high != null;
  }

  /** Of a share of facts: Wilson's score interval. [Wilson 1927] */
  public static Interval share(double share, long n) {
    if (n == 0 || share < 0 || share > 1) {
      return none();
    }
    double z2 = Z * Z / n;
    double middle = (share + z2 / 2) / (1 + z2);
    double half = Z / (1 + z2) * Math.sqrt(share * (1 - share) / n + z2 / (4 * n));
    return new Interval(
        Math.max(0, middle - half),
        Math.min(1, middle + half),
        Texts.say("metrics.interval.95-wilsons-score-interval"));
  }

  /**
   * Of so many events in a span: the exact interval of a Poisson count, divided by the span.
   * [Garwood 1936]
   */
  public static Interval rate(long events, double span) {
    if (!(span > 0)) {
      return none();
    }
    return new Interval(
        Poisson.low(events, TAIL) / span,
        Poisson.high(events, TAIL) / span,
        Texts.say("metrics.interval.95-exact-interval-of"));
  }

  /** Of so few values that a quantile of them says nothing about the quantile of all. */
  public static Interval tooFew(int n, double p) {
    return new Interval(null, null, Texts.say("metrics.interval.too-few-are-needed", needed(p), n));
  }

  /** How many values a quantile needs for any end at all. */
  public static int needed(double p) {
    return Binomial.needed(Math.max(p, 1 - p));
  }

  /** The same of whole numbers. */
  static Interval quantile(long[] sorted, double p) {
    return quantile(Arrays.stream(sorted).asDoubleStream().toArray(), p);
  }

  /**
   * Of a quantile: the two order statistics between which it lies, whatever the distribution. [Hahn
   * and Meeker 1991]
   *
   * @param sorted the values, the least first
   */
  public static Interval quantile(double[] sorted, double p) {
    int n = sorted.length;
    if (n == 0) {
      return none();
    }
    int first = Binomial.quantile(n, p, TAIL);
    int last = Binomial.quantile(n, p, 1 - TAIL) + 1;
    Double low = first < 1 ? null : (Double) sorted[first - 1];
    Double high = last > n ? null : (Double) sorted[last - 1];
    String says = Texts.say("metrics.interval.95-order-statistics");
    if (low == null && high == null) {
      return tooFew(n, p);
    }
    if (high == null) {
      says += Texts.say("metrics.interval.too-few-for-an", Binomial.needed(1 - p), n);
    } else if (low == null) {
      says += Texts.say("metrics.interval.too-few-for-a", Binomial.needed(p), n);
    }
    return new Interval(low, high, says);
  }
}
