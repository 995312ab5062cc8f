package pilothouse.evidence.tables;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Unpacked;

/**
 * Which two columns of a table hold days and numbers, and how these are written, from its
 * beginning.
 *
 * @param headed whether the first line names the columns
 * @param certain whether it is known which mark stands before a fraction
 */
record TwoColumns(
    Charset charset,
    char separator,
    List<String> names,
    boolean headed,
    int date,
    int value,
    WrittenDays days,
    Decimal decimal,
    boolean certain) {
  private static final Set<String> NOTHING =
      Set.of("", "-", "–", ".", "na", "n/a", "nan", "null", "none", "#n/a", "?");

  static TwoColumns find(byte[] head, DatedNumbers.Wish wish) throws IOException {
    Charset charset = Charsets.guess(head);
    String text = text(head, charset);
    Beginning best = Beginning.best(text, head.length == Unpacked.HEAD, wish);
    List<String> first = best.lines().getFirst();
    boolean named = !wish.date().isEmpty() && first.contains(wish.date());
    boolean headed =
        named || new WrittenDays(Order.DAY_FIRST).read(Beginning.at(first, best.date())) == null;
    List<List<String>> rows = best.lines().subList(headed ? 1 : 0, best.lines().size());
    List<String> names =
        headed
            ? first
            : IntStream.rangeClosed(1, first.size()).mapToObj(Integer::toString).toList();
    int date = wish.date().isEmpty() ? best.date() : index(names, wish.date(), "--date-column");
    if (rows.isEmpty() && best.spoilt() != null) {
      throw best.spoilt();
    }
    if (wish.date().isEmpty() && best.dated() == 0) {
      throw new BadFile(
          "none of its columns holds days (%s).".formatted(String.join(", ", names)),
          "Write days as 2026-01-31, or name their column with --date-column.");
    }
    int value =
        wish.value().isEmpty()
            ? value(best, names, rows, date)
            : index(names, wish.value(), "--value-column");
    List<String> numbers = Beginning.column(rows, value);
    Order order = wish.order() == null ? Guesses.order(Beginning.column(rows, date)) : wish.order();
    Decimal decimal = wish.decimal() == null ? decimal(best, value, numbers) : wish.decimal();
    return new TwoColumns(
        charset,
        best.separator(),
        names,
        headed,
        date,
        value,
        new WrittenDays(order),
        decimal,
        wish.decimal() != null || Twofold.isCertain(numbers));
  }

  private static String text(byte[] head, Charset charset) {
    String text = new String(head, charset);
    if (text.indexOf('\0') >= 0 || text.isBlank()) {
      throw new BadFile(
          text.isBlank() ? "it is empty." : "it is no text.",
          "Give a table with a column of days and one of numbers, as CSV.");
    }
    return text;
  }

  private static Decimal decimal(Beginning best, int value, List<String> numbers) {
    String unclear = Twofold.unclear(numbers);
    if (unclear != null) {
      throw new BadFile(
          best.where(value, unclear) + "“%s” may be a thousand or one.".formatted(unclear),
          "Say which mark stands before a fraction: --decimal point or --decimal comma.");
    }
    return Guesses.decimal(numbers);
  }

  /** The only other column of numbers. */
  private static int value(Beginning best, List<String> names, List<List<String>> rows, int date) {
    List<Integer> found =
        IntStream.range(0, names.size())
            .filter(i -> i != date && isNumeric(Beginning.column(rows, i)))
            .boxed()
            .toList();
    if (found.size() == 1) {
      return found.getFirst();
    }
    mustBeWhole(best, rows, found);
    List<String> called = found.stream().map(names::get).toList();
    throw found.isEmpty()
        ? new BadFile(
            "no column beside “%s” holds numbers.".formatted(names.get(date)),
            "Name it with --value-column, and write numbers as 12.5.")
        : new BadFile(
            "several columns hold numbers: %s.".formatted(String.join(", ", called)),
            "Name the one that is meant with --value-column.");
  }

  /** Two columns of which each line makes one number with a comma between its thousands. */
  private static void mustBeWhole(Beginning best, List<List<String>> rows, List<Integer> found) {
    if (best.separator() != ',' || found.size() != 2 || found.getFirst() + 1 != found.getLast()) {
      return;
    }
    int at = found.getFirst();
    String first =
        Twofold.parted(Beginning.at(rows.getFirst(), at), Beginning.at(rows.getFirst(), at + 1));
    boolean all =
        rows.stream()
            .allMatch(
                row -> Twofold.parted(Beginning.at(row, at), Beginning.at(row, at + 1)) != null);
    if (all) {
      throw new BadFile(
          "%sthere are three fields, for the comma in “%s” parts it in two."
              .formatted(best.where(at, Beginning.at(rows.getFirst(), at)), first),
          "Write the number without that comma, or in double quotes; where these are two numbers, name the one that is meant with --value-column.");
    }
  }

  private static boolean isNumeric(List<String> cells) {
    List<String> told = cells.stream().filter(cell -> !isNothing(cell)).toList();
    long numbers =
        told.stream()
            .filter(cell ->
                !Double.isNaN(read(cell, Decimal.POINT))
                    || !Double.isNaN(read(cell, Decimal.COMMA)))
            .count();
    return numbers > 0 && 2 * numbers > told.size();
  }

  private static int index(List<String> names, String wished, String option) {
    int at = names.indexOf(wished);
    if (at < 0 && wished.matches("[1-9]\\d{0,2}") && Integer.parseInt(wished) <= names.size()) {
      return Integer.parseInt(wished) - 1;
    }
    if (at < 0) {
      throw new BadFile(
          "%s “%s” is none of its columns: %s.".formatted(option, wished, String.join(", ", names)),
          "Give one of these, or its number from 1.");
    }
    return at;
  }

  static boolean isNothing(String cell) {
    return NOTHING.contains(cell.toLowerCase(Locale.ROOT));
  }

  /** The number of a cell; a percent sign behind it is left out. NaN where it is none. */
  double number(String cell) {
    return read(certain ? Twofold.ungrouped(cell, decimal) : cell, decimal);
  }

  private static double read(String cell, Decimal decimal) {
    String bare = cell.endsWith("%") ? cell.substring(0, cell.length() - 1).strip() : cell;
    char[] chars = bare.replace('\u2212', '-').toCharArray();
    return Numbers.read(chars, 0, chars.length, decimal);
  }

  String numberMend() {
    String other = decimal == Decimal.COMMA ? "point" : "comma";
    return "Numbers are read with a decimal %s; say --decimal %s, mend the line, or leave the field empty."
        .formatted(decimal.word(), other);
  }

  String name(int column) {
    return names.get(column);
  }

  String says() {
    return new Format(false, charset, separator).says();
  }
}
