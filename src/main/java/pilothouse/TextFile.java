package pilothouse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is read whole, named as people see it. */
record TextFile(String name, String text) {
  private static final long MOST = 4L << 20;

  /**
   * Reads one; {@code -} is standard input.
   *
   * @throws Refused where it cannot be read, or is too large
   */
  static TextFile of(String file) throws IOException {
    if (file.equals("-")) {
      byte[] bytes = System.in.readNBytes((int) MOST);
      return new TextFile("standard input", new String(bytes, StandardCharsets.UTF_8));
    }
    Path path = Path.of(file);
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      throw new Refused(file + " is no file that can be read; check its name.");
    }
    if (Files.size(path) > MOST) {
      throw new Refused(file + " is larger than 4 MiB; split it.");
    }
    String text = Files.readString(path, StandardCharsets.UTF_8);
    return new TextFile(String.valueOf(path.getFileName()), text);
  }
}
