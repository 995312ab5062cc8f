package pilothouse.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Table.Column;
import pilothouse.storage.Table.Kind;

/** The rows of a database in one transaction, while others read and write on. */
final class Snapshot implements Cargo, AutoCloseable {
  private static final long AT_ONCE_BYTES = 8 << 20;
  private static final int AT_ONCE_ROWS = 1_000;

  private final Database database;
  private final Connection connection;
  private final int version;
  private final List<Table> tables;

  private Snapshot(Database database, Connection connection, int version, List<Table> tables) {
    this.database = database;
    this.connection = connection;
    this.version = version;
    this.tables = tables;
  }

  /** Begins the transaction; what is written from now on is not in it. */
  static Snapshot of(Database database) throws SQLException {
    Snapshot snapshot = whileFilling(database);
    try {
      Schema.mustBeWhole(database, snapshot.connection);
      return snapshot;
    } catch (SQLException | RuntimeException e) {
      snapshot.close();
      throw e;
    }
  }

  /** The same of a database that is being filled. */
  static Snapshot whileFilling(Database database) throws SQLException {
    Connection connection = database.connections().openConnection();
    try {
      database.beginSnapshot(connection);
      return new Snapshot(
          database,
          connection,
          Schema.newest(database, connection),
          Tables.of(database, connection));
    } catch (SQLException | RuntimeException e) {
      end(database, connection);
      throw e;
    }
  }

  @Override
  public int version() {
    return version;
  }

  @Override
  public List<Table> tables() {
    return tables;
  }

  @Override
  public void into(Hold hold) throws SQLException, java.io.IOException {
    for (Table table : tables) {
      hold.begin(table);
      each(table, hold);
      hold.end(table);
    }
  }

  private void each(Table table, Hold hold) throws SQLException, java.io.IOException {
    @Nullable Object[] values = new @Nullable Object[table.columns().size()];
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(atOnce(table));
      try (ResultSet row =
          statement.executeQuery(
              "select " + table.list() + " from " + Table.quoted(table.name()))) {
        while (row.next()) {
          for (int i = 0; i < values.length; i++) {
            values[i] = value(row, i + 1, table.columns().get(i).kind());
          }
          hold.row(values);
        }
      }
    }
  }

  /** As many rows as fit into a few megabytes, because a driver holds all that it fetches. */
  private int atOnce(Table table) throws SQLException {
    List<String> sizes =
        table.columns().stream()
            .filter(column -> column.kind() == Kind.BYTES)
            .map(Column::name)
            .map(name -> "coalesce(max(length(" + Table.quoted(name) + ")), 0)")
            .toList();
    if (sizes.isEmpty()) {
      return AT_ONCE_ROWS;
    }
    String largest = "select " + String.join(" + ", sizes) + " from " + Table.quoted(table.name());
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(largest)) {
      long bytes = row.next() ? row.getLong(1) : 0;
      return Math.clamp(AT_ONCE_BYTES / Math.max(1, bytes), 1, AT_ONCE_ROWS);
    }
  }

  private static @Nullable Object value(ResultSet row, int at, Kind kind) throws SQLException {
    Object value =
        switch (kind) {
          case INTEGER -> row.getLong(at);
          case REAL -> row.getDouble(at);
          case TEXT -> row.getString(at);
          case BYTES -> row.getBytes(at);
        };
    return row.wasNull() ? null : value;
  }

  @Override
  public void close() {
    try {
      end(database, connection);
    } catch (SQLException e) {
      throw Troubles.of(database, e);
    }
  }

  private static void end(Database database, Connection connection) throws SQLException {
    try {
      database.endSnapshot(connection);
    } finally {
      database.connections().closeConnection(connection);
    }
  }
}
