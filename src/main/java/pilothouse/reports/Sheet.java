package pilothouse.reports;

import org.jspecify.annotations.Nullable;
import pilothouse.reports.HealthCheck.State;
import pilothouse.text.Say;

/** Paper for plain text: lines of a width, wrapped words, headings, colours where asked for. */
final class Sheet {
  private final int width;
  private final boolean colours;
  private final StringBuilder out = new StringBuilder(8_192);

  Sheet(int width, boolean colours) {
    this.width = Math.max(60, width);
    this.colours = colours;
  }

  /** All that was written. */
  String text() {
    return out.toString();
  }

  void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }

  void title(String text) {
    line(strong(text));
  }

  /** A heading with the state beside it, and a rule to the edge. */
  void heading(String title, @Nullable State state) {
    line("");
    String word = state == null ? "" : ": " + state.words();
    int dashes = Math.max(3, width - title.length() - word.length() - 1);
    line(strong(title) + paint(state, word) + " " + "─".repeat(dashes));
  }

  /** The text with its continuation lines under its beginning. */
  void wrap(String first, String text) {
    String indent = " ".repeat(first.length());
    StringBuilder row = new StringBuilder(first);
    boolean empty = true;
    for (String word : text.split(" ", -1)) {
      if (!empty && row.length() + 1 + word.length() > width) {
        line(row.toString());
        row = new StringBuilder(indent);
        empty = true;
      }
      row.append(empty ? "" : " ").append(word);
      empty = false;
    }
    line(row.toString());
  }

  /** A name and its value; a long path loses its beginning. */
  void pair(String text, String value, int column) {
    String clean = plain(text);
    int room = width - 6 - value.length();
    if (clean.length() > room && room >= 24) {
      clean = "…" + clean.substring(clean.length() - room + 1);
    }
    if (clean.length() > room) {
      wrap("    ", clean);
      wrap("      ", value);
      return;
    }
    int blanks = Math.max(2, Math.min(column, room) - clean.length());
    line("    " + clean + " ".repeat(blanks) + value);
  }

  /** Without control characters: paths and subjects may hold any. */
  static String plain(String text) {
    return Say.plain(text);
  }

  private String strong(String text) {
    return colours ? "\u001b[1m" + text + "\u001b[0m" : text;
  }

  private String paint(@Nullable State state, String text) {
    if (!colours || state == null || text.isEmpty()) {
      return text;
    }
    int colour =
        switch (state) {
          case ACT -> 31;
          case LOOK -> 33;
          case UNKNOWN -> 35;
          case KNOW -> 36;
          case NOTHING_FOUND -> 32;
        };
    return "\u001b[" + colour + "m" + text + "\u001b[0m";
  }
}
