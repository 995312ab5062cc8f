package pilothouse.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/**
 * SQLite in one file. It has one writer at a time: those of this process stand in line for it,
 * because waiting in SQLite itself is done by sleeping.
 */
final class Sqlite implements Database {
  /** The file in the data folder. */
  static final String FILE = "pilothouse.db";

  private static final int BUSY_MILLISECONDS = 5_000;

  private final Path file;
  private final SQLiteDataSource source;
  private final Lent usual;
  private final Lent durable;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final Checkpoints checkpoints;

  private Sqlite(Path file) {
    this.file = file;
    this.source = source(file, SQLiteConfig.SynchronousMode.NORMAL);
    this.usual = new Lent(source);
    this.durable = new Lent(source(file, SQLiteConfig.SynchronousMode.FULL));
    this.checkpoints = new Checkpoints(usual, turn);
  }

  private static SQLiteDataSource source(Path file, SQLiteConfig.SynchronousMode mode) {
    var source = new SQLiteDataSource(config(mode));
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  static Sqlite in(Path folder) {
    Path file = folder.resolve(FILE).toAbsolutePath();
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        makeOurs(folder, PosixFilePermissions.fromString("rwx------"));
      }
      if (Files.isWritable(folder) && !Files.exists(file)) {
        makeOurs(file, PosixFilePermissions.fromString("rw-------"));
      }
    } catch (IOException e) {
      throw Troubles.folder(folder, e);
    }
    if (!Files.isWritable(folder)) {
      throw Troubles.folder(folder, null);
    }
    SqliteLibrary.lay(folder);
    return new Sqlite(file);
  }

  /** Makes a folder or an empty file that other users of the machine cannot look into. */
  private static void makeOurs(Path path, Set<PosixFilePermission> permissions) throws IOException {
    boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] ours =
        isPosix
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
            : new FileAttribute<?>[0];
    try {
      if (permissions.contains(PosixFilePermission.OWNER_EXECUTE)) {
        Files.createDirectory(path, ours);
      } else {
        Files.createFile(path, ours);
      }
    } catch (FileAlreadyExistsException meanwhile) {
      if (Files.isRegularFile(path) == permissions.contains(PosixFilePermission.OWNER_EXECUTE)) {
        throw meanwhile;
      }
    }
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
            """);
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
  public String soundness() {
    return "pragma integrity_check(20)";
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
