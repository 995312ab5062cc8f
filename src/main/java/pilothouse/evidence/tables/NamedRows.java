package pilothouse.evidence.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Kind;
import pilothouse.evidence.files.Unfit;
import pilothouse.evidence.files.Unpacked;
import pilothouse.text.Texts;

/** Rows of a table by the names of their columns, one after the other, at any size. */
public final class NamedRows {
  private NamedRows() {}

  /**
   * Reads all of a table, packed with gzip or not.
   *
   * @param known the columns that are taken, in small letters with underscores; one is needed
   * @param row takes each line's number and its cells; what it throws refuses that line alone
   * @param bad takes the lines that cannot be read
   * @throws BadFile where it is no table, or none of its columns is known
   */
  public static void read(
      Unpacked in,
      Set<String> known,
      BiConsumer<Long, Map<String, String>> row,
      BiConsumer<Long, Unfit> bad)
      throws IOException {
    Format format = Formats.guess(in.head(), Kind.WORK);
    if (format.json()) {
      throw new BadFile(
          Texts.kept("kept.named-rows.json"), Texts.kept("kept.formats.give-a-table-as-csv"));
    }
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                in,
                format
                    .charset()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)),
            64 * 1024);
    long skipped = Beginning.skipRemarks(reader);
    CsvReader csv = CsvReader.open(reader, format.separator());
    String[] names = names(csv.header(), known);
    Row line = new Row();
    while (csv.next(line)) {
      Unfit trouble = line.trouble();
      try {
        if (trouble == null) {
          row.accept(skipped + line.line(), cells(line, names));
        } else {
          bad.accept(skipped + line.line(), trouble);
        }
      } catch (Unfit unfit) {
        bad.accept(skipped + line.line(), unfit);
      }
    }
  }

  private static String[] names(String[] header, Set<String> known) {
    String[] names = new String[header.length];
    boolean isAny = false;
    for (int i = 0; i < names.length; i++) {
      names[i] = header[i].strip().toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
      isAny |= known.contains(names[i]);
    }
    if (!isAny) {
      throw new BadFile(
          Texts.kept("kept.named-rows.no-column"),
          Texts.kept("kept.named-rows.name-them", String.join(", ", known)));
    }
    return names;
  }

  private static Map<String, String> cells(Row line, String[] names) {
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < names.length && i < line.count(); i++) {
      cells.putIfAbsent(names[i], plain(line.text(i)));
    }
    return cells;
  }

  /** A spreadsheet keeps a text from being run by an apostrophe before it. */
  private static String plain(String cell) {
    return cell.matches("(?s)'[=+@\\t\\r-].*") ? cell.substring(1) : cell;
  }
}
