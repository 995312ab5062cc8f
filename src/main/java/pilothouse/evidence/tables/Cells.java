package pilothouse.evidence.tables;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.files.Unfit;
import pilothouse.text.Texts;

/** One line's fields by their number in the kind's list, as what they mean. */
final class Cells {
  private static final long EARLIEST = Instant.parse("1990-01-01T00:00:00Z").toEpochMilli();
  private static final int SHOWN = 200;
  private static final int LONGEST_WORD = 80;

  private final List<Field> fields;
  private final int[] columns;
  private final @Nullable String[] constants;
  private final @Nullable String[] headers;
  private final Times times;
  private final Decimal decimal;
  private final long latest;
  private final KnownWords words = new KnownWords();
  private Row row = new Row();

  /**
   * Cells of a table.
   *
   * @param header the columns as the file names them
   * @param horizon what is later lies in the future
   */
  Cells(Mapping mapping, String[] header, Instant horizon) {
    this.fields = Fields.of(mapping.kind());
    this.columns = new int[fields.size()];
    this.constants = new String[fields.size()];
    this.headers = new String[fields.size()];
    for (int i = 0; i < columns.length; i++) {
      String name = fields.get(i).name();
      String column = mapping.column(name).orElse(null);
      columns[i] = column == null ? -1 : List.of(header).indexOf(column);
      headers[i] = columns[i] < 0 ? null : column;
      constants[i] = mapping.constants().get(name);
    }
    this.times = new Times(mapping.zone(), mapping.order());
    this.decimal = mapping.decimal();
    this.latest = horizon.toEpochMilli();
  }

  /** Takes the next line. */
  Cells of(Row next) {
    row = next;
    return this;
  }

  /** A field as text; null when the line says nothing. */
  @Nullable String text(int field) {
    int column = columns[field];
    if (column < 0 || column >= row.count()) {
      return constants[field];
    }
    int start = row.start(column);
    int length = row.end(column) - start;
    if (length <= 0 || Nothing.is(row.chars, start, length)) {
      return constants[field];
    }
    return length > LONGEST_WORD
        ? whole(field, new String(row.chars, start, length))
        : whole(field, words.of(row.chars, start, length));
  }

  /** The text, when its bytes were characters. */
  private String whole(int field, String text) {
    if (text.indexOf('\ufffd') >= 0 || text.indexOf('\0') >= 0) {
      throw unfit(
          field,
          Texts.kept("kept.cells.holds-bytes-that-are-no"),
          Texts.kept("kept.cells.save-the-file-as-utf"));
    }
    return text;
  }

  /** A field as a time. */
  @Nullable Instant time(int field) {
    int column = columns[field];
    if (column < 0 || column >= row.count()) {
      String constant = constants[field];
      return constant == null
          ? null
          : judged(field, times.read(constant.toCharArray(), 0, constant.length()));
    }
    int start = row.start(column);
    int end = row.end(column);
    if (end <= start || Nothing.is(row.chars, start, end - start)) {
      return null;
    }
    return judged(field, times.read(row.chars, start, end));
  }

  private Instant judged(int field, long millis) {
    if (millis == Times.NONE) {
      throw noTime(field);
    }
    if (millis > latest) {
      throw unfit(
          field,
          Texts.kept("kept.cells.lies-more-than-a-day"),
          Texts.kept("kept.cells.mend-the-date-or-the"));
    }
    if (millis < EARLIEST) {
      throw unfit(
          field, Texts.kept("kept.cells.lies-before"), Texts.kept("kept.cells.write-times-as-t-z"));
    }
    return Instant.ofEpochMilli(millis);
  }

  private Unfit noTime(int field) {
    Fault fault = Fault.of(times);
    return unfit(field, fault.why(), fault.mend());
  }

  /** A field as a number; NaN when the line says nothing. */
  double number(int field) {
    String text = text(field);
    if (text == null) {
      return Double.NaN;
    }
    double value = Numbers.read(text.toCharArray(), 0, text.length(), decimal);
    if (!Double.isNaN(value)) {
      return value;
    }
    boolean other =
        !Double.isNaN(
            Numbers.read(
                text.toCharArray(),
                0,
                text.length(),
                decimal == Decimal.COMMA ? Decimal.POINT : Decimal.COMMA));
    String mark = decimal == Decimal.COMMA ? "point" : "comma";
    if (Twofold.isGrouped(text, decimal)) {
      throw unfit(
          field,
          Texts.kept("kept.cells.may-be-a-thousand-or"),
          Texts.kept("kept.cells.write-or-or-say-decimal", mark));
    }
    throw other
        ? unfit(
            field,
            Texts.kept("kept.cells.is-no-number-with-a", decimal.word()),
            Texts.kept("kept.cells.declare-it-with-decimal-or", mark))
        : unfit(
            field,
            Texts.kept("kept.cells.is-no-number"),
            Texts.kept("kept.cells.write-it-as-with-the"));
  }

  /** A field as a whole number from 0 on. */
  @Nullable Integer count(int field) {
    String text = text(field);
    if (text == null) {
      return null;
    }
    String plain = text.startsWith("#") || text.startsWith("!") ? text.substring(1) : text;
    try {
      int number = Integer.parseInt(plain);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException _) {
      // refused below, like a negative number
    }
    throw unfit(
        field,
        Texts.kept("kept.cells.is-no-whole-number-from"),
        Texts.kept("kept.cells.write-it-as"));
  }

  /** A field as yes or no. */
  @Nullable Boolean yes(int field) {
    String text = text(field);
    if (text == null) {
      return null;
    }
    Boolean yes = Words.yes(text);
    if (yes == null) {
      throw unfit(
          field,
          Texts.kept("kept.cells.is-neither-yes-nor-no"),
          Texts.kept("kept.cells.write-true-or-false"));
    }
    return yes;
  }

  /** A field as several texts. */
  @Nullable List<String> list(int field) {
    String text = text(field);
    if (text == null) {
      return null;
    }
    List<String> list = new ArrayList<>();
    for (String part : text.split(text.indexOf(';') >= 0 ? ";" : "[,\\s]+", -1)) {
      if (!part.isBlank()) {
        list.add(part.strip());
      }
    }
    return list;
  }

  /** A complaint that names the field, and the column where it is called otherwise. */
  Unfit unfit(int field, String why, String mend) {
    return unfit(fields.get(field).name(), headers[field], why, mend, value(field));
  }

  /** What stands in a field, cut where it is long; nothing of what names persons. */
  private String value(int field) {
    if (fields.get(field).personal()) {
      return "";
    }
    int column = columns[field];
    String text = column < 0 ? "" : row.text(column);
    String constant = constants[field];
    String value = text.isEmpty() && constant != null ? constant : text;
    return value.length() <= SHOWN ? value : value.substring(0, SHOWN - 1) + "…";
  }

  private static Unfit unfit(
      String name, @Nullable String header, String why, String mend, String value) {
    String field =
        header == null || header.equals(name)
            ? name
            : Texts.kept("kept.cells.column", name, header);
    return new Unfit(field, why, mend, value);
  }
}
