import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for one bench, gone afterwards. */
record Folder(Path path) implements AutoCloseable {
  static Folder make() throws IOException {
    return new Folder(Files.createTempDirectory("pilothouse-bench"));
  }

  Path of(String name) {
    return path.resolve(name);
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(path)) {
      all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
