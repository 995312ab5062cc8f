package pilothouse.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Whether a database has no more than a new one, so that it may be filled. */
final class Vacancy {
  private Vacancy() {}

  /** Also true where a filling was cut off: there is nothing to lose. */
  static boolean of(Database database) {
    try {
      Connection connection = database.connections().openConnection();
      try {
        if (Schema.isHalf(database, connection)) {
          return true;
        }
        List<Table> tables = Tables.of(database, connection);
        int version = Schema.newest(database, connection);
        return version == 0
            ? tables.isEmpty()
            : count(connection, tables) <= inNew(Schema.program().at(version));
      } finally {
        database.connections().closeConnection(connection);
      }
    } catch (SQLException e) {
      throw Troubles.of(database, e);
    }
  }

  private static long count(Connection connection, List<Table> tables) throws SQLException {
    long count = 0;
    for (Table table : tables) {
      try (var statement = connection.createStatement();
          var row = statement.executeQuery("select count(*) from " + Table.quoted(table.name()))) {
        count += row.next() ? row.getLong(1) : 0;
      }
    }
    return count;
  }

  /** How many rows the migrations put into tables of that version. */
  private static long inNew(Optional<Schema> schema) throws SQLException {
    if (schema.isEmpty()) {
      return 0;
    }
    try {
      Path folder = Files.createTempDirectory("pilothouse-new");
      try (Database fresh = Sqlite.in(folder)) {
        Migration.run(fresh, schema.get());
        Connection connection = fresh.connections().openConnection();
        try {
          return count(connection, Tables.of(fresh, connection));
        } finally {
          fresh.connections().closeConnection(connection);
        }
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new StorageTrouble("The folder for passing files cannot be used: " + e + ".", e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
