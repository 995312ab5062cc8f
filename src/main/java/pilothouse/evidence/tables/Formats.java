package pilothouse.evidence.tables;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Kind;
import pilothouse.text.Texts;

/** Guesses how a table is written. */
final class Formats {
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  private Formats() {}

  static Format guess(byte[] head, Kind kind) {
    Charset charset = Charsets.guess(head);
    String text = Tables.withoutMark(new String(head, charset)).stripLeading();
    if (text.isEmpty()) {
      throw bad("kept.drawer.it-is-empty", "kept.formats.export-it-again-the-first");
    }
    if (text.indexOf('\0') >= 0) {
      throw bad("kept.formats.it-is-no-text", "kept.formats.give-a-table-as-csv");
    }
    if (text.startsWith("{")) {
      return new Format(true, charset, '\0');
    }
    if (text.startsWith("[")) {
      throw bad("kept.formats.it-is-one-json-list", "kept.formats.write-one-object-a-line");
    }
    if (text.startsWith("<")) {
      throw bad("kept.formats.it-is-xml-no-table", "kept.formats.give-a-table-as-csv");
    }
    return new Format(false, charset, separator(text, kind));
  }

  private static BadFile bad(String what, String mend) {
    return new BadFile(Texts.kept(what), Texts.kept(mend));
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
