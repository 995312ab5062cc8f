package pilothouse.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Table.Column;
import pilothouse.storage.Table.Kind;

/** Writes rows into tables that are there, some thousands at a time. */
final class Loading implements Cargo.Hold {
  private static final int MOST_ROWS = 1_000;
  private static final long MOST_BYTES = 8 << 20;

  private final Connection connection;
  private final Map<String, Table> there = new TreeMap<>();
  private @Nullable PreparedStatement insert;
  private List<Column> columns = List.of();
  private int rows;
  private long bytes;

  Loading(Connection connection, List<Table> there) {
    this.connection = connection;
    there.forEach(table -> this.there.put(table.name(), table));
  }

  /** Empties the table of what a migration put there, and fills it. */
  @Override
  public void begin(Table table) throws SQLException {
    Table here = Objects.requireNonNull(there.get(table.name()), table.name());
    boolean isNumbered = here.columns().stream().anyMatch(Column::isNumbered);
    empty(table);
    columns = table.columns();
    insert =
        connection.prepareStatement(
            "insert into %s (%s)%s values (%s)"
                .formatted(
                    Table.quoted(table.name()),
                    table.list(),
                    isNumbered ? " overriding system value" : "",
                    String.join(", ", columns.stream().map(column -> "?").toList())));
  }

  /** Some tables refuse to be emptied, even when there is nothing in them. */
  private void empty(Table table) throws SQLException {
    String name = Table.quoted(table.name());
    try (var statement = connection.createStatement()) {
      boolean hasRows;
      try (var row = statement.executeQuery("select 1 from " + name + " limit 1")) {
        hasRows = row.next();
      }
      if (hasRows) {
        statement.execute("delete from " + name);
      }
    }
  }

  @Override
  public void row(@Nullable Object[] values) throws SQLException {
    PreparedStatement statement = Objects.requireNonNull(insert);
    for (int i = 0; i < values.length; i++) {
      set(statement, i + 1, columns.get(i).kind(), values[i]);
    }
    statement.addBatch();
    rows++;
    if (rows >= MOST_ROWS || bytes >= MOST_BYTES) {
      write(statement);
    }
  }

  private void set(PreparedStatement statement, int at, Kind kind, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(at, type(kind));
      case Long whole -> statement.setLong(at, whole);
      case Double real -> statement.setDouble(at, real);
      case String text -> {
        statement.setString(at, text);
        bytes += text.length();
      }
      case byte[] body -> {
        statement.setBytes(at, body);
        bytes += body.length;
      }
      default -> throw new IllegalArgumentException(value.getClass().getName());
    }
  }

  private static int type(Kind kind) {
    return switch (kind) {
      case INTEGER -> Types.BIGINT;
      case REAL -> Types.DOUBLE;
      case TEXT -> Types.VARCHAR;
      case BYTES -> Types.BINARY;
    };
  }

  private void write(PreparedStatement statement) throws SQLException {
    statement.executeBatch();
    connection.commit();
    rows = 0;
    bytes = 0;
  }

  @Override
  public void end(Table table) throws SQLException {
    try (PreparedStatement statement = Objects.requireNonNull(insert)) {
      write(statement);
    }
    insert = null;
  }
}
