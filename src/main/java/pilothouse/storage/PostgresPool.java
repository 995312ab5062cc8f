package pilothouse.storage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The connections to a PostgreSQL server, which tell others whose they are. */
final class PostgresPool {
  /** How the server calls our connections, before what tells the pools apart. */
  private static final String NAME = "pilothouse ";

  private static final int CONNECTIONS = 10;
  private static final long PATIENCE_MILLISECONDS = 10_000;

  /** Held here, because a logger that nobody holds forgets its level. */
  private static final Logger POOL = Logger.getLogger("com.zaxxer.hikari");

  private PostgresPool() {}

  /**
   * Opens a pool to a place.
   *
   * @throws PoolInitializationException when the server cannot be reached
   */
  static HikariDataSource open(
      String place, String options, @Nullable String user, @Nullable String password) {
    POOL.setLevel(Level.OFF);
    var config = new HikariConfig();
    config.setJdbcUrl("jdbc:" + place + "?" + options);
    config.addDataSourceProperty("ApplicationName", NAME + UUID.randomUUID());
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE_MILLISECONDS);
    config.setInitializationFailTimeout(1);
    if (user != null) {
      config.setUsername(user);
    }
    if (password != null) {
      config.setPassword(password);
    }
    return new HikariDataSource(config);
  }

  /** Whether the server has connections of another Pilothouse than this one's. */
  static boolean isShared(Connection connection) throws SQLException {
    String others =
        """
        select count(*) from pg_stat_activity
        where datname = current_database() and application_name like ?
          and application_name <> current_setting('application_name')
        """;
    try (var statement = connection.prepareStatement(others)) {
      statement.setString(1, NAME + "%");
      try (var row = statement.executeQuery()) {
        return row.next() && row.getInt(1) > 0;
      }
    }
  }
}
