package pilothouse.storage;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import pilothouse.storage.Table.Column;

/**
 * What a database asks of the rows of a table, asked of it once.
 *
 * @param columns those that are given, without the ids that a database gives
 * @param keys columns that tell rows apart, or refer to others
 * @param open columns that may be empty
 */
record AnyTable(String name, List<Column> columns, Set<String> keys, Set<String> open) {
  static AnyTable of(Handle rows, Table table) {
    Connection connection = rows.getConnection();
    String name = table.name();
    try {
      DatabaseMetaData known = connection.getMetaData();
      String schema = connection.getSchema();
      Set<String> keys = new HashSet<>();
      collect(known.getPrimaryKeys(null, schema, name), "COLUMN_NAME", keys);
      collect(known.getImportedKeys(null, schema, name), "FKCOLUMN_NAME", keys);
      collect(known.getIndexInfo(null, schema, name, true, false), "COLUMN_NAME", keys);
      Set<String> open = nullable(known.getColumns(null, schema, name, null));
      List<Column> given =
          table.columns().stream().filter(column -> !isCounted(name, column)).toList();
      return new AnyTable(name, given, keys, open);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void collect(ResultSet found, String column, Set<String> into)
      throws SQLException {
    try (found) {
      while (found.next()) {
        into.add(found.getString(column));
      }
    }
  }

  private static Set<String> nullable(ResultSet column) throws SQLException {
    Set<String> open = new HashSet<>();
    try (column) {
      while (column.next()) {
        if (column.getInt("NULLABLE") == DatabaseMetaData.columnNullable) {
          open.add(column.getString("COLUMN_NAME"));
        }
      }
    }
    return open;
  }

  /** The ids that a database gives, which are 1, 2, 3 here as everywhere else. */
  private static boolean isCounted(String table, Column column) {
    return column.isNumbered() || (table.equals("delivery") && column.name().equals("id"));
  }

  String insert() {
    String list =
        String.join(", ", columns.stream().map(column -> Table.quoted(column.name())).toList());
    String marks = String.join(", ", columns.stream().map(column -> "?").toList());
    return "insert into %s (%s) values (%s)".formatted(name, list, marks);
  }
}
