package pilothouse.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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
    return new Schema(lines("/db/migrations.txt"));
  }

  /** The lines of a list that the program brings along. */
  static List<String> lines(String resource) {
    try (var list = Schema.class.getResourceAsStream(resource)) {
      String text = new String(Objects.requireNonNull(list, resource).readAllBytes(), UTF_8);
      return text.lines().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The version of the last migration. */
  int version() {
    return version(files.getLast());
  }

  /** The tables as they were at a version; empty when there never was such a one. */
  Optional<Schema> at(int version) {
    List<String> until = files.stream().filter(file -> version(file) <= version).toList();
    return until.isEmpty() || version(until.getLast()) != version
        ? Optional.empty()
        : Optional.of(new Schema(until));
  }

  private static int version(String last) {
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
        mustBeOurs(database);
        Migration.run(database, this);
      }
      return true;
    });
  }

  private static void mustBeOurs(Database database) {
    try {
      Connection connection = database.connections().openConnection();
      try {
        // In this order: a program that makes the tables meanwhile has a version by then.
        boolean hasTables = !Tables.of(database, connection).isEmpty();
        if (hasTables && newest(database, connection) == 0) {
          throw new StorageTrouble(
              database.place()
                  + " has tables that are none of Pilothouse's; give Pilothouse a database of its own.");
        }
      } finally {
        database.connections().closeConnection(connection);
      }
    } catch (SQLException e) {
      throw Troubles.of(database, e);
    }
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
        return stored(database, connection);
      } finally {
        database.connections().closeConnection(connection);
      }
    } catch (SQLException e) {
      throw Troubles.of(database, e);
    }
  }

  private static int stored(Database database, Connection connection) throws SQLException {
    Set<String> marks = marks(database, connection);
    if (marks.contains(Tables.FILLING)) {
      throw new HalfFilled(database.place());
    }
    return marks.contains(Tables.HISTORY) ? newest(connection) : 0;
  }

  /** Refuses what a move or a restore left half. */
  static void mustBeWhole(Database database, Connection connection) throws SQLException {
    if (isHalf(database, connection)) {
      throw new HalfFilled(database.place());
    }
  }

  /** Whether a move or a restore is under way, or was cut off. */
  static boolean isHalf(Database database, Connection connection) throws SQLException {
    return marks(database, connection).contains(Tables.FILLING);
  }

  /** The version of the tables, whole or not; 0 where there are none. */
  static int newest(Database database, Connection connection) throws SQLException {
    return marks(database, connection).contains(Tables.HISTORY) ? newest(connection) : 0;
  }

  /** Which of the tables are there that tell how the database stands. */
  private static Set<String> marks(Database database, Connection connection) throws SQLException {
    String tables =
        database instanceof Sqlite
            ? "select name from sqlite_master where name in ('%s', '%s')"
            : "select tablename from pg_tables where tablename in ('%s', '%s')"
                + " and schemaname = current_schema()";
    Set<String> marks = new HashSet<>();
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(tables.formatted(Tables.HISTORY, Tables.FILLING))) {
      while (rows.next()) {
        marks.add(rows.getString(1));
      }
    }
    return marks;
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
