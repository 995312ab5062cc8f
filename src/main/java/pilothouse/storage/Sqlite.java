package pilothouse.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * SQLite in one file. It has one writer at a time: those of this process stand in line for it,
 * because waiting in SQLite itself is done by sleeping.
 */
final class Sqlite implements Database {
  /** The file in the data folder. */
  static final String FILE = "pilothouse.db";

  private final Path file;
  private final SQLiteDataSource source;
  private final Lent usual;
  private final Lent durable;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Checkpoints checkpoints;

  private Sqlite(Path file) {
    this.file = file;
    this.source = SqliteSource.of(file, SQLiteConfig.SynchronousMode.NORMAL);
    this.usual = new Lent(source);
    this.durable = new Lent(SqliteSource.of(file, SQLiteConfig.SynchronousMode.FULL));
    this.checkpoints = new Checkpoints(usual, turn);
  }

  static Sqlite in(Path folder) {
    Path file = folder.resolve(FILE).toAbsolutePath();
    DataFolder.make(folder);
    DataFolder.makeFile(file);
    SqliteLibrary.lay(folder);
    return new Sqlite(file);
  }

  @Override
  public String place() {
    return file.toString();
  }

  @Override
  public ConnectionFactory connections() {
    return usual;
  }

  @Override
  public ConnectionFactory durable() {
    return durable;
  }

  @Override
  public <T> T inTurn(Supplier<T> write) {
    turn.lock();
    try {
      return write.get();
    } finally {
      turn.unlock();
      checkpoints.written();
    }
  }

  @Override
  public Connections standing() {
    int open = usual.open() + durable.open();
    return new Connections(open, open - usual.idle() - durable.idle(), turn.getQueueLength());
  }

  @Override
  public DataSource source() {
    return source;
  }

  @Override
  public Map<String, String> words() {
    return Map.of(
        "strict", "strict",
        "blob", "blob",
        "long", "integer",
        "real", "real",
        "id", "integer primary key",
        "fulltext",
            """
            create virtual table search_word using fts5 (
              words, content = '', contentless_delete = 1, detail = 'none', tokenize = 'ascii',
              prefix = '3 4 5')
            """,
        "refusal", "select 'a trigger can refuse by itself'",
        "refuse", "begin select raise(abort, 'these rows are only added to'); end");
  }

  @Override
  public FullText fullText() {
    return FullText.SQLITE;
  }

  @Override
  public <T> T alone(Supplier<T> work) {
    synchronized (Sqlite.class) {
      var lock = file.resolveSibling("pilothouse.lock");
      try (var channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          var held = channel.lock()) {
        if (!held.isValid()) {
          throw new StorageTrouble("The lock " + lock + " was lost; start again.");
        }
        return work.get();
      } catch (IOException e) {
        throw Troubles.folder(file.resolveSibling(""), e);
      }
    }
  }

  @Override
  public List<String> soundness() {
    return List.of(
        "pragma integrity_check(20)",
        """
        select 'a row of ' || "table" || ' refers to a row of ' || parent || ' that is not there'
        from pragma_foreign_key_check limit 20
        """);
  }

  @Override
  public String product() {
    return "select 'SQLite ' || sqlite_version()";
  }

  /** The machine's own. */
  @Override
  public String clock() {
    return "select unixepoch()";
  }

  /** A transaction that is written out takes no turn from writers, unlike those of the driver. */
  @Override
  public void beginSnapshot(Connection connection) throws SQLException {
    SqliteFilling.execute(connection, "begin deferred");
  }

  @Override
  public void endSnapshot(Connection connection) throws SQLException {
    SqliteFilling.execute(connection, "rollback");
  }

  @Override
  public List<String> beginFilling(Connection connection) throws SQLException {
    SqliteFilling.execute(connection, "pragma foreign_keys = off");
    return List.of();
  }

  @Override
  public void endFilling(Connection connection, List<Table> tables, List<String> keys)
      throws SQLException {
    SqliteFilling.end(connection);
  }

  @Override
  public void clear(Connection connection) throws SQLException {
    SqliteFilling.clear(connection);
  }

  @Override
  public void close() {
    checkpoints.close();
    try {
      usual.close();
      durable.close();
    } catch (SQLException e) {
      throw Troubles.of(this, e);
    }
  }
}
