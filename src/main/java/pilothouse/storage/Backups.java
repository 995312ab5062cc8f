package pilothouse.storage;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Backups: one file with all rows, which restores into either database. */
public final class Backups {
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
      Passkey passkey = BackupFile.passkey(how.passphrase());
      BackupFile.write(storage, part, how, passkey, progress);
      Content content = BackupFile.check(part, passkey);
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
              + BackupFile.reason(e)
              + "); look at the folder, its permissions and its disk.",
          e);
    } finally {
      forget(part);
    }
  }

  /** Whether it opens with a passphrase alone. */
  public static boolean isEncrypted(Path file) {
    return BackupFile.isEncrypted(file);
  }

  /**
   * Reads a backup from its beginning to its end; nothing is changed anywhere.
   *
   * @param passphrase null when there is none
   * @throws StorageTrouble when it is damaged, or the passphrase does not open it
   */
  public static Content check(Path file, @Nullable String passphrase) {
    return BackupFile.check(file, BackupFile.passkey(passphrase));
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
    return restoreWith(BackupFile.passkey(passphrase), file, to, keeping, progress);
  }

  /** The same with what opens it, which is slow to make. */
  static Restored restoreWith(
      @Nullable Passkey passkey,
      Path file,
      Address to,
      @Nullable Runnable keeping,
      Progress progress) {
    Content content = BackupFile.check(file, passkey);
    if (!isFree(to)) {
      if (keeping == null) {
        throw new StorageTrouble(
            to
                + " is not empty; name an empty database or folder, or --replace, which keeps a backup of what is there.");
      }
      keeping.run();
    }
    try (Database target = to.database();
        Unpacking cargo = BackupFile.opened(file, passkey)) {
      Map<String, Long> rows = new java.util.TreeMap<>();
      new Filling(target, cargo, progress)
          .fill()
          .forEach((table, tally) -> rows.put(table, tally.rows()));
      return new Restored(content, rows);
    } catch (IOException e) {
      throw BackupFile.unreadable(file, e);
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

  private static void forget(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // It is no backup yet; the next one of that name takes its place.
    }
  }
}
