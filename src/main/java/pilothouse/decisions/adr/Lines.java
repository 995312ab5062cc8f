package pilothouse.decisions.adr;

import java.util.Arrays;

/** Where each line of a file begins and ends, and what it is in Markdown. */
final class Lines {
  /** What a line is. */
  enum Kind {
    FRONT,
    BLANK,
    TEXT,
    HEADING,
    UNDERLINE,
    RULE,
    CODE,
    COMMENT
  }

  private final String raw;
  private int[] starts = new int[64];
  private final Kind[] kinds;
  private int size;

  Lines(Source source) {
    this.raw = source.raw();
    int at = source.start();
    while (at < raw.length()) {
      add(at);
      at = behind(at);
    }
    this.kinds = new Kind[size];
    Arrays.fill(kinds, Kind.TEXT);
    new Marks(this).set();
  }

  private void add(int start) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
    }
    starts[size++] = start;
  }

  private int behind(int at) {
    for (int i = at; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '\n') {
        return i + 1;
      }
      if (c == '\r') {
        return raw.startsWith("\n", i + 1) ? i + 2 : i + 1;
      }
    }
    return raw.length();
  }

  int size() {
    return size;
  }

  int from(int line) {
    return line < size ? starts[line] : raw.length();
  }

  /** Where the next one begins. */
  int next(int line) {
    return from(line + 1);
  }

  /** Where its characters end, before the line end. */
  int to(int line) {
    int to = next(line);
    int from = from(line);
    if (to > from && raw.charAt(to - 1) == '\n') {
      to--;
    }
    return to > from && raw.charAt(to - 1) == '\r' ? to - 1 : to;
  }

  Kind kind(int line) {
    return kinds[line];
  }

  boolean is(int line, Kind kind) {
    return line >= 0 && line < size && kind(line) == kind;
  }

  void mark(int line, Kind kind) {
    kinds[line] = kind;
  }

  char at(int position) {
    return raw.charAt(position);
  }

  String raw() {
    return raw;
  }

  /** The first byte of a line that is no blank; its end where there is none. */
  int ink(int line) {
    int at = from(line);
    int to = to(line);
    while (at < to && (raw.charAt(at) == ' ' || raw.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  /** Columns before the first ink; a tab is four. */
  int indent(int line) {
    int columns = 0;
    for (int i = from(line); i < ink(line); i++) {
      columns += raw.charAt(i) == '\t' ? 4 - columns % 4 : 1;
    }
    return columns;
  }

  /** Behind the mark of a bullet or a numbered item that begins there; -1 where none does. */
  int item(int line) {
    int at = ink(line);
    int to = to(line);
    int mark = at;
    while (mark < to && mark < at + 9 && Character.isDigit(raw.charAt(mark))) {
      mark++;
    }
    boolean numbered = mark > at && mark < to && ".)".indexOf(raw.charAt(mark)) >= 0;
    boolean bullet = mark == at && at < to && "*+-".indexOf(raw.charAt(at)) >= 0;
    if (!numbered && !bullet) {
      return -1;
    }
    int behind = mark + 1;
    if (behind < to && raw.charAt(behind) != ' ' && raw.charAt(behind) != '\t') {
      return -1;
    }
    while (behind < to && (raw.charAt(behind) == ' ' || raw.charAt(behind) == '\t')) {
      behind++;
    }
    return behind;
  }

  /** The line that holds a byte. */
  int of(int position) {
    int found = Arrays.binarySearch(starts, 0, size, position);
    return found >= 0 ? found : -found - 2;
  }
}
