package pilothouse.evidence.tables;

import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Unfit;

/** How large the parts of a table may be. */
final class Limits {
  static final int COLUMNS = 1_000;
  static final int LINE = 1 << 20;
  static final int FIELD = 64 * 1024;

  private Limits() {}

  static BadFile columns() {
    return new BadFile(
        "It has more than %,d columns.".formatted(COLUMNS),
        "Export only the columns that are needed.");
  }

  static BadFile headerLine() {
    return new BadFile(
        "Its first line is longer than %,d characters.".formatted(LINE),
        "The first line has to name the columns.");
  }

  static Unfit line() {
    return new Unfit(
        "",
        "the line is longer than %,d characters.".formatted(LINE),
        "Shorten it, or leave out the longest column.");
  }

  static Unfit shortness(int has, int named) {
    return new Unfit(
        "",
        "the line has %,d %s, the first line names %,d."
            .formatted(has, has == 1 ? "field" : "fields", named),
        "Look whether it breaks off; where a field is empty, its separator still has to stand.");
  }

  static Unfit width(int has, int most) {
    return new Unfit(
        "",
        "the line has %,d fields, the first line names %,d.".formatted(has, most),
        "Put fields that hold the separator in double quotes.");
  }
}
