package pilothouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pilothouse.web.Navigation.Entry;

/** Every page of the frame is named once, and has the texts that search finds it by. */
class RoomsTest {
  private static final Path ENGLISH = Path.of("src/main/resources/texts/en.properties");

  private static List<String> twice(Stream<String> all) {
    Set<String> seen = new HashSet<>();
    return all.filter(one -> !seen.add(one)).toList();
  }

  private static List<Entry> entries() {
    List<Entry> all = new ArrayList<>(Rooms.ALL.aside());
    Rooms.ALL.areas().forEach(area -> all.addAll(area.entries()));
    return all;
  }

  private static List<String> keys() throws IOException {
    try (Stream<String> lines = Files.lines(ENGLISH, UTF_8)) {
      return lines
          .filter(line -> line.matches("[\\w.-]+ = .*"))
          .map(line -> line.substring(0, line.indexOf(" = ")))
          .toList();
    }
  }

  @Test
  void noPageIsNamedTwiceAndNoTextIsSaidTwice() throws IOException {
    assertEquals(List.of(), twice(entries().stream().map(Entry::id)));
    assertEquals(List.of(), twice(entries().stream().map(Entry::address)));
    assertEquals(List.of(), twice(keys().stream()));
  }

  @Test
  void everyPageHasItsNameAndWhatElseItIsFoundBy() throws IOException {
    Set<String> keys = Set.copyOf(keys());
    assertEquals(
        List.of(),
        entries().stream()
            .flatMap(entry -> Stream.of("entry." + entry.id(), "also." + entry.id()))
            .filter(key -> !keys.contains(key))
            .toList());
  }
}
