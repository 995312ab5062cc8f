package pilothouse.debt.interest;

import java.util.Objects;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * A number with the ends between which it lies; both null where too little is known for ends.
 * Ranges are combined by their ends, so a result holds whatever the truth is within what went in.
 */
public record Range(@Nullable Double low, double likely, @Nullable Double high) {
  public Range {
    boolean isOpen = low == null && high == null;
    boolean isClosed = low != null && high != null && low <= high;
    if (Double.isNaN(likely) || !(isOpen || isClosed)) {
      throw new IllegalArgumentException("no range: " + low + ", " + likely + ", " + high);
    }
  }

  /** A number that is known. */
  public static Range of(double value) {
    return new Range(value, value, value);
  }

  /** A number of which the ends are not known. */
  public static Range about(double likely) {
    return new Range(null, likely, null);
  }

  /** Whether it has ends. */
  public boolean hasEnds() {
    return low != null;
  }

  /** Below null, the number itself. */
  double least() {
    return Objects.requireNonNullElse(low, likely);
  }

  /** Above null, the number itself. */
  double most() {
    return Objects.requireNonNullElse(high, likely);
  }

  public Range plus(Range other) {
    return hasEnds() && other.hasEnds()
        ? new Range(least() + other.least(), likely + other.likely, most() + other.most())
        : about(likely + other.likely);
  }

  /** The ends of a product are the least and the greatest of the products of the ends. */
  public Range times(Range other) {
    if (!hasEnds() || !other.hasEnds()) {
      return about(likely * other.likely);
    }
    double[] corners =
        DoubleStream.of(
                least() * other.least(),
                least() * other.most(),
                most() * other.least(),
                most() * other.most())
            .sorted()
            .toArray();
    return new Range(corners[0], likely * other.likely, corners[3]);
  }

  public Range times(double factor) {
    return times(of(factor));
  }

  /** Divided by a number above zero. */
  public Range over(double divisor) {
    if (!(divisor > 0)) {
      throw new IllegalArgumentException("divided by " + divisor);
    }
    return hasEnds()
        ? new Range(least() / divisor, likely / divisor, most() / divisor)
        : about(likely / divisor);
  }

  /** Divided by a range that lies above zero. */
  public Range over(Range divisor) {
    if (!(divisor.least() > 0) || !(divisor.likely > 0)) {
      throw new IllegalArgumentException("divided by " + divisor);
    }
    return hasEnds() && divisor.hasEnds()
        ? times(new Range(1 / divisor.most(), 1 / divisor.likely, 1 / divisor.least()))
        : about(likely / divisor.likely);
  }
}
