package pilothouse.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pilothouse.text.Texts;
import pilothouse.web.Refused;
import pilothouse.web.Yaml;

/** Small tables as text: RFC 4180, with commas or semicolons, with or without a byte order mark. */
final class Csv {
  private static final int COLUMNS = 50;
  private static final int ROWS = 20_000;
  private final String file;
  private final String text;
  private final char comma;
  private int at;
  private int line = 1;

  private Csv(String file, String text) {
    this.file = file;
    this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    String head = this.text.lines().findFirst().orElse("");
    this.comma = head.indexOf(';') >= 0 && head.indexOf(',') < 0 ? ';' : ',';
  }

  /**
   * The rows by the names of their columns, each with its line.
   *
   * @param bad takes the lines that cannot be told apart into columns
   */
  static List<Doc> rows(String file, String text, List<Item> bad) {
    return new Csv(file, text).rows(bad);
  }

  /** One row as it is written. */
  static String row(List<String> cells) {
    StringBuilder row = new StringBuilder();
    for (String cell : cells) {
      row.append(row.isEmpty() ? "" : ",").append(quoted(cell));
    }
    return row.append("\r\n").toString();
  }

  /** A cell that a spreadsheet would run gets a quote before it, which reading takes away again. */
  private static String quoted(String cell) {
    String safe = cell.matches("(?s)[=+@\\t\\r'-].*") ? "'" + cell : cell;
    return safe.matches("(?s).*[\",;\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  private List<Doc> rows(List<Item> bad) {
    if (text.length() > Yaml.LONGEST) {
      throw Refused.tooMuch(
          "%s has %,d characters.".formatted(file, text.length()),
          Texts.say("catalog.csv.send-at-most-a"));
    }
    List<String> names = row().stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    List<Doc> rows = new ArrayList<>();
    while (at < text.length()) {
      int begun = line;
      List<String> cells = row();
      if (cells.size() == 1 && cells.getFirst().isBlank()) {
        continue;
      }
      if (cells.size() > names.size()) {
        bad.add(tooMany(begun, cells.size(), names.size()));
        continue;
      }
      Map<String, String> values = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        values.put(names.get(i), plain(cells.get(i).strip()));
      }
      rows.add(new Doc("line " + begun, values));
      if (rows.size() + bad.size() > ROWS) {
        throw Refused.tooMuch(
            Texts.say("catalog.csv.has-more-than-20", file), Texts.say("catalog.csv.split-it"));
      }
    }
    return rows;
  }

  private static Item tooMany(int line, int cells, int columns) {
    return new Item.Bad(
        Texts.say("catalog.csv.line", line),
        Texts.say("catalog.csv.it-has-cells-the", cells, columns),
        Texts.say("catalog.csv.put-a-cell-that"));
  }

  private static String plain(String cell) {
    return cell.matches("(?s)'[=+@\\t\\r'-].*") ? cell.substring(1) : cell;
  }

  private List<String> row() {
    List<String> cells = new ArrayList<>();
    boolean more = true;
    while (more) {
      cells.add(at < text.length() && text.charAt(at) == '"' ? quotedCell() : plainCell());
      more = at < text.length() && text.charAt(at) == comma;
      if (more) {
        at++;
      }
      if (cells.size() > COLUMNS) {
        throw Refused.unfit(
            Texts.say("catalog.csv.line-has-more-than", file, line, COLUMNS),
            Texts.say("catalog.csv.send-only-the-columns"));
      }
    }
    if (at < text.length() && text.charAt(at) == '\r') {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    line++;
    return cells;
  }

  private String plainCell() {
    int from = at;
    while (at < text.length() && "\r\n".indexOf(text.charAt(at)) < 0 && text.charAt(at) != comma) {
      at++;
    }
    return text.substring(from, at);
  }

  private String quotedCell() {
    int begun = line;
    StringBuilder cell = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
        at++;
      } else if (c == '"') {
        at++;
        return cell + plainCell();
      } else if (c == '\n') {
        line++;
      }
      cell.append(c);
    }
    throw Refused.unfit(
        Texts.say("catalog.csv.line-opens-a-quote", file, begun),
        Texts.say("catalog.csv.close-it"));
  }
}
