package pilothouse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file that is read whole, named as people see it. */
record TextFile(String name, String text) {
  private static final int MOST = 4 << 20;

  /**
   * Reads one; {@code -} is standard input.
   *
   * @throws Refused where it cannot be read, is no text, or is too large
   */
  static TextFile of(String file) {
    if (file.equals("-")) {
      return read("standard input", "standard input", System.in);
    }
    try {
      Path path = Path.of(file);
      if (Files.isRegularFile(path) && Files.isReadable(path)) {
        try (InputStream from = Files.newInputStream(path)) {
          return read(String.valueOf(path.getFileName()), file, from);
        }
      }
    } catch (IOException | InvalidPathException e) {
      // Said below.
    }
    throw new Refused(file + " is no file that can be read; check its name.");
  }

  private static TextFile read(String name, String said, InputStream from) {
    try {
      byte[] bytes = from.readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        throw new Refused(said + " is larger than 4 MiB; split it.");
      }
      ByteBuffer all = ByteBuffer.wrap(bytes);
      return new TextFile(name, StandardCharsets.UTF_8.newDecoder().decode(all).toString());
    } catch (CharacterCodingException e) {
      throw new Refused(said + " is no text in UTF-8; save it as such.");
    } catch (IOException e) {
      throw new Refused(said + " cannot be read; look at its permissions.");
    }
  }
}
