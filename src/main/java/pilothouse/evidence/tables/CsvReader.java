package pilothouse.evidence.tables;

import java.io.IOException;
import java.io.Reader;
import pilothouse.evidence.files.Unfit;
import pilothouse.text.Texts;

/**
 * Reads separated values in one pass over a buffer; fields are slices of it. Quoted fields may hold
 * separators, lines and doubled quotes. A quote that never ends spoils its own line only.
 */
final class CsvReader implements Records {
  private static final int BUFFER = Limits.LINE + 256 * 1024;
  private final Reader reader;
  private final char separator;
  private final char[] buffer = new char[BUFFER];
  private int position;
  private int filled;
  private boolean ended;
  private long line = 1;
  private int inside;
  private String[] header = {};
  private int named;

  private CsvReader(Reader reader, char separator) {
    this.reader = reader;
    this.separator = separator;
  }

  /** Opens a table and reads its first line. */
  static CsvReader open(Reader reader, char separator) throws IOException {
    CsvReader csv = new CsvReader(reader, separator);
    Row first = new Row();
    while (csv.next(first) && first.trouble() == null && isBlank(first)) {
      first.begin(0);
    }
    if (first.trouble() != null) {
      throw csv.tooWide(first) ? Limits.columns() : Limits.headerLine();
    }
    csv.header = new String[first.count()];
    for (int i = 0; i < csv.header.length; i++) {
      csv.header[i] = first.text(i);
      csv.named = csv.header[i].isEmpty() ? csv.named : i + 1;
    }
    return csv;
  }

  private boolean tooWide(Row first) {
    return first.count() > Limits.COLUMNS;
  }

  private static boolean isBlank(Row row) {
    return row.count() == 1 && row.text(0).isEmpty();
  }

  @Override
  public String[] header() {
    return header;
  }

  @Override
  public boolean next(Row row) throws IOException {
    do {
      if (!read(row)) {
        return false;
      }
    } while (header.length > 0 && row.trouble() == null && isBlank(row));
    if (header.length > 0 && row.trouble() == null && row.count() != header.length) {
      judgeWidth(row);
    }
    return true;
  }

  /**
   * More fields than names are fine while they are empty, and so are columns without a name that
   * are not there: a separator at the end of lines.
   */
  private void judgeWidth(Row row) {
    if (row.count() < named) {
      row.spoil(Limits.shortness(row.count(), header.length));
      return;
    }
    for (int i = header.length; i < row.count(); i++) {
      if (!row.text(i).isEmpty()) {
        row.spoil(tooMany(row));
        return;
      }
    }
  }

  /** Mostly a comma between thousands, which parts a number like any other comma. */
  private Unfit tooMany(Row row) {
    for (int i = 1; separator == ',' && i < row.count(); i++) {
      String parted = Twofold.parted(row.text(i - 1), row.text(i));
      if (parted != null) {
        return Limits.parted(row.count(), header.length, parted);
      }
    }
    return Limits.width(row.count(), header.length);
  }

  private boolean read(Row row) throws IOException {
    row.begin(line);
    row.chars = buffer;
    if (filled - position < Limits.LINE && !ended) {
      fill();
    }
    if (position >= filled) {
      return false;
    }
    int at = position;
    inside = 0;
    while (true) {
      at = at < filled && buffer[at] == '"' ? quoted(row, at) : plain(row, at);
      if (row.trouble() != null) {
        return skipped();
      }
      if (at >= filled) {
        return ended ? finish(row, at) : tooLong(row);
      }
      char stop = buffer[at];
      if (stop != separator) {
        return finish(row, at);
      }
      at++;
      if (row.count() > Limits.COLUMNS) {
        row.spoil(Limits.width(row.count(), Limits.COLUMNS));
        return skipped();
      }
    }
  }

  /** A field without quotes: to the separator or the end of the line. */
  private int plain(Row row, int from) {
    int at = from;
    char[] chars = buffer;
    int end = filled;
    while (at < end) {
      char c = chars[at];
      if (c == separator || c == '\n' || c == '\r') {
        break;
      }
      at++;
    }
    row.add(from, at);
    return at;
  }

  /** A field in quotes; nothing is moved before the closing one is found. */
  private int quoted(Row row, int from) {
    int breaks = 0;
    boolean doubled = false;
    for (int at = from + 1; at < filled; at++) {
      char c = buffer[at];
      if (c == '\n') {
        breaks++;
      } else if (c == '"') {
        if (at + 1 < filled && buffer[at + 1] == '"') {
          doubled = true;
          at++;
        } else {
          inside += breaks;
          row.add(from + 1, doubled ? joined(from + 1, at) : at);
          return behind(row, at + 1);
        }
      }
    }
    row.spoil(
        new Unfit(
            "",
            "a double quote opens in this line and is not closed"
                + (ended ? " before the end." : " within %,d characters.".formatted(Limits.LINE)),
            Texts.kept("kept.csv-reader.close-it-or-double-the")));
    return filled;
  }

  /** Joins doubled quotes where they stand, and says where the field ends then. */
  private int joined(int from, int to) {
    int out = from;
    for (int at = from; at < to; at++) {
      buffer[out++] = buffer[at];
      at += buffer[at] == '"' ? 1 : 0;
    }
    return out;
  }

  /** After the closing quote only blanks may stand before the separator. */
  private int behind(Row row, int from) {
    int at = from;
    while (at < filled && (buffer[at] == ' ' || buffer[at] == '\t') && buffer[at] != separator) {
      at++;
    }
    if (at < filled && buffer[at] != separator && buffer[at] != '\n' && buffer[at] != '\r') {
      row.spoil(
          new Unfit(
              "",
              Texts.kept("kept.csv-reader.text-stands-behind-a-closing"),
              Texts.kept("kept.csv-reader.double-the-quotes-inside-the")));
    }
    return at;
  }

  private boolean finish(Row row, int at) {
    line += inside;
    position = afterBreak(at);
    for (int i = 0; i < row.count(); i++) {
      if (row.end(i) - row.start(i) > Limits.FIELD) {
        row.spoil(
            new Unfit(
                i < header.length ? header[i] : "",
                Texts.kept("kept.csv-reader.the-field-is-longer-than", Limits.FIELD),
                Texts.kept("kept.csv-reader.shorten-it-or-leave-out")));
      }
    }
    return true;
  }

  private boolean tooLong(Row row) throws IOException {
    row.spoil(Limits.line());
    return skipped();
  }

  /** Goes on behind the first end of a line, wherever the spoilt one led. */
  private boolean skipped() throws IOException {
    while (true) {
      for (int at = position; at < filled; at++) {
        if (buffer[at] == '\n' || buffer[at] == '\r') {
          position = afterBreak(at);
          return true;
        }
      }
      position = filled;
      if (ended) {
        return true;
      }
      fill();
      if (filled == 0) {
        return true;
      }
    }
  }

  private int afterBreak(int at) {
    if (at >= filled) {
      return filled;
    }
    line++;
    boolean both = buffer[at] == '\r' && at + 1 < filled && buffer[at + 1] == '\n';
    return at + (both ? 2 : 1);
  }

  /** Moves what is left to the front and fills the rest of the buffer. */
  private void fill() throws IOException {
    int left = filled - position;
    System.arraycopy(buffer, position, buffer, 0, left);
    position = 0;
    filled = left;
    while (filled < buffer.length) {
      int read = reader.read(buffer, filled, buffer.length - filled);
      if (read < 0) {
        ended = true;
        return;
      }
      filled += read;
    }
  }
}
