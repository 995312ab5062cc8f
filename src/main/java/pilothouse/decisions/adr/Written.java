package pilothouse.decisions.adr;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people wrote, as it may stand in Markdown: whatever would be taken for structure gets a
 * backslash, which goes when it is read.
 */
final class Written {
  private static final String STRUCTURE = "(?:#|```|~~~|[-=]+[ \\t]*$|[*_][*_ \\t]*$|<)";
  private static final Pattern MEANT =
      Pattern.compile("^([ \\t]*)(\\\\*" + STRUCTURE + ")", Pattern.MULTILINE);
  private static final Pattern MARKED =
      Pattern.compile("^([ \\t]*)\\\\(\\\\*" + STRUCTURE + ")", Pattern.MULTILINE);
  private static final String ARGUMENT = "(?:[*+-][ \\t]+)";
  private static final Pattern ITEM =
      Pattern.compile("^([ \\t]*)(\\\\*" + ARGUMENT + ")", Pattern.MULTILINE);
  private static final Pattern MARKED_ITEM =
      Pattern.compile("^([ \\t]*)\\\\(\\\\*" + ARGUMENT + ")", Pattern.MULTILINE);
  private static final Pattern ENTITY = Pattern.compile("^&#(\\d{1,7});");
  private static final Pattern BLANK_LINE = Pattern.compile("^[ \\t]+$", Pattern.MULTILINE);
  private static final Pattern BLANK_LINES = Pattern.compile("\\A\\n+|\\s+\\z");

  private Written() {}

  /** On one line. */
  static String line(String text) {
    return text.replaceAll("[\\s\\u0000-\\u001f\\u0085\\u2028\\u2029]+", " ").strip();
  }

  /** With plain line ends, and without empty lines around it. */
  static String text(String text) {
    String plain = text.replace("\r\n", "\n").replace('\r', '\n');
    return BLANK_LINES.matcher(BLANK_LINE.matcher(plain).replaceAll("")).replaceAll("");
  }

  static List<String> texts(List<String> texts) {
    return texts.stream().map(text -> text(text).strip()).filter(text -> !text.isEmpty()).toList();
  }

  static List<String> lines(List<String> texts) {
    return texts.stream().map(Written::line).filter(text -> !text.isEmpty()).toList();
  }

  /** Code between fences that are closed stays as it is. */
  static String shown(String text) {
    return outsideOfCode(text, MEANT);
  }

  static String read(String text) {
    return outsideOfCode(text, MARKED);
  }

  /** On the line of an item, where no code can begin. */
  static String shownInItem(String text) {
    return MEANT.matcher(text).replaceAll("$1\\\\$2");
  }

  static String readInItem(String text) {
    return MARKED.matcher(text).replaceAll("$1$2");
  }

  /** The same, where items of a list are arguments. */
  static String shownAmongItems(String text) {
    return ITEM.matcher(shown(text)).replaceAll("$1\\\\$2");
  }

  static String readAmongItems(String text) {
    return read(MARKED_ITEM.matcher(text).replaceAll("$1$2"));
  }

  private static String outsideOfCode(String text, Pattern pattern) {
    boolean shows = pattern == MEANT;
    List<String> out = new ArrayList<>();
    String[] all = text.split("\n", -1);
    for (int i = 0; i < all.length; i++) {
      int close = closing(all, i);
      for (; i < close; i++) {
        out.add(all[i]);
      }
      out.add(
          close >= 0 ? all[i] : pattern.matcher(all[i]).replaceFirst(shows ? "$1\\\\$2" : "$1$2"));
    }
    return String.join("\n", out);
  }

  /** The line that closes the code that a line opens; -1 where none does. */
  private static int closing(String[] lines, int line) {
    if (!lines[line].matches("(?:```[^`]*|~~~.*)")) {
      return -1;
    }
    String mark = lines[line].substring(0, 3);
    int length = 0;
    while (length < lines[line].length() && lines[line].charAt(length) == mark.charAt(0)) {
      length++;
    }
    String fence = mark.substring(0, 1).repeat(length);
    for (int i = line + 1; i < lines.length; i++) {
      if (lines[i].startsWith(fence)
          && lines[i].strip().replace(mark.substring(0, 1), "").isEmpty()) {
        return i;
      }
    }
    return -1;
  }

  /** As the words of a heading. */
  static String heading(String line) {
    String open = line.replace("<!--", "\\<!--");
    return open.endsWith("#") ? open.substring(0, open.length() - 1) + "\\#" : open;
  }

  static String readHeading(String words) {
    String end = words.endsWith("\\#") ? words.substring(0, words.length() - 2) + "#" : words;
    return end.replace("\\<!--", "<!--");
  }

  /** As a title; one that begins like a number of a record spells its first letter out. */
  static String title(String line) {
    String heading = heading(line);
    return Names.isNumbered(line) || line.startsWith("&#")
        ? "&#%d;%s"
            .formatted(line.codePointAt(0), heading.substring(heading.offsetByCodePoints(0, 1)))
        : heading;
  }

  static String readTitle(String words) {
    Matcher entity = ENTITY.matcher(words);
    boolean spelled =
        entity.find() && Character.isValidCodePoint(Integer.parseInt(entity.group(1)));
    return readHeading(
        spelled
            ? Character.toString(Integer.parseInt(entity.group(1))) + words.substring(entity.end())
            : words);
  }
}
