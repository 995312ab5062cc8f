package pilothouse;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.files.RefusedLine;

/** All refused lines, as CSV in a file; or nowhere. */
final class RefusedFile implements AutoCloseable {
  private final @Nullable BufferedWriter out;

  private RefusedFile(@Nullable BufferedWriter out) {
    this.out = out;
  }

  /** Begins a file in place of what is there; null keeps nothing. */
  static RefusedFile open(@Nullable Path file) {
    try {
      if (file == null) {
        return new RefusedFile(null);
      }
      BufferedWriter out = Files.newBufferedWriter(file);
      out.write(RefusedLine.csvHead());
      return new RefusedFile(out);
    } catch (IOException e) {
      throw new Refused(
          "--refused %s cannot be written (%s); name a file in a folder that is there."
              .formatted(file, e));
    }
  }

  synchronized void add(RefusedLine line) {
    try {
      if (out != null) {
        out.write(line.csv());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
  }
}
