package pilothouse.evidence.tables;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Kind;

/** Guesses how a table is written. */
final class Formats {
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  private Formats() {}

  static Format guess(byte[] head, Kind kind) {
    Charset charset = Charsets.guess(head);
    String text = Tables.withoutMark(new String(head, charset)).stripLeading();
    if (text.isEmpty()) {
      throw new BadFile("It is empty.", "Export it again; the first line names the columns.");
    }
    if (text.indexOf('\0') >= 0) {
      throw new BadFile("It is no text.", "Give a table as CSV or JSON Lines.");
    }
    if (text.startsWith("{")) {
      return new Format(true, charset, '\0');
    }
    if (text.startsWith("[")) {
      throw new BadFile("It is one JSON list.", "Write one object a line, as `jq -c '.[]'` does.");
    }
    if (text.startsWith("<")) {
      throw new BadFile("It is XML, no table.", "Give a table as CSV or JSON Lines.");
    }
    return new Format(false, charset, separator(text, kind));
  }

  /** The separator with which most of the first line's names are known; else the most frequent. */
  private static char separator(String text, Kind kind) {
    char best = ',';
    long most = -1;
    for (char separator : SEPARATORS) {
      long score = score(text, separator, kind);
      if (score > most) {
        most = score;
        best = separator;
      }
    }
    return best;
  }

  private static long score(String text, char separator, Kind kind) {
    try {
      String[] header = CsvReader.open(new StringReader(text), separator).header();
      List<Field> fields = Fields.of(kind);
      long known =
          Arrays.stream(header)
              .filter(name -> fields.stream().anyMatch(field -> field.match(name) >= 0))
              .count();
      return known * (Limits.COLUMNS + 1) + header.length;
    } catch (BadFile _) {
      return -1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
