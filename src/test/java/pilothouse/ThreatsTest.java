package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every line of docs/threats.md is shown by tests that exist. */
class ThreatsTest {
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)(?:\\.(\\w+))?`");

  @Test
  void everyThreatNamesTestsThatExist() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("docs/threats.md")).stream()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| threat"))
            .toList();
    assertTrue(rows.size() > 10, "the model is there");
    String unshown =
        rows.stream().filter(row -> !NAMED.matcher(row).find()).collect(Collectors.joining("\n"));
    assertEquals("", unshown, "threats that no test shows");
    List<String> missing = new ArrayList<>();
    for (String row : rows) {
      NAMED
          .matcher(row)
          .results()
          .filter(one -> !exists(one))
          .forEach(one -> missing.add(one.group()));
    }
    assertEquals(List.of(), missing, "tests that are named and do not exist");
  }

  private static boolean exists(MatchResult named) {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      List<Path> found = files.filter(file -> file.endsWith(named.group(1) + ".java")).toList();
      for (Path file : found) {
        String method = named.group(2);
        if (method == null || Files.readString(file).contains(" " + method + "(")) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
