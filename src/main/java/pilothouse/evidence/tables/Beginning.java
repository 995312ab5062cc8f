package pilothouse.evidence.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Unfit;

/**
 * The first lines of a table, cut at one separator.
 *
 * @param at where each of them begins in the file, from 1
 * @param spoilt the first line that cannot be cut; null where there is none
 * @param date the column that looks most like days
 * @param dated how much it does; 0 where none does
 */
record Beginning(
    char separator,
    List<List<String>> lines,
    List<Long> at,
    @Nullable BadFile spoilt,
    int date,
    int dated) {
  private static final char[] SEPARATORS = {';', '\t', ',', '|'};
  private static final int SHOWN = 200;

  /** The separator with which most lines have a column of days; the earlier of equal ones. */
  static Beginning best(String text, boolean cut, DatedNumbers.Wish wish) throws IOException {
    String whole = cut ? text.substring(0, Math.max(text.lastIndexOf('\n'), 0)) : text;
    Beginning best = null;
    for (char separator : SEPARATORS) {
      Beginning one = cut(whole.isEmpty() ? text : whole, separator, wish);
      boolean wider = best != null && width(one) > 1 && width(best) == 1;
      if (best == null || wider || (one.dated() > best.dated() && width(one) > 1)) {
        best = one;
      }
    }
    if (best == null || best.lines().isEmpty() || width(best) < 2) {
      throw new BadFile(
          "its lines have one column only.",
          "Give a column of days and one of numbers, separated by commas, semicolons, tabs or bars.");
    }
    return best;
  }

  private static int width(Beginning of) {
    return of.lines().stream().limit(5).mapToInt(List::size).max().orElse(0);
  }

  private static Beginning cut(String text, char separator, DatedNumbers.Wish wish)
      throws IOException {
    BufferedReader reader = new BufferedReader(new StringReader(text));
    long skipped = skipRemarks(reader);
    List<List<String>> lines = new ArrayList<>();
    List<Long> at = new ArrayList<>();
    BadFile spoilt = null;
    try {
      CsvReader csv = CsvReader.open(reader, separator);
      lines.add(List.of(csv.header()));
      at.add(skipped + 1);
      Row row = new Row();
      while (lines.size() < SHOWN && csv.next(row)) {
        Unfit trouble = row.trouble();
        if (trouble != null) {
          spoilt = spoilt == null ? bad(skipped + row.line(), trouble) : spoilt;
        } else if (!row.text(0).startsWith("#")) {
          lines.add(IntStream.range(0, row.count()).mapToObj(row::text).toList());
          at.add(skipped + row.line());
        }
      }
    } catch (BadFile _) {
      return new Beginning(separator, List.of(), List.of(), null, 0, 0);
    }
    int best = 0;
    int dated = 0;
    for (int i = 0; i < lines.getFirst().size(); i++) {
      int days = dated(column(lines, i), wish);
      if (days > dated) {
        best = i;
        dated = days;
      }
    }
    return new Beginning(separator, lines, at, spoilt, best, dated);
  }

  private static BadFile bad(long line, Unfit trouble) {
    return new BadFile("line %,d: %s".formatted(line, trouble.why()), trouble.mend());
  }

  /** Where a column first holds a text, as a sentence begins with it. */
  String where(int column, String text) {
    int first =
        IntStream.range(0, lines.size())
            .filter(i -> at(lines.get(i), column).equals(text))
            .findFirst()
            .orElse(0);
    return "line %,d: ".formatted(at.get(first));
  }

  private static int dated(List<String> cells, DatedNumbers.Wish wish) {
    WrittenDays days = new WrittenDays(wish.order() == null ? Order.UNKNOWN : wish.order());
    int dated = 0;
    for (String cell : cells) {
      dated += days.read(cell) != null || days.wasUnordered() ? 2 : 0;
      // Bare digits may as well be a number: a day with marks between wins.
      dated -= cell.matches("\\d+") && days.read(cell) != null ? 1 : 0;
    }
    return 2 * dated >= cells.size() ? dated : 0;
  }

  static List<String> column(List<List<String>> lines, int at) {
    return lines.stream().map(line -> at(line, at)).filter(cell -> !cell.isEmpty()).toList();
  }

  static String at(List<String> line, int at) {
    return at < line.size() ? line.get(at) : "";
  }

  /** Leaves out what stands before a table: remarks behind #, blank lines, and what Excel says. */
  static long skipRemarks(BufferedReader reader) {
    try {
      reader.mark(1);
      if (reader.read() != '\ufeff') {
        reader.reset();
      }
      for (long lines = 0; ; lines++) {
        char[] begin = new char[4];
        reader.mark(begin.length);
        int read = reader.read(begin, 0, begin.length);
        reader.reset();
        String said = new String(begin, 0, Math.max(0, read)).toLowerCase(Locale.ROOT);
        boolean blank = said.startsWith("\n") || said.startsWith("\r");
        if (!said.startsWith("#") && !blank && !said.equals("sep=")) {
          return lines;
        }
        for (int c = reader.read(); c >= 0 && c != '\n'; c = reader.read()) {
          // to the end of the line
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
