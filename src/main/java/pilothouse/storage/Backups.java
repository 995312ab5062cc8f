package pilothouse.storage;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Backups: one file with all rows, which restores into either database. */
public final class Backups {
  private static final int BUFFER = 1 << 16;

  private Backups() {}

  /**
   * What a backup holds.
   *
   * @param program the version that made it
   * @param at the moment that its rows are of
   * @param key of what is sealed, null when it is not in it
   */
  public record Content(String program, Instant at, long rows, int tables, byte @Nullable [] key) {}

  /**
   * How a backup is made.
   *
   * @param program the version of the program
   * @param passphrase null for one that anybody can read
   * @param key the bytes of the key file, null to leave it out
   */
  public record How(
      String program, Instant at, @Nullable String passphrase, byte @Nullable [] key) {}

  /**
   * Writes one file while others read and write on, reads it again from its beginning to its end,
   * and only then gives it its name.
   *
   * @throws StorageTrouble when it could not be written, or the name is taken; then there is none
   */
  public static Content make(Storage storage, Path file, How how, Progress progress) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      if (Files.exists(file)) {
        throw new FileAlreadyExistsException(file.toString());
      }
      Files.deleteIfExists(part);
      Passkey passkey = passkey(how.passphrase());
      write(storage, part, how, passkey, progress);
      Content content = check(part, passkey);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      return content;
    } catch (SQLException e) {
      throw Troubles.of(storage.database(), e);
    } catch (FileAlreadyExistsException e) {
      throw new StorageTrouble(
          "There is a file " + file + " already; give the backup another name.", e);
    } catch (IOException e) {
      throw new StorageTrouble(
          "The backup "
              + file
              + " cannot be written ("
              + reason(e)
              + "); look at the folder, its permissions and its disk.",
          e);
    } finally {
      forget(part);
    }
  }

  private static void write(
      Storage storage, Path part, How how, @Nullable Passkey passkey, Progress progress)
      throws SQLException, IOException {
    Files.createFile(part, DataFolder.attributes(PosixFilePermissions.fromString("rw-------")));
    try (Snapshot snapshot = Snapshot.of(storage.database());
        OutputStream file =
            new BufferedOutputStream(
                Files.newOutputStream(part, StandardOpenOption.WRITE), BUFFER);
        OutputStream to = passkey == null ? new Checksummed(file) : Envelope.out(file, passkey)) {
      About about =
          new About(
              how.program(), snapshot.version(), how.at(), how.key() != null, snapshot.tables());
      var _ = Packing.write(to, snapshot, about, how.key(), progress);
    }
    try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
      written.force(true);
    }
  }

  /** Whether it opens with a passphrase alone. */
  public static boolean isEncrypted(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Envelope.isOne(in.readNBytes(BUFFER));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * Reads a backup from its beginning to its end; nothing is changed anywhere.
   *
   * @param passphrase null when there is none
   * @throws StorageTrouble when it is damaged, or the passphrase does not open it
   */
  public static Content check(Path file, @Nullable String passphrase) {
    return check(file, passkey(passphrase));
  }

  private static @Nullable Passkey passkey(@Nullable String passphrase) {
    return passphrase == null ? null : new Passkey(passphrase);
  }

  private static Content check(Path file, @Nullable Passkey passkey) {
    try (Unpacking cargo = opened(file, passkey)) {
      Weighed weighed = Weighed.only(Progress.SILENT);
      cargo.into(weighed);
      long rows = weighed.tallies().values().stream().mapToLong(Tally::rows).sum();
      About about = cargo.about();
      return new Content(about.program(), about.at(), rows, weighed.tallies().size(), cargo.key());
    } catch (IOException | SQLException e) {
      throw unreadable(file, e);
    }
  }

  private static Unpacking opened(Path file, @Nullable Passkey passkey) throws IOException {
    if (passkey == null) {
      try (InputStream all = Files.newInputStream(file)) {
        Checksummed.check(all);
      }
    }
    InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      return Unpacking.of(passkey == null ? in : Envelope.in(in, passkey));
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /**
   * What a restore did.
   *
   * @param rows how many each table has, by its name
   */
  public record Restored(Content content, Map<String, Long> rows) {
    public Restored {
      rows = Map.copyOf(rows);
    }
  }

  /**
   * Makes the database hold what is in the backup and nothing else, and brings it up to date.
   *
   * @param keeping keeps the rows that are there, which go then; null where there may be none
   * @throws StorageTrouble when the backup is damaged or newer, or the database is not empty: then
   *     nothing was touched
   */
  public static Restored restore(
      Path file,
      @Nullable String passphrase,
      Address to,
      @Nullable Runnable keeping,
      Progress progress) {
    Passkey passkey = passkey(passphrase);
    Content content = check(file, passkey);
    if (!isFree(to)) {
      if (keeping == null) {
        throw new StorageTrouble(
            to
                + " is not empty; name an empty database or folder, or --replace, which keeps a backup of what is there.");
      }
      keeping.run();
    }
    try (Database target = to.database();
        Unpacking cargo = opened(file, passkey)) {
      Map<String, Long> rows = new java.util.TreeMap<>();
      new Filling(target, cargo, progress)
          .fill()
          .forEach((table, tally) -> rows.put(table, tally.rows()));
      return new Restored(content, rows);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** Whether there is nothing in the database that a restore would take away. */
  static boolean isFree(Address address) {
    if (!address.mayHaveRows()) {
      return true;
    }
    try (Database database = address.database()) {
      return Vacancy.of(database);
    }
  }

  private static StorageTrouble unreadable(Path file, Exception e) {
    return new StorageTrouble(
        "The backup " + file + " cannot be read (" + reason(e) + "); check its name.", e);
  }

  private static String reason(Exception e) {
    return e instanceof NoSuchFileException ? "it is not there" : String.valueOf(e.getMessage());
  }

  private static void forget(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // It is no backup yet; the next one of that name takes its place.
    }
  }
}
