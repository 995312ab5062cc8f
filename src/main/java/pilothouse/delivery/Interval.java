package pilothouse.delivery;

import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.text.Say;

/**
 * What chance alone allows for a share: Wilson's interval at 95 %, z = 1.96, from p of n.
 *
 * @param low its lower end
 * @param high its upper end
 */
record Interval(double low, double high) {
  private static final double Z = 1.959964;

  /** The interval of a reading; null where it is no share of facts. */
  static @Nullable Interval of(Reading reading) {
    Double value = reading.value();
    boolean share = reading.metric().unit() == Metric.Unit.RATIO;
    return value == null || !share || reading.n() == 0 || value < 0 || value > 1
        ? null
        : of(value, reading.n());
  }

  static Interval of(double share, long n) {
    double z2 = Z * Z / n;
    double middle = (share + z2 / 2) / (1 + z2);
    double half = Z / (1 + z2) * Math.sqrt(share * (1 - share) / n + z2 / (4 * n));
    return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
  }

  /** In a sentence. */
  String says(long n) {
    return "With %s of them, chance alone allows %s to %s."
        .formatted(Say.count(n), Say.percent(low), Say.percent(high));
  }
}
