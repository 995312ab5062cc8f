package pilothouse.storage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

/** What a file needs around many rows that come in any order. */
final class SqliteFilling {
  private SqliteFilling() {}

  /** Whether anybody has it open: then nobody else can have it alone. */
  static boolean isInUse(Path folder) {
    Path file = folder.resolve(Sqlite.FILE).toAbsolutePath();
    if (!Files.exists(file)) {
      return false;
    }
    var config = new SQLiteConfig();
    config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
    config.setBusyTimeout(0);
    var alone = new SQLiteDataSource(config);
    alone.setUrl("jdbc:sqlite:" + file);
    try (Connection connection = alone.getConnection()) {
      execute(connection, "begin exclusive");
      execute(connection, "rollback");
      return false;
    } catch (SQLException e) {
      // What is damaged or out of reach says so when it is opened.
      return (e.getErrorCode() & 0xff) == SQLiteErrorCode.SQLITE_BUSY.code;
    }
  }

  /** Holds all rows to the foreign keys. */
  static void end(Connection connection) throws SQLException {
    execute(connection, "pragma foreign_keys = on");
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("pragma foreign_key_check")) {
      if (row.next()) {
        throw new StorageTrouble(
            "A row of the table %s refers to a row of %s that is not there."
                .formatted(row.getString(1), row.getString(3)));
      }
    }
  }

  /** Takes views and tables away. */
  static void clear(Connection connection) throws SQLException {
    execute(connection, "pragma foreign_keys = off");
    for (String type : List.of("view", "table")) {
      for (String name : names(connection, type)) {
        execute(connection, "drop " + type + " if exists " + Table.quoted(name));
      }
    }
    execute(connection, "pragma foreign_keys = on");
  }

  /** Tables that belong to a virtual one go with it. */
  private static List<String> names(Connection connection, String type) throws SQLException {
    List<String> names = new ArrayList<>();
    String query =
        """
        select name from pragma_table_list
        where schema = 'main' and name not like 'sqlite\\_%%' escape '\\'
          and type in ('%s', '%s') and name <> '%s'
        order by type desc
        """
            .formatted(type, type.equals("table") ? "virtual" : type, Tables.FILLING);
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        names.add(row.getString(1));
      }
    }
    return names;
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
