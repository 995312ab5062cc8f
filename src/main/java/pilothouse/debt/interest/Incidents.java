package pilothouse.debt.interest;

import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Interval;

/**
 * The incidents tied to an item.
 *
 * @param count of the window
 * @param weeks of the window
 * @param hours what one of them costs in hours; null where unknown
 * @param money what one of them costs in money; null where unknown
 */
public record Incidents(int count, double weeks, @Nullable Range hours, @Nullable Range money) {
  public Incidents {
    if (count < 0 || !(weeks > 0)) {
      throw new IllegalArgumentException(count + " incidents in " + weeks + " weeks");
    }
  }

  /** None are tied to it, and nobody said what one would cost. */
  public static Incidents none(double weeks) {
    return new Incidents(0, weeks, null, null);
  }

  /**
   * How many are expected in a week: those of the window over its weeks, with the exact interval of
   * a count as ends.
   */
  public Range perWeek() {
    Interval ends = Interval.rate(count, weeks);
    return new Range(ends.low(), count / weeks, ends.high());
  }

  /** Whether nobody said what one costs, so that the cost of those that were is not known. */
  boolean isUnpriced() {
    return count > 0 && hours == null && money == null;
  }
}
