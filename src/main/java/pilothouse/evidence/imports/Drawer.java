package pilothouse.evidence.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import pilothouse.evidence.files.BadFile;
import pilothouse.text.Texts;

/** The files of uploads, and of the lines that their imports refused. */
final class Drawer {
  static final String UPLOAD = ".upload";
  static final String REFUSED = ".refused.jsonl";

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
            Texts.kept("kept.drawer.it-is-larger-than-gib", Desk.LARGEST >> 30),
            Texts.kept("kept.drawer.use-pilothouse-import-for-it"));
      }
      if (Files.getFileStore(folder).getUsableSpace() < SPARE) {
        throw new BadFile(
            Texts.kept("kept.drawer.the-disk-of-the-data", SPARE >> 20),
            Texts.kept("kept.drawer.make-room-or-use-pilothouse"));
      }
      out.write(step, 0, read);
    }
    if (size == 0) {
      throw new BadFile(
          Texts.kept("kept.drawer.it-is-empty"), Texts.kept("kept.drawer.choose-another-file"));
    }
  }

  /** The file of an upload. */
  Path upload(String id) {
    return folder.resolve(safe(id) + UPLOAD);
  }

  /** The file of the lines that an import refused. */
  Path refused(String id) {
    return folder.resolve(safe(id) + REFUSED);
  }

  private static String safe(String id) {
    if (!id.matches("[0-9a-f-]{36}")) {
      throw new BadFile(
          Texts.kept("kept.drawer.is-no-import", id),
          Texts.kept("kept.drawer.start-from-the-page-of"));
    }
    return id;
  }

  /** The ids of what lies there, of uploads or of lines that were refused. */
  List<String> ids(String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .map(name -> name.substring(0, name.length() - ending.length()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes an upload. */
  void remove(String id) {
    delete(upload(id));
  }

  /** Removes the lines that an import refused. */
  void removeRefused(String id) {
    delete(refused(id));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
