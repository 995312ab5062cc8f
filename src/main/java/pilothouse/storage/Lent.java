package pilothouse.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.ConnectionFactory;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Connections of one kind, kept open and lent again; a pool that also watches over them would cost
 * more time at the start than everything else here.
 */
final class Lent implements ConnectionFactory {
  private static final int ATTEMPTS = 50;
  private static final long PAUSE_NANOSECONDS = 20_000_000;

  private final SQLiteDataSource source;
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
  private final AtomicInteger open = new AtomicInteger();
  private volatile boolean closed;

  Lent(SQLiteDataSource source) {
    this.source = source;
  }

  @Override
  public Connection openConnection() throws SQLException {
    Connection kept = idle.poll();
    return kept == null ? opened() : kept;
  }

  /** While another opener turns the new database's journal, SQLite refuses without waiting. */
  private Connection opened() throws SQLException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        return ready(source.getConnection());
      } catch (SQLiteException e) {
        if (e.getResultCode() != SQLiteErrorCode.SQLITE_BUSY) {
          throw e;
        }
      }
      LockSupport.parkNanos(PAUSE_NANOSECONDS);
    }
    return ready(source.getConnection());
  }

  private Connection ready(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma wal_autocheckpoint = " + Checkpoints.LONGEST);
    }
    open.incrementAndGet();
    return connection;
  }

  @Override
  public void closeConnection(Connection connection) throws SQLException {
    if (closed) {
      open.decrementAndGet();
      connection.close();
    } else {
      idle.push(connection);
    }
  }

  /** How many there are. */
  int open() {
    return open.get();
  }

  /** How many of them nobody holds. */
  int idle() {
    return idle.size();
  }

  /** Closes those that nobody holds; the others close when they are given back. */
  void close() throws SQLException {
    closed = true;
    for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
      open.decrementAndGet();
      kept.close();
    }
  }
}
