package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sizes, names and comments of the sources, read with the compiler's own parser. */
class StyleTest {
  private static final Path JAVA = Path.of("src/main/java/pilothouse");
  private static final Pattern FORBIDDEN =
      Pattern.compile("(Impl|Manager|Helper|Utils?|Service|DTO|Dto)$|^Abstract[A-Z]");
  private static final Pattern GETTER = Pattern.compile("get[A-Z].*");

  private static final Sources SOURCES = Sources.read(JAVA);

  @Test
  void filesAreSmall() {
    Sizes sizes = Sizes.of(SOURCES.files().stream().map(Sources.File::lines).toList());
    System.out.println("files:   " + sizes);
    List<String> tooLong =
        SOURCES.files().stream()
            .filter(file -> file.lines() > 400)
            .map(file -> file.path() + " has " + file.lines() + " lines")
            .toList();
    none(tooLong, "at most 400 lines; move what has a name of its own to a file of its own");
    assertTrue(sizes.p95() <= 200, "95 of 100 files have at most 200 lines; now " + sizes);
    assertTrue(sizes.median() <= 75, "the median file has at most 75 lines; now " + sizes);
  }

  @Test
  void methodsAreShort() {
    List<Sources.Method> methods = SOURCES.methods();
    Sizes sizes = Sizes.of(methods.stream().map(Sources.Method::lines).toList());
    System.out.println("methods: " + sizes);
    List<String> tooLong =
        methods.stream()
            .filter(method -> method.lines() > 40)
            .map(method ->
                method.where() + " " + method.name() + " has " + method.lines() + " lines")
            .toList();
    none(tooLong, "at most 40 lines; give its steps names");
    assertTrue(sizes.p95() <= 20, "95 of 100 methods have at most 20 lines; now " + sizes);
    assertTrue(sizes.median() <= 7, "the median method has at most 7 lines; now " + sizes);
  }

  @Test
  void namesSayWhatThingsAre() {
    none(
        types(type -> FORBIDDEN.matcher(type.name()).find()),
        "no Impl, Manager, Helper, Util, Service, DTO, Abstract: name the thing");
    none(
        SOURCES.methods().stream()
            .filter(Sources.Method::isPublic)
            .filter(method -> !method.overrides() && GETTER.matcher(method.name()).matches())
            .map(method -> method.where() + " " + method.name())
            .toList(),
        "no get prefix: name what it gives");
  }

  @Test
  void publicTypesSayWhatTheyAre() {
    none(
        types(type -> type.isPublic() && !type.documented()),
        "a public type has a doc comment of one sentence");
  }

  @Test
  void packagesAreNullMarked() throws IOException {
    try (Stream<Path> folders = Files.walk(JAVA).filter(Files::isDirectory)) {
      none(
          folders.filter(StyleTest::isUnmarked).map(Path::toString).toList(),
          "a package has a package-info.java with a comment and @NullMarked");
    }
  }

  private static boolean isUnmarked(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      boolean holdsJava = files.anyMatch(file -> file.toString().endsWith(".java"));
      Path info = folder.resolve("package-info.java");
      return holdsJava
          && !(Files.exists(info)
              && Files.readString(info).contains("NullMarked")
              && Files.readString(info).startsWith("/**"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void templatesScriptsAndSchemasAreSmall() {
    List<String> tooLong = new ArrayList<>();
    tooLong.addAll(longer(Path.of("src/main/jte"), ".jte", 200));
    tooLong.addAll(longer(Path.of("src/main/resources"), ".js", 400));
    tooLong.addAll(longer(Path.of("src/main/resources"), ".css", 800));
    tooLong.addAll(longer(Path.of("src/main/resources"), ".sql", 200));
    tooLong.addAll(longer(Path.of("bin"), "", 100));
    none(tooLong, "too long to be read at once; split it by what it is about");
  }

  private static List<String> longer(Path folder, String ending, int limit) {
    return Sources.lengths(folder, ending).entrySet().stream()
        .filter(file -> file.getValue() > limit)
        .map(file -> file.getKey() + " has " + file.getValue() + " lines, the limit is " + limit)
        .toList();
  }

  /** The rule's own rule: what it looks for is found where it is. */
  @Test
  void theParserSeesWhatItShould() {
    String text =
        """
        package p;
        public class ThingManager {
          public int getSize() {
            return 1;
          }
          @Override
          public String getName() { return ""; }
        }
        """;
    Sources bad = Sources.of(Path.of("ThingManager.java"), text);
    assertEquals(
        List.of("ThingManager"),
        bad.types().stream()
            .filter(type -> !type.documented() && FORBIDDEN.matcher(type.name()).find())
            .map(Sources.Type::name)
            .toList());
    assertEquals(
        List.of("getSize 3 false", "getName 2 true"),
        bad.methods().stream()
            .map(method -> method.name() + " " + method.lines() + " " + method.overrides())
            .toList());
  }

  private static List<String> types(Predicate<Sources.Type> wrong) {
    return SOURCES.types().stream()
        .filter(wrong)
        .map(type -> type.where() + " " + type.name())
        .toList();
  }

  private static void none(List<String> wrong, String mend) {
    assertTrue(wrong.isEmpty(), () -> mend + ":\n" + String.join("\n", wrong));
  }

  private record Sizes(int count, int median, int p95, int max) {
    static Sizes of(List<Integer> lengths) {
      int[] sorted = lengths.stream().mapToInt(Integer::intValue).toArray();
      Arrays.sort(sorted);
      int last = sorted.length - 1;
      return new Sizes(sorted.length, sorted[last / 2], sorted[last * 95 / 100], sorted[last]);
    }

    @Override
    public String toString() {
      return "%d, lines: median %d, p95 %d, max %d".formatted(count, median, p95, max);
    }
  }
}
