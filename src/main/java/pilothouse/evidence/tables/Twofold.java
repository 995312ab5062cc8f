package pilothouse.evidence.tables;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers such as 1,200, which is a thousand to some and one to others: a column that nowhere shows
 * what its mark means is not read before somebody has said so.
 */
final class Twofold {
  private static final Pattern COMMA = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}%?");
  private static final Pattern POINT = Pattern.compile("[+-]?[1-9]\\d{0,2}\\.\\d{3}%?");

  private static final Pattern COMMAS = Pattern.compile("[+-]?\\d{1,3}(?:,\\d{3})+%?");
  private static final Pattern POINTS = Pattern.compile("[+-]?\\d{1,3}(?:\\.\\d{3})+%?");

  /** A fraction that is no group of three, both marks in one number, or a group of more digits. */
  private static final Pattern CERTAIN =
      Pattern.compile(
          "[+-]?(?:\\d*[.,](?:\\d{1,2}|\\d{4,})|0[.,]\\d+|[\\d.]*\\.\\d{3},\\d+|[\\d,]*,\\d{3}\\.\\d+"
              + "|\\d{1,3}(?:,\\d{3}){2,}|\\d{1,3}(?:\\.\\d{3}){2,})%?");

  private static final Pattern PARTED = Pattern.compile("[+-]?[1-9]\\d{0,2},\\d{3}\\.\\d+%?");

  private Twofold() {}

  /** Whether some number shows what its mark means. */
  static boolean isCertain(List<String> numbers) {
    return numbers.stream().anyMatch(number -> CERTAIN.matcher(number).matches());
  }

  /** A number without the marks between its thousands. */
  static String ungrouped(String number, Decimal decimal) {
    Pattern grouped = decimal == Decimal.POINT ? COMMAS : POINTS;
    return grouped.matcher(number).matches()
        ? number.replace(decimal == Decimal.POINT ? "," : ".", "")
        : number;
  }

  /** A number that may be a thousand or one, where nothing else shows which; else null. */
  static @Nullable String unclear(List<String> numbers) {
    if (isCertain(numbers)) {
      return null;
    }
    boolean bare = numbers.stream().anyMatch(number -> number.matches("[+-]?\\d{1,3}"));
    return numbers.stream()
        .filter(
            number -> COMMA.matcher(number).matches() || (bare && POINT.matcher(number).matches()))
        .findFirst()
        .orElse(null);
  }

  /** Whether it is no number with this mark because it may be a thousand. */
  static boolean isGrouped(String number, Decimal decimal) {
    return (decimal == Decimal.POINT ? COMMA : POINT).matcher(number).matches();
  }

  /** The number of which a comma made the field before it and its own; null where it did not. */
  static @Nullable String parted(String before, String own) {
    String whole = before + "," + own;
    return COMMA.matcher(whole).matches() || PARTED.matcher(whole).matches() ? whole : null;
  }
}
