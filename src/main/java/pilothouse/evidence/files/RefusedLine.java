package pilothouse.evidence.files;

import java.util.Locale;

/**
 * One line that was not taken.
 *
 * @param file its name
 * @param line from 1; 0 where it is no line
 * @param field the name of the field; empty for the line as a whole
 * @param value what stands in it, cut where it is long; empty for the line as a whole, and where it
 *     names a person
 */
public record RefusedLine(
    String file, long line, String field, String why, String mend, String value) {

  private static final int SHOWN = 60;

  /** Without a value. */
  public RefusedLine(String file, long line, String field, String why, String mend) {
    this(file, line, field, why, mend, "");
  }

  /** One sentence for people, and the mend. */
  public String sentence() {
    String where = line > 0 ? file + ", line " + line : file;
    String of = field.isEmpty() ? "" : ", " + field;
    String said = value.isBlank() ? "" : " “" + shown() + "”";
    return "%s%s%s: %s %s".formatted(where, of, said, why, mend);
  }

  private String shown() {
    String line = value.strip().replaceAll("\\s+", " ");
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN - 1) + "…";
  }

  /** The first line of a table of refusals. */
  public static String csvHead() {
    return "file,line,field,value,why,mend\n";
  }

  /** As a line of CSV. */
  public String csv() {
    return String.format(
        Locale.ROOT,
        "%s,%d,%s,%s,%s,%s%n",
        cell(file),
        line,
        cell(field),
        cell(value),
        cell(why),
        cell(mend));
  }

  /** Quoted, and no formula for the program that opens it. */
  private static String cell(String text) {
    String plain = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    return "\"" + plain.replace("\"", "\"\"") + "\"";
  }
}
