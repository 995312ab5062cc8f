package pilothouse.decisions.adr;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.adr.Lines.Kind;

/** Says of each line what it is: what stands in code, comments or front matter is no heading. */
final class Marks {
  private static final Pattern KEY =
      Pattern.compile("[\"']?[\\w\\u0080-\\u00ff][^:{}\\[\\]]{0,60}:.*");
  private final Lines lines;
  private final String raw;
  private boolean listed;
  private int paragraph = -1;
  private char fence;
  private int fenceLength;
  private int fenceIndent;
  private @Nullable String closing;
  private Kind enclosed = Kind.CODE;

  Marks(Lines lines) {
    this.lines = lines;
    this.raw = lines.raw();
  }

  void set() {
    int first = front();
    for (int i = first; i < lines.size(); i++) {
      Kind kind = kind(i);
      lines.mark(i, kind);
      if (kind != Kind.TEXT) {
        paragraph = -1;
      } else if (paragraph < 0) {
        paragraph = i;
      }
    }
  }

  /** Marks front matter, which is closed and has a name with a colon first; gives its end. */
  private int front() {
    if (lines.size() == 0 || !isLine(0, "---")) {
      return 0;
    }
    boolean named = false;
    for (int i = 1; i < lines.size(); i++) {
      if (isLine(i, "---") || isLine(i, "...")) {
        for (int j = 0; j <= i; j++) {
          lines.mark(j, Kind.FRONT);
        }
        return i + 1;
      }
      int ink = lines.ink(i);
      boolean empty = ink == lines.to(i) || lines.at(ink) == '#';
      if (!named && !empty) {
        int end = Math.min(lines.to(i), ink + 200);
        if (!KEY.matcher(raw).region(ink, end).lookingAt()) {
          return 0;
        }
        named = true;
      }
    }
    return 0;
  }

  private boolean isLine(int line, String mark) {
    int from = lines.from(line);
    return raw.startsWith(mark, from) && isBlank(from + mark.length(), lines.to(line));
  }

  private boolean isBlank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (raw.charAt(i) != ' ' && raw.charAt(i) != '\t') {
        return false;
      }
    }
    return from <= to;
  }

  private Kind kind(int line) {
    int ink = lines.ink(line);
    int to = lines.to(line);
    if (fence != 0 || closing != null) {
      Kind inside = fence != 0 ? fenced(line, ink, to) : enclosed(ink, to);
      if (inside != null) {
        return inside;
      }
    }
    if (ink == to) {
      return Kind.BLANK;
    }
    int indent = lines.indent(line);
    if (indent >= 4) {
      return paragraph < 0 && !listed ? Kind.CODE : Kind.TEXT;
    }
    char c = raw.charAt(ink);
    if (opens(c, ink, to, indent)) {
      return fence != 0 ? Kind.CODE : enclosed;
    }
    if (c == '#' && isHeading(ink, to)) {
      listed = false;
      return Kind.HEADING;
    }
    Kind ruled = ruled(line, c, ink, to);
    if (ruled != null) {
      listed = false;
      return ruled;
    }
    listed = lines.item(line) >= 0 || (listed && (indent >= 2 || paragraph >= 0));
    return Kind.TEXT;
  }

  /** Null where a line outside of the list ends the code that stood in it. */
  private @Nullable Kind fenced(int line, int ink, int to) {
    boolean outside = listed && fenceIndent > 0 && ink < to && lines.indent(line) == 0;
    if (run(ink, to, fence) >= fenceLength && isBlank(ink + run(ink, to, fence), to)) {
      fence = 0;
      return Kind.CODE;
    }
    if (outside) {
      fence = 0;
      return null;
    }
    return Kind.CODE;
  }

  private Kind enclosed(int ink, int to) {
    if (closing != null && found(closing, ink, to)) {
      closing = null;
    }
    return enclosed;
  }

  private boolean found(String mark, int from, int to) {
    for (int i = from; i + mark.length() <= to; i++) {
      if (raw.regionMatches(true, i, mark, 0, mark.length())) {
        return true;
      }
    }
    return false;
  }

  private boolean opens(char c, int ink, int to, int indent) {
    int length = c == '`' || c == '~' ? run(ink, to, c) : 0;
    if (length >= 3 && (c == '~' || !found("`", ink + length, to))) {
      fence = c;
      fenceLength = length;
      fenceIndent = indent;
      return true;
    }
    if (c != '<') {
      return false;
    }
    if (raw.startsWith("<!--", ink) && to - ink >= 4) {
      closing = found("-->", ink + 4, to) ? null : "-->";
      enclosed = Kind.COMMENT;
      return closing != null || raw.startsWith("-->", to - 3);
    }
    return verbatim(ink, to);
  }

  private boolean verbatim(int ink, int to) {
    String begin = raw.substring(ink, Math.min(to, ink + 12)).toLowerCase(Locale.ROOT);
    for (String name : new String[] {"pre", "script", "style", "textarea"}) {
      if (begin.matches("<" + name + "([ \\t>].*)?")) {
        closing = found("</" + name + ">", ink, to) ? null : "</" + name + ">";
        enclosed = Kind.CODE;
        return true;
      }
    }
    return false;
  }

  private int run(int from, int to, char c) {
    int at = from;
    while (at < to && raw.charAt(at) == c) {
      at++;
    }
    return at - from;
  }

  private boolean isHeading(int ink, int to) {
    int level = run(ink, to, '#');
    int behind = ink + level;
    return level <= 6 && (behind == to || raw.charAt(behind) == ' ' || raw.charAt(behind) == '\t');
  }

  private @Nullable Kind ruled(int line, char c, int ink, int to) {
    if (c != '-' && c != '=' && c != '*' && c != '_') {
      return null;
    }
    boolean whole = isBlank(ink + run(ink, to, c), to);
    if (whole && (c == '-' || c == '=') && isTitle(line - 1)) {
      return Kind.UNDERLINE;
    }
    int marks = 0;
    for (int i = ink; i < to; i++) {
      char mark = raw.charAt(i);
      if (mark != c && mark != ' ' && mark != '\t') {
        return null;
      }
      marks += mark == c ? 1 : 0;
    }
    return marks >= 3 && c != '=' ? Kind.RULE : null;
  }

  /** A paragraph of one line may be a heading, if it is underlined and is no item, row or field. */
  private boolean isTitle(int line) {
    return line >= 0
        && paragraph == line
        && lines.item(line) < 0
        && lines.indent(line) < 4
        && ">|".indexOf(raw.charAt(lines.ink(line))) < 0
        && !FieldLine.isField(lines, line);
  }
}
