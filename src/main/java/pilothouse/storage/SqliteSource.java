package pilothouse.storage;

import java.nio.file.Path;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/** How connections to a file of SQLite are set up. */
final class SqliteSource {
  private static final int BUSY_MILLISECONDS = 5_000;

  private SqliteSource() {}

  /** Gives connections that write through to the disk as the mode says. */
  static SQLiteDataSource of(Path file, SQLiteConfig.SynchronousMode mode) {
    var source = new SQLiteDataSource(config(mode));
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  private static SQLiteConfig config(SQLiteConfig.SynchronousMode mode) {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(mode);
    config.setBusyTimeout(BUSY_MILLISECONDS);
    config.enforceForeignKeys(true);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setOpenMode(SQLiteOpenMode.FULLMUTEX);
    return config;
  }
}
