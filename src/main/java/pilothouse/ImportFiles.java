package pilothouse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import pilothouse.evidence.files.Kind;

/**
 * The files that an argument of {@code import} means: one, all of a folder, or standard input.
 *
 * @param name for people
 */
record ImportFiles(String name, List<Path> paths) {
  private static final int DEEPEST = 20;
  private static final int MOST = 100_000;

  /** Finds them, or says why not. */
  static ImportFiles of(String argument, Kind kind) {
    if (argument.equals("-")) {
      return new ImportFiles("standard input", List.of());
    }
    Path path = Path.of(argument);
    if (!Files.exists(path)) {
      throw new Refused("There is no file %s; look how it is written.".formatted(argument));
    }
    if (!Files.isDirectory(path)) {
      return new ImportFiles(argument, List.of(path));
    }
    try (Stream<Path> all = Files.walk(path, DEEPEST)) {
      List<Path> found =
          all.filter(Files::isRegularFile)
              .filter(file -> isOf(kind, file))
              .sorted()
              .limit(MOST + 1L)
              .toList();
      if (found.isEmpty() || found.size() > MOST) {
        throw new Refused(
            found.isEmpty()
                ? "No file in %s ends with %s; name the files."
                    .formatted(argument, String.join(" or ", endings(kind)))
                : "%s holds more than %,d files; name a folder below it."
                    .formatted(argument, MOST));
      }
      return new ImportFiles(argument, found);
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new Refused(
          "The folder %s cannot be read (%s); make it readable.".formatted(argument, e));
    }
  }

  private static boolean isOf(Kind kind, Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return endings(kind).stream().anyMatch(end -> name.endsWith(end) || name.endsWith(end + ".gz"));
  }

  private static List<String> endings(Kind kind) {
    List<String> tables = List.of(".csv", ".tsv", ".jsonl", ".ndjson");
    return switch (kind) {
      case TESTS -> List.of(".xml");
      case COVERAGE -> List.of(".xml", ".info");
      case CDEVENTS -> List.of(".json", ".jsonl", ".ndjson");
      case AUTO -> {
        List<String> all = new ArrayList<>(tables);
        all.addAll(List.of(".xml", ".info", ".json"));
        yield all;
      }
      case DEPLOYMENTS, CHANGES, REVIEWS, BUILDS, INCIDENTS, MEASUREMENTS, WORK -> tables;
    };
  }

  boolean isStandardInput() {
    return paths.isEmpty();
  }

  /** What is taken, one after the other. */
  List<Path> parts() {
    return isStandardInput() ? List.of(Path.of("standard input")) : paths;
  }

  InputStream open(Path part) throws IOException {
    return isStandardInput() ? System.in : Files.newInputStream(part);
  }
}
