package pilothouse.evidence.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import pilothouse.evidence.files.BadFile;

/** The files of uploads, and of the lines that their imports refused. */
final class Drawer {
  private static final long SPARE = 512L << 20;
  private static final int STEP = 1 << 20;

  private final Path folder;

  Drawer(Path folder) {
    this.folder = folder;
  }

  /**
   * Keeps what comes in, of any size up to the bound.
   *
   * @throws BadFile when it is too large, or the disk too full
   */
  void keep(String id, InputStream in) throws IOException {
    Files.createDirectories(folder);
    try (OutputStream out = Files.newOutputStream(upload(id))) {
      copy(in, out);
    }
  }

  private void copy(InputStream in, OutputStream out) throws IOException {
    byte[] step = new byte[STEP];
    long size = 0;
    for (int read = in.readNBytes(step, 0, STEP); read > 0; read = in.readNBytes(step, 0, STEP)) {
      size += read;
      if (size > Desk.LARGEST) {
        throw new BadFile(
            "It is larger than %d GiB.".formatted(Desk.LARGEST >> 30),
            "Use ./pilothouse import for it, which keeps no copy.");
      }
      if (Files.getFileStore(folder).getUsableSpace() < SPARE) {
        throw new BadFile(
            "The disk of the data folder has less than %d MiB left.".formatted(SPARE >> 20),
            "Make room, or use ./pilothouse import, which keeps no copy.");
      }
      out.write(step, 0, read);
    }
    if (size == 0) {
      throw new BadFile("It is empty.", "Choose another file.");
    }
  }

  /** The file of an upload. */
  Path upload(String id) {
    return folder.resolve(safe(id) + ".upload");
  }

  /** The file of the lines that an import refused. */
  Path refused(String id) {
    return folder.resolve(safe(id) + ".refused.csv");
  }

  private static String safe(String id) {
    if (!id.matches("[0-9a-f-]{36}")) {
      throw new BadFile("“" + id + "” is no import.", "Start from the page of imports.");
    }
    return id;
  }

  /** Removes an upload. */
  void remove(String id) {
    try {
      Files.deleteIfExists(upload(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
