package pilothouse.decisions.adr;

import java.util.List;
import java.util.regex.Pattern;

/** Spells the values of a field for the place where they will stand. */
final class Spelling {
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}][\\p{L}\\p{N} ._/@()+-]*|\\d{4}-\\d{2}-\\d{2}");

  private static final Pattern WORD =
      Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n|.*\\s");

  private Spelling() {}

  /** Behind {@code key: }, in front matter. */
  static String yaml(Field field, List<String> values) {
    if (!field.isList()) {
      return scalar(String.join(", ", values));
    }
    boolean simple =
        values.stream()
            .allMatch(one -> Listed.parts(one).equals(List.of(one)) && !one.contains("\""));
    String joined = String.join(", ", values);
    if (!simple) {
      return flow(values);
    }
    boolean plain = values.stream().allMatch(Spelling::isPlain);
    return plain && !values.isEmpty() ? joined : quoted(joined);
  }

  static String flow(List<String> values) {
    return "[" + String.join(", ", values.stream().map(Spelling::quoted).toList()) + "]";
  }

  static String scalar(String text) {
    return isPlain(text) ? text : quoted(text);
  }

  private static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches() && !WORD.matcher(text).matches();
  }

  static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            out.append('\\').appendCodePoint(c);
          } else if (c < 0x20 || (c >= 0x7f && c <= 0xa0) || (c >= 0xd800 && c <= 0xdfff)) {
            out.append("\\u%04x".formatted(c));
          } else {
            out.appendCodePoint(c);
          }
        });
    return out.append('"').toString();
  }

  /** On a line of the text. */
  static String line(Field field, List<String> values) {
    return Written.shownInItem(field.isList() ? Listed.line(values) : String.join(", ", values));
  }

  /** In a cell of a table. */
  static String cell(Field field, List<String> values) {
    return line(field, values).replace("|", "\\|");
  }
}
