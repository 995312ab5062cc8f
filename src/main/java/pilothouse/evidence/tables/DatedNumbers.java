package pilothouse.evidence.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Unfit;
import pilothouse.evidence.files.Unpacked;

/**
 * Days and numbers from a table of anybody's making, read once, line by line, at any size: what is
 * kept is a mean for each day. One line that makes no sense refuses the file, by its number.
 */
public final class DatedNumbers {
  /** Beyond it, sums of squares are no numbers any more. */
  private static final double LARGEST = 1e15;

  private static final long MOST_LINES = 50_000_000;
  private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

  private final TreeMap<LocalDate, Sum> days = new TreeMap<>();
  private final TwoColumns columns;
  private long lines;
  private long empty;
  private boolean unsorted;
  private LocalDate latest = FIRST;

  private DatedNumbers(TwoColumns columns) {
    this.columns = columns;
  }

  /**
   * What is known beforehand of a file.
   *
   * @param date the name or the number of its column; empty where it is to be found
   * @param value the same of the number's
   * @param order of days with slashes, null where it is to be found
   * @param decimal the mark, null where it is to be found
   */
  public record Wish(String date, String value, @Nullable Order order, @Nullable Decimal decimal) {}

  /** What was read. */
  public record Read(
      Map<LocalDate, Double> days,
      String dateColumn,
      String valueColumn,
      String format,
      long lines,
      long withoutNumber,
      long doubled,
      boolean unsorted) {}

  private static final class Sum {
    private double sum;
    private int count;
  }

  /**
   * Reads all of a file.
   *
   * @throws BadFile where it cannot be read; says the line and the mend
   */
  public static Read read(InputStream raw, Wish wish) throws IOException {
    Unpacked in = Unpacked.of(raw);
    byte[] head = in.head();
    TwoColumns columns = TwoColumns.find(head, wish);
    DatedNumbers numbers = new DatedNumbers(columns);
    BufferedReader reader = decoded(in, columns.charset());
    long skipped = Beginning.skipRemarks(reader);
    CsvReader csv = CsvReader.open(reader, columns.separator());
    if (!columns.headed()) {
      numbers.take(List.of(csv.header()), skipped + 1);
    }
    Row row = new Row();
    while (csv.next(row)) {
      numbers.take(row, skipped + row.line());
    }
    return numbers.told();
  }

  private static BufferedReader decoded(InputStream in, Charset charset) {
    return new BufferedReader(
        new InputStreamReader(
            in,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
        64 * 1024);
  }

  private void take(Row row, long line) {
    if (row.count() > 0 && row.text(0).startsWith("#")) {
      return;
    }
    Unfit trouble = row.trouble();
    if (trouble != null) {
      throw bad(line, String.valueOf(trouble.getMessage()), trouble.mend());
    }
    take(
        columns.date() < row.count() ? row.text(columns.date()) : "",
        columns.value() < row.count() ? row.text(columns.value()) : "",
        line);
  }

  private void take(List<String> cells, long line) {
    take(cells.get(columns.date()), cells.get(columns.value()), line);
  }

  private void take(String day, String number, long line) {
    if (++lines > MOST_LINES) {
      throw bad(line, "there are more than %,d lines.".formatted(MOST_LINES), "Give fewer.");
    }
    if (day.isEmpty() && number.isEmpty()) {
      return;
    }
    LocalDate on = columns.days().read(day);
    if (on == null || on.isBefore(FIRST) || on.isAfter(LAST)) {
      throw noDay(day, line);
    }
    if (TwoColumns.isNothing(number)) {
      empty++;
      return;
    }
    double value = columns.number(number);
    if (Double.isNaN(value) || Math.abs(value) > LARGEST) {
      throw bad(line, "“%s” is no number.".formatted(cut(number)), columns.numberMend());
    }
    unsorted |= on.isBefore(latest);
    latest = on;
    Sum sum = days.computeIfAbsent(on, _ -> new Sum());
    sum.sum += value;
    sum.count++;
  }

  private BadFile noDay(String day, long line) {
    if (columns.days().wasUnordered()) {
      return bad(
          line,
          "“%s” may be read day first or month first.".formatted(cut(day)),
          "Say which with --days day-first or --days month-first.");
    }
    return bad(
        line,
        "“%s” is no day between 1900 and 2199.".formatted(cut(day)),
        "Write days as 2026-01-31, or name their column with --date-column.");
  }

  private static BadFile bad(long line, String why, String mend) {
    return new BadFile("line %,d: %s".formatted(line, why), mend);
  }

  private static String cut(String text) {
    return text.length() <= 60 ? text : text.substring(0, 59) + "…";
  }

  private Read told() {
    if (days.isEmpty()) {
      throw new BadFile(
          "there is no line with a day and a number.",
          "Give a table with a column of days and one of numbers.");
    }
    TreeMap<LocalDate, Double> means = new TreeMap<>();
    days.forEach((day, sum) -> means.put(day, sum.sum / sum.count));
    long doubled = days.values().stream().filter(sum -> sum.count > 1).count();
    return new Read(
        means,
        columns.name(columns.date()),
        columns.name(columns.value()),
        columns.says(),
        lines,
        empty,
        doubled,
        unsorted);
  }
}
