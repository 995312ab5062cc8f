package pilothouse.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small files of a repository, read whole; what goes wrong becomes a sentence. */
final class Disk {
  private Disk() {}

  /** The file's text, or null where there is no such file. Bytes that are no UTF-8 are replaced. */
  static @Nullable String textIfThere(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      if (Files.isDirectory(file) || (!Files.exists(file) && !denied(e))) {
        return null;
      }
      throw trouble(file, e);
    }
  }

  /** The file's lines without what ends them; none where there is no such file. */
  static List<String> linesIfThere(Path file) {
    String text = textIfThere(file);
    return text == null ? List.of() : text.lines().toList();
  }

  /** The path without links. */
  static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw trouble(path, e);
    }
  }

  static GitTrouble trouble(Path file, IOException cause) {
    if (denied(cause)) {
      return new GitTrouble(
          "No permission to read "
              + file
              + ": run as a user who may, or give this user read access to the repository.",
          cause);
    }
    return new GitTrouble(
        "Cannot read " + file + " (" + cause.getMessage() + "): check the disk it lies on.", cause);
  }

  private static boolean denied(IOException cause) {
    return cause instanceof AccessDeniedException;
  }
}
