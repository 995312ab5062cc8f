package pilothouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.net.http.HttpResponse;
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
          "/invitations/keine",
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

  private static final List<String> SIGNED_IN =
      List.of(
          "/",
          "/account",
          "/account/keys",
          "/account/notes",
          "/notices",
          "/administration",
          "/administration/closed",
          "/administration/roles",
          "/administration/groups",
          "/administration/tokens",
          "/journal",
          "/journal/people",
          "/journal/check",
          "/people/identities",
          "/imports",
          "/delivery/booking?from=2026-13-77",
          "/systems/nichts",
          "/teams/niemand",
          "/nichts");

  private static final List<String> OUTSIDE =
      List.of(
          "/sign-in",
          "/sign-in/second",
          "/sign-in/with/niemand",
          "/invitations/keine",
          "/notices/stop?id=keine&proof=keine",
          "/nichts");

  /** Forms that make no sense: an address, and what is sent there. */
  private static final List<String> REFUSED =
      List.of(
          "/teams title=%21",
          "/teams title=%C3%84nker&type=Kapelle&focus=" + "x".repeat(2_001),
          "/teams/niemand title=Pier",
          "/teams/harbour/members person=ada%2C+x",
          "/teams/harbour/members person=Mara+Lind&from=2026-02-02&to=2026-01-01",
          "/teams/harbour/members person=Mara+Lind&from=2020-02-02",
          "/teams/harbour/members person=Mara+Lind&function=" + "x".repeat(41),
          "/catalog title=",
          "/catalog title=Pier+lamp",
          "/catalog title=Mole&part_of=mole",
          "/catalog title=Mole&part_of=nirgends",
          "/catalog title=Mole&repository=ferry&folder=..%2Fx",
          "/catalog/pier-lamp/edges kind=needs&other=pier-lamp",
          "/catalog/pier-lamp/edges kind=needs&other=nirgends",
          "/catalog/pier-lamp/edges kind=needs&other=buoy&from=2026-02-02&to=2026-01-01",
          "/rules kind=label&pattern=kai&target=buoy",
          "/rules kind=environment&pattern=kai&target=vielleicht",
          "/rules kind=service&pattern=kai&target=nirgends&folder=x",
          "/rules kind=Gezeiten&pattern=kai&target=buoy",
          "/rules/keine/end why=x",
          "/people/identities say=split&one=niemand%40ferry.example",
          "/people/identities say=join&one=%3Bx&other=%3Cy",
          "/exchange text=%7B&file=x.yaml",
          "/proposals say=follow&repository=keins",
          "/quickcheck lead=9",
          "/delivery/booking/causes incident=keiner&said=set",
          "/notices way=email&target=keine+Adresse&rhythm=daily",
          "/notices way=webhook&target=nirgends&rhythm=niemals",
          "/account/first email=x&name=&password=kurz&again=anders",
          "/sign-in email=x&password=y",
          "/imports/keiner/start x=y",
          "/sources/keine/replay x=y",
          "/nichts x=y");

  @TempDir static Path folder;
  private static Tour tour;

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
    Files.writeString(
        folder.resolve("de.properties"),
        "frame.skip = Zum Inhalt\nlanguage.day = d. MMMM uuuu\n",
        UTF_8);
    tour = Tour.of(Map.of("texts", folder.toString()), "eo");
  }

  @AfterAll
  static void stops() {
    tour.close();
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
    return tour.page(path, accepted);
  }

  /**
   * Every page that one can walk to says nothing in English but what {@code untranslated.txt}
   * names, and what is named there is still to be moved: the list only gets shorter. First as the
   * only one there is, then signed in, then on the way in; what is refused says it, too.
   */
  @Test
  void noPageSaysAWordThatIsNotInTheFileOfTexts() throws IOException {
    Map<String, String> pages = new TreeMap<>();
    pages.putAll(named("you", tour.pages(FIRST)));
    List<String> taken = new ArrayList<>();
    for (String form : REFUSED) {
      String[] parts = form.split(" ", -1);
      HttpResponse<String> answer = tour.refused(parts[0], parts[1]);
      if (answer.statusCode() < 400) {
        taken.add(form + " leads to " + answer.headers().firstValue("Location").orElse(""));
      } else {
        pages.put("refused " + form, answer.body());
      }
    }
    tour.signIn();
    pages.putAll(named("signed in", tour.pages(SIGNED_IN)));
    pages.putAll(named("on the way in", tour.atTheSecondStep().pages(OUTSIDE)));
    Leftovers leftovers = Leftovers.of(Village.repository(), tour.data());
    Map<String, String> found = new TreeMap<>();
    pages.forEach((path, html) ->
        leftovers
            .of(html)
            .forEach(words -> found.putIfAbsent(leftovers.shape(words), path + ": " + words)));
    Set<String> allowed = new TreeSet<>(Files.readAllLines(UNTRANSLATED, UTF_8));
    allowed.removeIf(line -> line.isBlank() || line.startsWith("#"));
    Map<String, String> more = new TreeMap<>(found);
    more.keySet().removeAll(allowed);
    assertEquals(List.of(), taken, "taken, and meant to be refused");
    assertEquals("", lines(more), "English that is in no file of texts, and a page that has it");
    allowed.removeAll(found.keySet());
    assertEquals(Set.of(), allowed, "moved by now, or gone: take it out of untranslated.txt");
    assertEquals(Set.of(), greek(tour.kept()), "kept in the language of whoever came first");
  }

  @Test
  void daysAreWrittenAsTheLanguageDoes() {
    String page = page("/systems/ferry/flow?from=2026-01-05&to=2026-03-29", "eo");
    assertTrue(page.contains("2026.01.05"), page.substring(0, 4_000));
    assertFalse(page.contains("5 Jan 2026 to"), "the head has the language's days");
  }

  @Test
  void whoAsksForAnotherLanguageReadsEnglish() {
    assertTrue(page("/search", "fr, nl").contains("<html lang=\"en\">"));
    assertTrue(page("/search", "fr, nl").contains("Search over all"));
  }

  /** Two lines are a language; what they do not say is English. */
  @Test
  void aFewWordsAreALanguage() {
    String page =
        page("/systems/ferry/flow?from=2026-01-05&to=2026-03-29", "fr, de-AT;q=0.9, en;q=0.5");
    assertTrue(page.contains("<html lang=\"de\">"), page.substring(0, 300));
    assertTrue(page.contains(">Zum Inhalt<"));
    assertTrue(page.contains("5. Januar 2026"));
    assertTrue(page.contains(">More<"));
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

  private static Map<String, String> named(String who, Map<String, String> pages) {
    Map<String, String> named = new TreeMap<>();
    pages.forEach((path, html) -> named.put(who + " at " + path, html));
    return named;
  }

  private static String lines(Map<String, String> found) {
    StringBuilder lines = new StringBuilder();
    found.forEach(
        (shape, where) -> lines.append(shape).append("  ||  ").append(where).append('\n'));
    return lines.toString();
  }

  private static Set<String> greek(Set<String> texts) {
    Set<String> greek = new TreeSet<>(texts);
    greek.removeIf(text -> !text.matches("(?s).*\\p{IsGreek}.*"));
    return greek;
  }
}
