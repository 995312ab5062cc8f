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
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pilothouse.git.Progress;

/**
 * Pages in a language that is made of English by turning each letter into another script's: what
 * still has an English word was not moved.
 */
class LanguageTest {
  private static final Path ENGLISH = Path.of("src/main/resources/texts/en.properties");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");

  /** What has no translation: names, keys, addresses, and code. */
  private static final String NAMES =
      "Pilothouse|Ctrl|Esc|JSON|API|OpenAPI|ferry|second\\d*|pilothouse|PATH|URL";

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
    lines.removeIf(line -> line.startsWith("language.day"));
    lines.add("language.day = uuuu.MM.dd");
    Files.write(folder.resolve("eo.properties"), lines, UTF_8);
    ship = Ship.set(Map.of("texts", folder.toString()), Progress.SILENT, Village.repository());
    ship.read("ferry");
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

  /** What somebody reads on a part of a page, labels and hints included. */
  private static String read(String html) {
    String labels =
        Pattern.compile("(?:aria-label|placeholder|data-auto|label)=\"([^\"]*)\"")
            .matcher(html)
            .results()
            .map(label -> label.group(1))
            .reduce("", (one, other) -> one + " " + other);
    String seen =
        html.replaceAll("(?s)<(script|svg|code|kbd)\\b.*?</\\1>", " ")
            .replaceAll("(?s)<[^>]*>", " ");
    return (labels + " " + seen)
        .replaceAll("&[a-z#0-9]+;", " ")
        .replaceAll("\\b(" + NAMES + ")\\b", " ");
  }

  private static List<String> english(String text) {
    return WORD.matcher(text).results().map(word -> word.group()).distinct().toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/search",
        "/search?q=nosuchthing",
        "/search?q=%22",
        "/search?q=ferry&kind=repository"
      })
  void searchIsSaidInTheLanguageAndNothingOfItInEnglish(String path) {
    String page = page(path, "eo");
    assertTrue(page.contains("<html lang=\"eo\">"), page);
    String body = page.substring(page.indexOf("<body>")).replace("value=\"nosuchthing\"", "");
    assertEquals(List.of(), english(read(body)), path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/systems", "/delivery", "/catalog", "/teams", "/formulas", "/nowhere"})
  void theFrameIsSaidInTheLanguageOnEveryPage(String path) {
    String page = page(path, "eo-XX, en;q=0.5");
    String head = page.substring(page.indexOf("<body>"), page.indexOf("<main"));
    String foot = page.substring(page.indexOf("</main>"));
    assertEquals(List.of(), english(read(head)), path);
    assertEquals(List.of(), english(read(foot)), path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/systems/ferry/flow?period=13w", "/systems/ferry/debt", "/systems"})
  void theSwitchAndTheTabsAreSaidInTheLanguage(String path) {
    String page = page(path, "eo");
    String form = page.replaceAll("(?s).*(<form class=\"switch\".*?</form>).*", "$1");
    String folders = form.replaceAll("(?s)<datalist.*?</datalist>", "");
    assertEquals(List.of(), english(read(folders)), path);
    if (page.contains("class=\"tabs\"")) {
      String tabs = page.replaceAll("(?s).*(<nav class=\"tabs\".*?</nav>).*", "$1");
      assertEquals(List.of(), english(read(tabs)), path);
    }
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
}
