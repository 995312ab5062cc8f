package pilothouse.storage;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The file of a backup: written, checked and opened. */
final class BackupFile {
  private static final int BUFFER = 1 << 16;

  private BackupFile() {}

  /** Writes one, down to the disk. */
  static void write(
      Storage storage, Path part, Backups.How how, @Nullable Passkey passkey, Progress progress)
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
  static boolean isEncrypted(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Envelope.isOne(in.readNBytes(BUFFER));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /** What opens it; null when nothing is needed. */
  static @Nullable Passkey passkey(@Nullable String passphrase) {
    return passphrase == null ? null : new Passkey(passphrase);
  }

  /** Reads one from its beginning to its end, and changes nothing. */
  static Backups.Content check(Path file, @Nullable Passkey passkey) {
    try (Unpacking cargo = opened(file, passkey)) {
      Weighed weighed = Weighed.only(Progress.SILENT);
      cargo.into(weighed);
      long rows = weighed.tallies().values().stream().mapToLong(Tally::rows).sum();
      About about = cargo.about();
      return new Backups.Content(
          about.program(), about.at(), rows, weighed.tallies().size(), cargo.key());
    } catch (IOException | SQLException e) {
      throw unreadable(file, e);
    }
  }

  /** One whose check sum is right, ready to be read. */
  static Unpacking opened(Path file, @Nullable Passkey passkey) throws IOException {
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

  static StorageTrouble unreadable(Path file, Exception e) {
    return new StorageTrouble(
        "The backup " + file + " cannot be read (" + reason(e) + "); check its name.", e);
  }

  /** Why a file could not be used, in words. */
  static String reason(Exception e) {
    return e instanceof NoSuchFileException ? "it is not there" : String.valueOf(e.getMessage());
  }
}
