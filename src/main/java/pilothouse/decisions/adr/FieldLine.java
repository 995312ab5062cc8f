package pilothouse.decisions.adr;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A line in the head of a record that names a field: {@code * Status: accepted}, {@code **Date:**
 * …}, {@code Deciders: …}.
 *
 * @param from where the value begins
 * @param to where it ends
 */
record FieldLine(Field field, int line, int from, int to) {
  /** A mark of emphasis, a name and a colon take at most so many bytes. */
  private static final int NAME = 90;

  /** Stands between two fields on one line. */
  static final String BETWEEN = " | ";

  private static final String WIDE_COLON = "\u00ef\u00bc\u009a";

  static boolean isField(Lines lines, int line) {
    return of(lines, line, lines.from(line)) != null;
  }

  /** The field that a line names from there on; null where it names none. */
  static @Nullable FieldLine of(Lines lines, int line, int start) {
    int from = start == lines.from(line) ? begin(lines, line) : start;
    int colon = colon(lines, line, from);
    Field field = colon < 0 ? null : Field.named(text(lines, from, colon));
    return field == null ? null : valued(field, lines, line, colon);
  }

  private static int colon(Lines lines, int line, int from) {
    int end = Math.min(lines.to(line), from + NAME);
    for (int i = from; i < end; i++) {
      if (lines.at(i) == ':' || lines.raw().startsWith(WIDE_COLON, i)) {
        return i;
      }
    }
    return -1;
  }

  private static String text(Lines lines, int from, int to) {
    byte[] bytes = lines.raw().substring(from, to).getBytes(StandardCharsets.ISO_8859_1);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static int begin(Lines lines, int line) {
    int item = lines.item(line);
    int from = item >= 0 ? item : lines.ink(line);
    while (from < lines.to(line) && "> ".indexOf(lines.at(from)) >= 0) {
      from++;
    }
    return from;
  }

  private static FieldLine valued(Field field, Lines lines, int line, int colon) {
    int to = lines.to(line);
    int from = colon + (lines.at(colon) == ':' ? 1 : WIDE_COLON.length());
    while (from < to && " \t*_".indexOf(lines.at(from)) >= 0) {
      from++;
    }
    int next = lines.raw().indexOf(BETWEEN, from, to);
    int named = next < 0 ? -1 : colon(lines, line, next + BETWEEN.length());
    boolean another =
        named >= 0
            && (lines.at(next + BETWEEN.length()) == '*'
                || Field.named(text(lines, next + BETWEEN.length(), named)) != null);
    to = another ? next : to;
    boolean comment = to >= 3 && lines.raw().startsWith("-->", to - 3);
    int note = comment ? lines.raw().lastIndexOf("<!--", to) : -1;
    to = note >= from ? note : to;
    while (to > from && " \t\\*_".indexOf(lines.at(to - 1)) >= 0) {
      to--;
    }
    return new FieldLine(field, line, from, to);
  }
}
