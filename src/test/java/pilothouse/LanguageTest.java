package pilothouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages in a language that is made of English by turning each letter into another script's: what
 * still has an English word was not moved to the file of texts.
 */
class LanguageTest {
  private static final Path ENGLISH = Path.of("src/main/resources/texts/en.properties");
  private static final Path UNTRANSLATED =
      Path.of("src/test/resources/pilothouse/untranslated.txt");
  private static final List<String> FIRST =
      List.of(
          "/",
          "/search?q=ferry",
          "/notices",
          "/quickcheck",
          "/imports",
          "/exchange",
          "/account",
          "/account/keys",
          "/sign-in",
          "/invitations/none",
          "/administration",
          "/administration/roles",
          "/administration/groups",
          "/administration/tokens",
          "/proposals",
          "/rules",
          "/people/identities",
          "/journal/check",
          "/systems/ferry/people",
          "/delivery/ferry/changes",
          "/sources/deliveries?state=parked");

  @TempDir static Path folder;
  private static Ship ship;

  @BeforeAll
  static void starts() throws IOException {
    Properties english = new Properties();
    try (Reader reader = Files.newBufferedReader(ENGLISH, UTF_8)) {
      english.load(reader);
    }
    List<String> lines = new ArrayList<>();
    new TreeMap<>(english)
        .forEach((key, text) -> {
          boolean rule = String.valueOf(key).startsWith("language.");
          lines.add(key + " = " + (rule ? text : turned(String.valueOf(text))));
        });
    lines.removeIf(line -> line.matches("language\\.(day|time|month|day-of-month) = .*"));
    lines.add("language.day = uuuu.MM.dd");
    lines.add("language.time = uuuu.MM.dd HH:mm");
    lines.add("language.month = uuuu.MM");
    lines.add("language.day-of-month = MM.dd");
    Files.write(folder.resolve("eo.properties"), lines, UTF_8);
    ship = Tour.ship(Map.of("texts", folder.toString()));
  }

  @AfterAll
  static void stops() {
    ship.close();
  }

  /** Letters of Greek in place of ours; what stands between braces stays. */
  private static String turned(String text) {
    StringBuilder turned = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      inside = letter == '{' || (inside && letter != '}');
      boolean ours =
          !inside && ((letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z'));
      turned.append(ours ? (char) ('α' + Character.toLowerCase(letter) % 24) : letter);
    }
    return turned.toString();
  }

  private static String page(String path, String accepted) {
    HttpRequest.Builder request = HttpRequest.newBuilder(ship.at(path));
    return ship.send(request.header("Accept-Language", accepted)).body();
  }

  /**
   * Every page that one can walk to says nothing in English but what {@code untranslated.txt}
   * names, and what is named there is still to be moved: the list only gets shorter.
   */
  @Test
  void noPageSaysAWordThatIsNotInTheFileOfTexts() throws IOException {
    Leftovers leftovers = Leftovers.of(Village.repository());
    Map<String, String> found = new TreeMap<>();
    Tour.pages(ship, Map.of("Accept-Language", "eo"), FIRST)
        .forEach((path, html) ->
            leftovers.of(html).forEach(words -> found.putIfAbsent(Leftovers.shape(words), path)));
    Set<String> allowed = new TreeSet<>(Files.readAllLines(UNTRANSLATED, UTF_8));
    allowed.removeIf(line -> line.isBlank() || line.startsWith("#"));
    Map<String, String> more = new TreeMap<>(found);
    more.keySet().removeAll(allowed);
    if (!more.isEmpty()) {
      Files.writeString(Path.of("target/untranslated-more.txt"), String.join("\n", more.keySet()));
    }
    assertEquals(Map.of(), more, "English that is in no file of texts, and a page that has it");
    allowed.removeAll(found.keySet());
    assertEquals(Set.of(), allowed, "moved by now, or gone: take it out of untranslated.txt");
  }

  @Test
  void daysAreWrittenAsTheLanguageDoes() {
    String page = page("/systems/ferry/flow?from=2026-01-05&to=2026-03-29", "eo");
    assertTrue(page.contains("2026.01.05"), page.substring(0, 4_000));
    assertFalse(page.contains("5 Jan 2026 to"), "the head has the language's days");
  }

  @Test
  void whoAsksForAnotherLanguageReadsEnglish() {
    assertTrue(page("/search", "fr, de").contains("<html lang=\"en\">"));
    assertTrue(page("/search", "fr, de").contains("Search over all"));
  }

  /** What is kept of one language is not said in another, whoever looked first. */
  @ParameterizedTest
  @ValueSource(strings = {"/systems/ferry", "/delivery", "/delivery/booking"})
  void whoLooksFirstDecidesNobodyElsesLanguage(String path) {
    String english = page(path, "en");
    page(path, "eo");
    assertEquals(named(english), named(page(path, "en")));
  }

  /** Charts number their parts anew each time. */
  private static String named(String page) {
    return page.replaceAll("c[0-9a-z]+[td]\\b", "chart");
  }

  /** Programs read English, whatever they accept. */
  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/systems/ferry", "/api/v1/metrics", "/delivery.csv"})
  void programsAreAnsweredInEnglish(String path) {
    assertEquals(page(path, "en"), page(path, "eo"));
  }
}
