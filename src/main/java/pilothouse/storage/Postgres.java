package pilothouse.storage;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server, through a pool of connections. */
final class Postgres implements Database {
  /** The first version with all that is used here. */
  static final int OLDEST = 14;

  /** What those who wait for each other agree on; any number would do. */
  private static final long ALONE = 0x70696c6f74L;

  private final String place;
  private final HikariDataSource pool;

  private Postgres(String place, HikariDataSource pool) {
    this.place = place;
    this.pool = pool;
  }

  /**
   * The database at that place.
   *
   * @param place {@code postgresql://host:5432/name}
   * @param options of the driver, as they stand behind the question mark of a URL
   * @throws StorageTrouble when it cannot be reached, or is too old
   */
  static Postgres at(
      String place, String options, @Nullable String user, @Nullable String password) {
    try {
      return young(new Postgres(place, PostgresPool.open(place, options, user, password)));
    } catch (PoolInitializationException e) {
      throw Troubles.server(place, e);
    }
  }

  private static Postgres young(Postgres opened) {
    try (Connection connection = opened.pool.getConnection()) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST) {
        throw Troubles.tooOld(opened.place, version, OLDEST);
      }
      return opened;
    } catch (SQLException e) {
      opened.close();
      throw Troubles.server(opened.place, e);
    } catch (StorageTrouble e) {
      opened.close();
      throw e;
    }
  }

  /** Whether connections of another Pilothouse are there. */
  boolean isInUse() {
    try (Connection connection = pool.getConnection()) {
      return PostgresPool.isShared(connection);
    } catch (SQLException e) {
      throw Troubles.of(this, e);
    }
  }

  @Override
  public String place() {
    return place;
  }

  @Override
  public ConnectionFactory connections() {
    return pool::getConnection;
  }

  @Override
  public ConnectionFactory durable() {
    return connections();
  }

  @Override
  public <T> T inTurn(Supplier<T> write) {
    return write.get();
  }

  @Override
  public Connections standing() {
    HikariPoolMXBean pooled = pool.getHikariPoolMXBean();
    return pooled == null
        ? new Connections(0, 0, 0)
        : new Connections(
            pooled.getTotalConnections(),
            pooled.getActiveConnections(),
            pooled.getThreadsAwaitingConnection());
  }

  @Override
  public DataSource source() {
    return pool;
  }

  @Override
  public Map<String, String> words() {
    return Map.of(
        "strict", "",
        "blob", "bytea",
        "long", "bigint",
        "real", "double precision",
        "id", "bigint generated always as identity primary key",
        "fulltext",
            """
            create table search_word (rowid bigint not null primary key, words tsvector not null);
            create index search_word_in on search_word using gin (words) with (fastupdate = off)
            """,
        "refusal",
            "create function only_added_to() returns trigger language plpgsql as"
                + " 'begin raise exception ''these rows are only added to''; end'",
        "refuse", "for each statement execute function only_added_to()");
  }

  @Override
  public FullText fullText() {
    return FullText.POSTGRESQL;
  }

  /** The lock ends with its connection, also that of a process that is killed. */
  @Override
  public <T> T alone(Supplier<T> work) {
    try (Connection connection = pool.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("select pg_advisory_lock(" + ALONE + ")");
      try {
        return work.get();
      } finally {
        statement.execute("select pg_advisory_unlock(" + ALONE + ")");
      }
    } catch (SQLException e) {
      throw Troubles.of(this, e);
    }
  }

  /** The server watches over its own files; what it found and what was left half is asked for. */
  @Override
  public List<String> soundness() {
    return PostgresChecks.ALL;
  }

  @Override
  public String product() {
    return "select 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1)";
  }

  @Override
  public String clock() {
    return "select cast(extract(epoch from now()) as bigint)";
  }

  @Override
  public void beginSnapshot(Connection connection) throws SQLException {
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
  }

  /** The pool gives the connection back as it was. */
  @Override
  public void endSnapshot(Connection connection) throws SQLException {
    connection.rollback();
  }

  @Override
  public List<String> beginFilling(Connection connection) throws SQLException {
    return PostgresFilling.begin(connection);
  }

  @Override
  public void endFilling(Connection connection, List<Table> tables, List<String> keys)
      throws SQLException {
    PostgresFilling.end(connection, tables, keys);
  }

  @Override
  public void clear(Connection connection) throws SQLException {
    PostgresFilling.clear(connection);
  }

  @Override
  public void close() {
    pool.close();
  }
}
