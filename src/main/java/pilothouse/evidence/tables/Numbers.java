package pilothouse.evidence.tables;

/** Reads numbers from characters. */
final class Numbers {
  private static final double[] TENS = tens();
  private static final int EXACT_DIGITS = 15;

  private Numbers() {}

  private static double[] tens() {
    double[] tens = new double[EXACT_DIGITS + 1];
    double ten = 1;
    for (int i = 0; i < tens.length; i++, ten *= 10) {
      tens[i] = ten;
    }
    return tens;
  }

  /**
   * A number; NaN when it is none. Groups of thousands are taken out where the fraction's mark
   * shows what they are.
   */
  static double read(char[] chars, int start, int end, Decimal decimal) {
    char mark = decimal == Decimal.COMMA ? ',' : '.';
    char group = decimal == Decimal.COMMA ? '.' : ',';
    int at = start;
    boolean negative = at < end && chars[at] == '-';
    at += negative || (at < end && chars[at] == '+') ? 1 : 0;
    long digits = 0;
    int count = 0;
    int behind = -1;
    for (; at < end; at++) {
      char c = chars[at];
      if (c >= '0' && c <= '9') {
        digits = digits * 10 + (c - '0');
        count++;
        behind += behind >= 0 ? 1 : 0;
      } else if (c == mark && behind < 0) {
        behind = 0;
      } else {
        return slow(new String(chars, start, end - start), mark, group);
      }
      if (count > EXACT_DIGITS) {
        return slow(new String(chars, start, end - start), mark, group);
      }
    }
    if (count == 0) {
      return Double.NaN;
    }
    double value = behind > 0 ? digits / TENS[behind] : digits;
    return negative ? -value : value;
  }

  private static double slow(String text, char mark, char group) {
    String groups = "[+-]?\\d{1,3}(?:[" + group + "'\u00a0\u202f ]\\d{3})+";
    String fraction = "(?:[" + mark + "]\\d+)";
    boolean grouped = text.matches(groups + (group == ',' || group == '.' ? fraction : ""));
    String plain = grouped ? text.replaceAll("[" + group + "'\u00a0\u202f ]", "") : text;
    String point = plain.replace(mark, '.');
    boolean number =
        plain.matches("[+-]?(?:\\d+" + fraction + "?|" + fraction + ")(?:[eE][+-]?\\d{1,3})?");
    double value = number ? Double.parseDouble(point) : Double.NaN;
    return Double.isInfinite(value) ? Double.NaN : value;
  }
}
