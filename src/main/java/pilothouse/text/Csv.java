package pilothouse.text;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A table as RFC 4180 describes it. A text that a spreadsheet would take for a formula is given an
 * apostrophe in front, so that it stays a text; a negative number is left as it is.
 */
public final class Csv {
  /** As it stands in Content-Type. */
  public static final String TYPE = "text/csv; charset=utf-8";

  private final StringBuilder out = new StringBuilder(4_096);

  /** A table with these headings. */
  public Csv(List<String> headings) {
    row(headings);
  }

  /** One more row; a cell that is not known is empty. */
  public Csv row(List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      out.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
    }
    out.append("\r\n");
    return this;
  }

  /** The table so far, in UTF-8. */
  public byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  /** The table so far. */
  public String text() {
    return out.toString();
  }

  private static String cell(String text) {
    String safe = isFormula(text) ? "'" + text : text;
    boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  private static boolean isFormula(String text) {
    if (text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0) {
      return false;
    }
    return !text.matches("-\\d+(\\.\\d+)?(E-?\\d+)?");
  }
}
