package pilothouse.evidence.imports;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import pilothouse.evidence.files.RefusedLine;
import tools.jackson.databind.json.JsonMapper;

/** All lines that an import refused, in a file: one JSON object a line. */
final class RefusedLines implements Run.Hears {
  private static final JsonMapper JSON = new JsonMapper();
  private final BufferedWriter out;

  private RefusedLines(BufferedWriter out) {
    this.out = out;
  }

  static RefusedLines to(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return new RefusedLines(Files.newBufferedWriter(file));
  }

  /** Tells all lines of such a file. */
  static void read(Path file, Consumer<RefusedLine> hears) {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        hears.accept(JSON.readValue(line, RefusedLine.class));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void refused(RefusedLine line) {
    try {
      out.write(JSON.writeValueAsString(line));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** They are on the disk before the import is told as done. */
  @Override
  public synchronized void over() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
