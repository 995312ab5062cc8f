package pilothouse.debt;

import org.jspecify.annotations.Nullable;
import pilothouse.debt.interest.Range;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * Hours, from the least to the most; below zero where something saves them.
 *
 * @param middle what is most likely
 */
record Hours(double low, double high, double middle) {
  static final Hours NONE = new Hours(0, 0);
  static final double MOST = 1e6;

  /** The least that is told as a number. */
  private static final double LEAST = 0.001;

  Hours {
    if (!(high >= low)) {
      throw new IllegalArgumentException(low + " to " + high);
    }
  }

  /** What somebody estimated. */
  Hours(double low, double high) {
    this(low, high, (low + high) / 2);
  }

  /** What was measured; one number where its ends are not known. */
  static @Nullable Hours of(@Nullable Range range) {
    if (range == null) {
      return null;
    }
    double middle = range.likely();
    Double low = range.low();
    Double high = range.high();
    return new Hours(low == null ? middle : low, high == null ? middle : high, middle);
  }

  Range range() {
    return new Range(Math.min(low, middle), middle, Math.max(high, middle));
  }

  /** The two; the lower alone stands for both, below the upper alone is all; null for neither. */
  static @Nullable Hours of(@Nullable Double low, @Nullable Double high) {
    if (low == null) {
      return high == null ? null : new Hours(0, high);
    }
    return high == null ? new Hours(low, low) : new Hours(low, high);
  }

  Hours plus(Hours other) {
    return new Hours(low + other.low, high + other.high, middle + other.middle);
  }

  boolean isNothing() {
    return low == 0 && high == 0;
  }

  Hours times(double factor) {
    return new Hours(low * factor, high * factor, middle * factor);
  }

  /** As {@code 3 h} or {@code 3–8 h}. */
  String says() {
    return Texts.say("debt.hours", span(low, high));
  }

  static String span(double low, double high) {
    double most = Math.max(Math.abs(low), Math.abs(high));
    if (most > 0 && most < LEAST / 2) {
      return Texts.say("debt.below", Say.number(LEAST));
    }
    String from = Say.number(low);
    String to = Say.number(high);
    return from.equals(to) ? from : Texts.say(low < 0 ? "debt.from-to" : "debt.span", from, to);
  }
}
