package pilothouse.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/**
 * The tables that this program knows, as the list of its migrations.
 *
 * @param files below {@code db/}, in the order of their versions: {@code feature/V7__what.sql}
 */
record Schema(List<String> files) {
  Schema {
    files = List.copyOf(files);
  }

  /** What the program brings along. */
  static Schema program() {
    try (var list = Schema.class.getResourceAsStream("/db/migrations.txt")) {
      String text =
          new String(Objects.requireNonNull(list, "db/migrations.txt").readAllBytes(), UTF_8);
      return new Schema(text.lines().filter(line -> !line.isBlank()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The version of the last migration. */
  int version() {
    String last = files.getLast();
    int start = last.indexOf("/V") + 2;
    return Integer.parseInt(last.substring(start, last.indexOf("__", start)));
  }

  /**
   * Brings the database to this version. Whether there is anything to do is asked with one query,
   * because loading the migration tool takes longer than a whole reading of stored evidence.
   */
  void bring(Database database) {
    if (isCurrent(database)) {
      return;
    }
    database.alone(() -> {
      if (!isCurrent(database)) {
        Migration.run(database, this);
      }
      return true;
    });
  }

  private boolean isCurrent(Database database) {
    int stored = stored(database);
    if (stored > version()) {
      throw new StorageTrouble(
          ("%s was written by a newer Pilothouse (tables of version %d, this program knows %d);"
                  + " use the newer program, or another data folder.")
              .formatted(database.place(), stored, version()));
    }
    return stored == version();
  }

  private static int stored(Database database) {
    try {
      Connection connection = database.connections().openConnection();
      try {
        return hasHistory(connection) ? newest(connection) : 0;
      } finally {
        database.connections().closeConnection(connection);
      }
    } catch (SQLException e) {
      throw Troubles.of(database, e);
    }
  }

  private static boolean hasHistory(Connection connection) throws SQLException {
    String tables =
        connection.getMetaData().getDatabaseProductName().startsWith("SQLite")
            ? "select 1 from sqlite_master where name = 'flyway_schema_history'"
            : "select 1 from pg_tables where tablename = 'flyway_schema_history'"
                + " and schemaname = current_schema()";
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(tables)) {
      return rows.next();
    }
  }

  private static int newest(Connection connection) throws SQLException {
    String newest =
        """
        select coalesce(max(cast(version as int)), 0)
        from flyway_schema_history
        where success and version is not null
        """;
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(newest)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }
}
