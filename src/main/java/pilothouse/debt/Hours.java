package pilothouse.debt;

import org.jspecify.annotations.Nullable;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** Hours, from the least to the most. */
record Hours(double low, double high) {
  static final Hours NONE = new Hours(0, 0);
  static final double MOST = 1e6;

  Hours {
    if (!(low >= 0 && high >= low)) {
      throw new IllegalArgumentException(low + " to " + high);
    }
  }

  /** The two, of which one alone stands for both; null for neither. */
  static @Nullable Hours of(@Nullable Double low, @Nullable Double high) {
    if (low == null) {
      return high == null ? null : new Hours(high, high);
    }
    return high == null ? new Hours(low, low) : new Hours(low, high);
  }

  Hours plus(Hours other) {
    return new Hours(low + other.low, high + other.high);
  }

  Hours times(double factor) {
    return new Hours(low * factor, high * factor);
  }

  double middle() {
    return (low + high) / 2;
  }

  /** As {@code 3 h} or {@code 3–8 h}. */
  String says() {
    return Texts.say("debt.hours", span(low, high));
  }

  static String span(double low, double high) {
    String from = Say.number(low);
    String to = Say.number(high);
    return from.equals(to) ? from : from + "–" + to;
  }
}
