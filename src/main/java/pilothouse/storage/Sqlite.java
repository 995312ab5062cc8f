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
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteOpenMode;

/**
 * SQLite in one file. Connections are kept open and lent again; a pool that also watches over them
 * would cost more time at the start than everything else here.
 */
final class Sqlite implements Database, ConnectionFactory {
  private static final int BUSY_MILLISECONDS = 5_000;

  private final Path file;
  private final SQLiteDataSource source;
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  private Sqlite(Path file) {
    this.file = file;
    this.source = new SQLiteDataSource(config());
    source.setUrl("jdbc:sqlite:" + file);
  }

  static Sqlite in(Path folder) {
    Path file = folder.resolve("pilothouse.db").toAbsolutePath();
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

  private static SQLiteConfig config() {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
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
    return this;
  }

  @Override
  public Connection openConnection() throws SQLException {
    Connection kept = idle.poll();
    return kept == null ? source.getConnection() : kept;
  }

  @Override
  public void closeConnection(Connection connection) throws SQLException {
    if (closed) {
      connection.close();
    } else {
      idle.push(connection);
    }
  }

  @Override
  public DataSource source() {
    return source;
  }

  @Override
  public Map<String, String> words() {
    return Map.of("strict", "strict", "blob", "blob", "long", "integer", "real", "real");
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
  public void close() {
    closed = true;
    for (Connection kept = idle.poll(); kept != null; kept = idle.poll()) {
      try {
        kept.close();
      } catch (SQLException e) {
        throw Troubles.of(this, e);
      }
    }
  }
}
