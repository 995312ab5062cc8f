package pilothouse.direction.bets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * What somebody takes a number to be: at least, most likely, at most; none below zero. Ranges are
 * combined by their ends, so a result holds whatever the truth is within the ranges that went in.
 */
public record Range(double low, double likely, double high) {
  private static final double LARGEST = 1e15;
  private static final Pattern BETWEEN = Pattern.compile("\\s*(?:–|—|\\.\\.|;|-|\\s)\\s*");

  /** 1,000 may be a thousand or one, and is neither here. */
  private static final Pattern NUMBER =
      Pattern.compile("(\\d{1,3}(,\\d{3}){2,}|\\d{1,16})(\\.\\d{1,9})?");

  public Range {
    if (!(0 <= low && low <= likely && likely <= high && high <= LARGEST)) {
      throw new IllegalArgumentException("no range: " + low + ", " + likely + ", " + high);
    }
  }

  /** A number that is known. */
  static Range of(double value) {
    return new Range(value, value, value);
  }

  /** Reads one number, or three in their order: {@code 3000 – 5000 – 9000}; empty for others. */
  static Optional<Range> parse(String text) {
    String[] parts = BETWEEN.split(text.strip(), -1);
    boolean numbers = Arrays.stream(parts).allMatch(part -> NUMBER.matcher(part).matches());
    if (!numbers || (parts.length != 1 && parts.length != 3)) {
      return Optional.empty();
    }
    double[] values =
        Arrays.stream(parts)
            .mapToDouble(part -> Double.parseDouble(part.replace(",", "")))
            .toArray();
    double likely = values[values.length / 2];
    double high = values[values.length - 1];
    return values[0] <= likely && likely <= high && high <= LARGEST
        ? Optional.of(new Range(values[0], likely, high))
        : Optional.empty();
  }

  Range times(Range other) {
    return new Range(low * other.low, likely * other.likely, high * other.high);
  }

  Range times(double factor) {
    return new Range(low * factor, likely * factor, high * factor);
  }

  Range plus(Range other) {
    return new Range(low + other.low, likely + other.likely, high + other.high);
  }

  /** Divided by one that is above zero: the least by the most, and the most by the least. */
  Range over(Range divisor) {
    return new Range(low / divisor.high, likely / divisor.likely, high / divisor.low);
  }

  /** Whether there is nothing between its ends. */
  boolean isExact() {
    return low == high;
  }

  /** Whether they have a number in common, so that either may be the larger one. */
  boolean overlaps(Range other) {
    return low <= other.high && other.low <= high;
  }

  boolean holds(double value) {
    return low <= value && value <= high;
  }

  /** As it is kept and typed. */
  String text() {
    return isExact() ? plain(likely) : plain(low) + " – " + plain(likely) + " – " + plain(high);
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value)
        .setScale(9, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** For people: {@code 4,000 (2,400 to 6,000)}. */
  public String says() {
    return isExact()
        ? Say.number(likely)
        : Texts.say("bets.range.says", Say.number(likely), Say.number(low), Say.number(high));
  }
}
