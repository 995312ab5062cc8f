package pilothouse.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import org.jdbi.v3.core.ConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Carries what SQLite wrote ahead into its file, on a thread of its own: else whoever writes when
 * the log is long does it for all, and those behind wait for two more writes to the disk.
 */
final class Checkpoints implements AutoCloseable {
  /** At so many pages SQLite itself does it, should this one be held up. */
  static final int LONGEST = 16_384;

  /** Above so many pages the log is begun anew, for which nobody may write for a moment. */
  private static final int LONG = 4_096;

  private static final long AFTER_MILLISECONDS = 200;

  private final ConnectionFactory connections;
  private final Lock turn;
  private final AtomicBoolean due = new AtomicBoolean();
  private @Nullable ScheduledThreadPoolExecutor behind;
  private boolean closed;

  /**
   * Checkpoints of one file.
   *
   * @param turn held by whoever of this process writes
   */
  Checkpoints(ConnectionFactory connections, Lock turn) {
    this.connections = connections;
    this.turn = turn;
  }

  /** Something was written. */
  void written() {
    if (due.compareAndSet(false, true)) {
      begin();
    }
  }

  private synchronized void begin() {
    if (closed) {
      return;
    }
    if (behind == null) {
      behind =
          new ScheduledThreadPoolExecutor(
              1, Thread.ofPlatform().daemon().name("checkpoints").factory());
    }
    var unused = behind.schedule(this::carry, AFTER_MILLISECONDS, TimeUnit.MILLISECONDS);
  }

  /** First beside the writers, who write on; then what is left, which is little, without them. */
  private void carry() {
    due.set(false);
    if (carried() > LONG) {
      turn.lock();
      try {
        var unused = carried();
      } finally {
        turn.unlock();
      }
    }
  }

  /** Carries over what no reader holds back; how many pages the log has. */
  private int carried() {
    try {
      Connection connection = connections.openConnection();
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("pragma wal_checkpoint(passive)")) {
        return row.next() ? row.getInt("log") : 0;
      } finally {
        connections.closeConnection(connection);
      }
    } catch (SQLException e) {
      // The log stays as long as it is; SQLite carries it over itself when it must.
      return 0;
    }
  }

  @Override
  public void close() {
    ScheduledThreadPoolExecutor running;
    synchronized (this) {
      closed = true;
      running = behind;
    }
    if (running != null) {
      running.shutdownNow();
      running.close();
    }
  }
}
