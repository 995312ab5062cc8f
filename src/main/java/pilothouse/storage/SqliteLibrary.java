package pilothouse.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, laid once into the data folder. The driver alone would unpack it for
 * each start, into a folder that others may write to, and start a process to do so.
 */
final class SqliteLibrary {
  private static final String FOLDER = "org.sqlite.lib.path";

  private SqliteLibrary() {}

  /** Lays the library down where it is missing; where it cannot, the driver helps itself. */
  static synchronized void lay(Path data) {
    if (System.getProperty(FOLDER) != null) {
      return;
    }
    String machine = System.getProperty("os.name") + "-" + System.getProperty("os.arch");
    Path folder =
        data.toAbsolutePath()
            .resolve("native")
            .resolve("sqlite-" + SQLiteJDBCLoader.getVersion() + "-" + machine.replace(' ', '_'));
    try {
      Path library = folder.resolve(LibraryLoaderUtil.getNativeLibName());
      if (!Files.exists(library)) {
        unpack(library);
      }
      System.setProperty(FOLDER, folder.toString());
    } catch (IOException unwritable) {
      // Nothing is lost: the driver unpacks the library into the temporary folder.
    }
  }

  private static void unpack(Path library) throws IOException {
    Files.createDirectories(library.getParent());
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + library.getFileName();
    try (InputStream packed = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (packed == null) {
        throw new IOException("no library for this machine at " + resource);
      }
      Path part = Files.createTempFile(library.getParent(), "part", null);
      Files.copy(packed, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, library, StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
