package pilothouse.storage;

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
    return schema.isEmpty()
        ? 0
        : Fresh.look(
            schema.get(),
            (database, connection) -> count(connection, Tables.of(database, connection)));
  }
}
