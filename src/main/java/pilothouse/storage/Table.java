package pilothouse.storage;

import java.util.List;

/** A table as both databases know it. */
record Table(String name, List<Column> columns) {
  Table {
    columns = List.copyOf(columns);
  }

  /**
   * One of its columns.
   *
   * @param isNumbered whether the database itself counts it up
   */
  record Column(String name, Kind kind, boolean isNumbered) {}

  /** What a column holds: a {@code Long}, a {@code Double}, a {@code String} or bytes. */
  enum Kind {
    INTEGER,
    REAL,
    TEXT,
    BYTES
  }

  /** The columns' names, quoted, as an SQL list. */
  String list() {
    return String.join(", ", columns.stream().map(column -> quoted(column.name())).toList());
  }

  /** Whether it is the same table, however the database counts. */
  boolean isLike(Table other) {
    return name.equals(other.name) && said().equals(other.said());
  }

  private List<String> said() {
    return columns.stream().map(column -> column.name() + " " + column.kind()).sorted().toList();
  }

  /** A name that may be a word of SQL. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
