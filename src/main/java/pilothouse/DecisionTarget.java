package pilothouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import pilothouse.decisions.FileTarget;

/** Writes files of decisions into a folder, and nowhere else. */
record DecisionTarget(DecisionFolder folder) implements FileTarget {
  @Override
  public List<String> paths() {
    return Files.isDirectory(folder.path())
        ? folder.all().stream().map(folder::known).toList()
        : List.of();
  }

  @Override
  public boolean isAs(String path, byte[] bytes) {
    try {
      Path file = folder.path().resolve(folder.below(path));
      return Files.size(file) == bytes.length && Arrays.equals(Files.readAllBytes(file), bytes);
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void write(Map<String, byte[]> files) {
    try {
      Files.createDirectories(folder.path());
      Path real = folder.path().toRealPath();
      for (var one : files.entrySet()) {
        write(real, real.resolve(folder.below(one.getKey())).normalize(), one.getValue());
      }
    } catch (IOException e) {
      throw new Refused(
          "%s cannot be written (%s); look at its permissions."
              .formatted(folder.path(), e.getMessage()));
    }
  }

  private static void write(Path real, Path file, byte[] bytes) throws IOException {
    Path above = file.getParent();
    if (above == null || !above.startsWith(real)) {
      throw new Refused(file + " is not in the folder; name another one.");
    }
    Files.createDirectories(above);
    if (!above.toRealPath().startsWith(real)) {
      throw new Refused(file + " leads out of the folder; remove the link.");
    }
    Path part = file.resolveSibling("." + file.getFileName() + ".part");
    Files.write(part, bytes);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public String branch() {
    return "";
  }
}
