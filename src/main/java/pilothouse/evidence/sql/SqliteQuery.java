package pilothouse.evidence.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/**
 * A query to a file of SQLite, which is opened for reading only and never made. The query stands in
 * the place of a table, where the grammar lets nothing stand that changes anything; SQLite runs the
 * first statement alone, and no other file can be attached.
 */
final class SqliteQuery {
  private static final int BUSY_MILLISECONDS = 5_000;
  private static final int LARGEST_CELL = 16 << 20;
  private static final int STEPS = 100_000;

  private SqliteQuery() {}

  static void ask(String url, SqlQuery query, Deadline deadline, SqlRows rows) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(BUSY_MILLISECONDS);
    try (Connection connection = config.createConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("pragma query_only = on");
      statement.execute("pragma trusted_schema = off");
      SQLiteConnection file = connection.unwrap(SQLiteConnection.class);
      file.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
      file.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, LARGEST_CELL);
      ProgressHandler.setHandler(connection, STEPS, until(deadline));
      read(statement, query, deadline, rows);
    }
  }

  private static void read(Statement statement, SqlQuery query, Deadline deadline, SqlRows rows)
      throws SQLException {
    try (ResultSet all = statement.executeQuery("select * from (" + query.text() + "\n)")) {
      int columns = all.getMetaData().getColumnCount();
      SqlRows.mustFit(columns);
      while (all.next()) {
        var _ = deadline.millis();
        rows.take(all, columns == 3);
      }
    }
  }

  private static ProgressHandler until(Deadline deadline) {
    return new ProgressHandler() {
      @Override
      protected int progress() {
        return deadline.isOver() ? 1 : 0;
      }
    };
  }
}
