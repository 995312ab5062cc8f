package pilothouse.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Held by the one process that serves what is in a data folder; it says there where browsers find
 * it. The machine itself takes the lock away from a process that was killed.
 */
public final class ServingLock implements AutoCloseable {
  private static final String FILE = "serving";

  /** Beyond what is written, so that whoever asks may read that. */
  private static final long PLACE = 1L << 30;

  private static final int LONGEST = 2_048;

  private final FileChannel file;

  private ServingLock(FileChannel file) {
    this.file = file;
  }

  /**
   * Takes it; empty where another process has it.
   *
   * @throws StorageTrouble when the folder cannot be written to
   */
  public static Optional<ServingLock> take(Path folder) {
    DataFolder.make(folder);
    Path path = folder.resolve(FILE);
    DataFolder.makeFile(path);
    try {
      FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (lock(file) == null) {
        file.close();
        return Optional.empty();
      }
      file.truncate(0);
      return Optional.of(new ServingLock(file));
    } catch (IOException e) {
      throw Troubles.folder(folder, e);
    }
  }

  /** Where the process is found that serves now; empty where none does, or it did not say yet. */
  public static Optional<String> address(Path folder) {
    Path path = folder.resolve(FILE);
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      if (lock(file) != null) {
        return Optional.empty();
      }
      ByteBuffer said = ByteBuffer.allocate(LONGEST);
      file.read(said, 0);
      String address = StandardCharsets.UTF_8.decode(said.flip()).toString();
      return Optional.of(address).filter(text -> !text.isEmpty());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static @Nullable FileLock lock(FileChannel file) throws IOException {
    try {
      return file.tryLock(PLACE, 1, false);
    } catch (OverlappingFileLockException ours) {
      return null;
    }
  }

  /** Says where browsers find what is served. */
  public void say(String address) {
    try {
      file.truncate(0);
      file.write(ByteBuffer.wrap(address.getBytes(StandardCharsets.UTF_8)), 0);
    } catch (IOException e) {
      // Nobody is told; the lock holds all the same.
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      // It ends with the process.
    }
  }
}
