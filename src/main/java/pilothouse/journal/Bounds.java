package pilothouse.journal;

import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Keeps entries small, and their text such that both databases give back what they took. */
final class Bounds {
  private static final int FIELDS = 40;
  private static final int FIELD = 60;
  private static final int VALUE = 500;
  private static final char ODD = '\uFFFD';

  private Bounds() {}

  /** The text with at most so many characters, and none that a database or JSON cannot hold. */
  static String text(String text, int most) {
    if (isPlain(text, most)) {
      return text;
    }
    String given = text.strip();
    StringBuilder kept = new StringBuilder(Math.min(given.length(), most));
    given.codePoints().limit(most).forEach(c -> kept.appendCodePoint(isOdd(c) ? ODD : c));
    boolean cut = given.codePointCount(0, given.length()) > most;
    return cut
        ? kept.substring(0, kept.offsetByCodePoints(kept.length(), -1)) + "…"
        : kept.toString();
  }

  /** Whether it stays as it is: most texts do. */
  private static boolean isPlain(String text, int most) {
    int length = text.length();
    if (length > most) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      boolean edge = i == 0 || i == length - 1;
      if (c == 0 || Character.isSurrogate(c) || (edge && Character.isWhitespace(c))) {
        return false;
      }
    }
    return true;
  }

  /** Fields by name, as many and as long as an entry holds. */
  static SequencedMap<String, String> fields(Map<String, String> fields) {
    TreeMap<String, String> kept = new TreeMap<>();
    boolean fits = fields.size() <= FIELDS;
    new TreeMap<>(fields)
        .entrySet().stream()
            .limit(fits ? FIELDS : FIELDS - 1)
            .forEach(field -> kept.put(text(field.getKey(), FIELD), text(field.getValue(), VALUE)));
    if (!fits) {
      kept.put("…", "and " + (fields.size() - FIELDS + 1) + " more");
    }
    return kept;
  }

  private static boolean isOdd(int c) {
    return c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
