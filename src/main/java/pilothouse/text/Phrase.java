package pilothouse.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of one key, cut once where values and marks stand, so that saying them reads nothing
 * again. {@code {0}} is a value. Marks count only where a page asks for them: {@code [label]({0})}
 * leads to an address, {@code `code`} and {@code **strong**} are set off. A text holds no HTML.
 */
public final class Phrase {
  private final String whole;
  private final List<Part> plain;
  private volatile @Nullable List<Part> marked;

  /** What a part of a phrase is. */
  public enum Kind {
    TEXT,
    VALUE,
    LINK,
    END_LINK,
    CODE,
    END_CODE,
    STRONG,
    END_STRONG
  }

  /**
   * A part.
   *
   * @param text of a text, empty else
   * @param value which value stands there, or where a link leads; -1 for none
   */
  public record Part(Kind kind, String text, int value) {}

  /**
   * Cuts it at its values.
   *
   * @throws IllegalArgumentException where a brace opens or closes without the other
   */
  Phrase(String whole) {
    this.whole = whole;
    this.plain = List.copyOf(cut(whole));
  }

  /** The words with values in them. */
  String with(@Nullable Object... values) {
    if (values.length == 0) {
      return whole;
    }
    StringBuilder said = new StringBuilder(whole.length() + 40);
    for (Part part : plain) {
      said.append(part.kind() == Kind.TEXT ? part.text() : values[part.value()]);
    }
    return said.toString();
  }

  /** Its parts without marks: texts and values. */
  List<Part> plain() {
    return plain;
  }

  /** How many links it has. */
  long links() {
    return parts().stream().filter(part -> part.kind() == Kind.LINK).count();
  }

  /** How many values it takes. */
  int values() {
    return plain.stream().mapToInt(part -> part.value() + 1).max().orElse(0);
  }

  /**
   * Its parts, marks included; links and what is set off are closed before the next one opens.
   *
   * @throws IllegalArgumentException where a mark is not closed
   */
  public List<Part> parts() {
    List<Part> parts = marked;
    if (parts == null) {
      parts = List.copyOf(marked(whole));
      marked = parts;
    }
    return parts;
  }

  private static List<Part> cut(String text) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      text(parts, text.substring(from, open));
      parts.add(new Part(Kind.VALUE, "", number(text, open + 1, close)));
      from = close + 1;
    }
    text(parts, text.substring(from));
    return parts;
  }

  private static int number(String text, int from, int to) {
    if (to != from + 1 || !Character.isDigit(text.charAt(from))) {
      throw new IllegalArgumentException(
          "“" + text + "”: only a digit may stand between braces, as {0}");
    }
    return Character.digit(text.charAt(from), 10);
  }

  private static List<Part> marked(String text) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    for (int at = next(text, from); at < text.length(); at = next(text, from)) {
      parts.addAll(cut(text.substring(from, at)));
      from = at + marked(text, at, parts);
    }
    parts.addAll(cut(text.substring(from)));
    return parts;
  }

  /** Where the next mark stands, or the end. */
  private static int next(String text, int from) {
    int at = from;
    while (at < text.length()
        && !isLink(text, at)
        && text.charAt(at) != '`'
        && !text.startsWith("**", at)) {
      at++;
    }
    return at;
  }

  /** A bracket that no address follows is a bracket. */
  private static boolean isLink(String text, int at) {
    return text.charAt(at) == '[' && text.indexOf("]({", at) > 0;
  }

  /** Cuts what a mark encloses; gives its length. */
  private static int marked(String text, int at, List<Part> parts) {
    if (text.charAt(at) == '[') {
      int end = text.indexOf("]({", at);
      int close = end < 0 ? -1 : text.indexOf("})", end);
      if (close < 0) {
        throw new IllegalArgumentException("“" + text + "”: a link is written as [words]({0})");
      }
      parts.add(new Part(Kind.LINK, "", number(text, end + 3, close)));
      parts.addAll(cut(text.substring(at + 1, end)));
      parts.add(new Part(Kind.END_LINK, "", -1));
      return close + 2 - at;
    }
    boolean code = text.charAt(at) == '`';
    String mark = code ? "`" : "**";
    int end = text.indexOf(mark, at + mark.length());
    if (end < 0) {
      throw new IllegalArgumentException("“" + text + "”: " + mark + " is not closed");
    }
    parts.add(new Part(code ? Kind.CODE : Kind.STRONG, "", -1));
    parts.addAll(cut(text.substring(at + mark.length(), end)));
    parts.add(new Part(code ? Kind.END_CODE : Kind.END_STRONG, "", -1));
    return end + mark.length() - at;
  }

  private static void text(List<Part> parts, String text) {
    if (!text.isEmpty()) {
      parts.add(new Part(Kind.TEXT, text, -1));
    }
  }
}
