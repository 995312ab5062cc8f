package pilothouse.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** A new database of some version, made to look at, and gone afterwards. */
final class Fresh {
  private Fresh() {}

  /** Looks at a database. */
  @FunctionalInterface
  interface Look<T> {
    T at(Database database, Connection connection) throws SQLException;
  }

  static <T> T look(Schema schema, Look<T> look) throws SQLException {
    try {
      Path folder = Files.createTempDirectory("pilothouse-new");
      try (Database fresh = Sqlite.in(folder)) {
        Migration.run(fresh, schema);
        Connection connection = fresh.connections().openConnection();
        try {
          return look.at(fresh, connection);
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
