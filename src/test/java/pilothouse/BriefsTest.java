package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pilothouse.evidence.facts.Measurement;
import tools.jackson.databind.JsonNode;

/** Briefs: one page, numbers with receipts, four forms of one version, and who was told. */
class BriefsTest {
  private static final Chrome CHROME = new Chrome();
  private static final String NUMBER = "change-lead-time@system:booking";
  private final Tide tide = new Tide(Village.NOW);
  private Ship ship;
  private Wire wire;

  @AfterAll
  static void ends() {
    CHROME.close();
  }

  @BeforeEach
  void starts() {
    ship = Ship.at(tide).told(VillageDelivery.facts());
    wire = new Wire(ship);
  }

  @AfterEach
  void stops() {
    ship.close();
  }

  private static Map<String, Object> brief() {
    return new HashMap<>(
        Map.of(
            "title",
            "A second reviewer for booking",
            "ask",
            "One engineer for a quarter.",
            "why_now",
            "A change waits {" + NUMBER + "} until people use it.",
            "options",
            List.of(
                "Hire | 40,000 a quarter | slow to begin | half the wait",
                "Review in pairs | an hour a day | tiring | a third less"),
            "nothing",
            "Each week costs a release.",
            "recommendation",
            "Review in pairs, then look again at {" + NUMBER + "}."));
  }

  private String published(Map<String, Object> words) {
    String id = wire.put("/briefs", words).get("id").asString();
    wire.put("/briefs/" + id + "/publish", Map.of());
    return "/briefs/" + id;
  }

  /** What was measured is said with its day, the same in a brief, a forum and a focus. */
  @Test
  void aMeasuredNumberIsSaidWithTheDayOfItsMeasurement() {
    for (int ago : List.of(20, 10, 4)) {
      Instant at = Village.NOW.minus(Duration.ofDays(ago));
      String key = Measurement.key("wait", "organisation", at);
      ship.told(List.of(new Measurement(key, at, "wait", "organisation", at, 20 - ago, "guests")));
    }
    Map<String, Object> words = brief();
    words.put("ask", "Fewer than {wait@organisation} at the gate.");
    String page = published(words);
    String said = "16 guests on 29 Oct 2026";
    for (String form : List.of("", "/print")) {
      String shown = ship.get(page + form).body();
      assertTrue(shown.contains("Wait: " + said + "."), shown);
      assertTrue(shown.contains(" from 4 May 2026 to 1 Nov 2026."), shown);
    }
    String forum =
        wire.put(
                "/forums",
                Map.of(
                    "title", "Leads",
                    "kind", "leadership",
                    "cadence", "monthly",
                    "pin_one", "wait@organisation",
                    "pin_two", NUMBER))
            .at("/forum/id")
            .asString();
    wire.put("/forums/" + forum + "/occasions", Map.of());
    String review = wire.get("/forums/" + forum).at("/occasions/0/id").asString();
    JsonNode pins = wire.get("/reviews/" + review).at("/minutes/pins");
    assertEquals(said, pins.at("/0/value").asString());
    assertTrue(
        pins.at("/1/value").asString().endsWith(" from 4 May 2026 to 1 Nov 2026"), pins + "");
    wire.put("/focus", Map.of("gauge", "wait@organisation", "expect", "down", "why", "Queues"));
    JsonNode focus = wire.get("/focus").at("/focus/0");
    assertEquals(said, focus.get("now").asString());
    assertEquals("on 29 Oct 2026", focus.get("since").asString());
  }

  @Test
  @Practice("N8")
  void eachNumberLeadsToItsReceiptAndIsStruckThroughWhenItIsStale() {
    Map<String, Object> odd = brief();
    odd.put("ask", "Look at {nonsense@system:booking}.");
    assertTrue(wire.refused(422, "/briefs", odd).contains("“nonsense@system:booking” names no"));
    odd.put("ask", "Look.");
    odd.put("options", List.of("Only one | 1 | 2 | 3"));
    assertTrue(wire.refused(422, "/briefs", odd).contains("at least two options"));

    String page = published(brief());
    String shown = ship.get(page).body();
    String printed = ship.get(page + "/print").body();
    assertFalse(printed.contains("{" + NUMBER), "a reference becomes a number");
    assertTrue(shown.matches("(?s).*A change waits <strong>[\\d.]+ [^<]+</strong><sup>1</sup>.*"));
    String receipt =
        shown.replaceAll("(?s).*<li[^>]*><a href=\"(/delivery/booking[^\"]+)\">.*", "$1");
    assertEquals(200, ship.get(receipt.replace("&amp;", "&")).statusCode(), receipt);
    assertTrue(shown.contains("The author’s own figures") && shown.contains("40,000"), shown);
    assertFalse(shown.contains("<del>"));

    JsonNode before = wire.get(page).get("published").get(0);
    tide.rise(60);
    String stale = ship.get(page).body();
    assertTrue(stale.matches("(?s).*<del>[\\d.]+ [^<]+</del><sup>1</sup>.*stale since.*"), stale);
    assertEquals(before, wire.get(page).get("published").get(0), "what is published is frozen");
    assertTrue(ship.get(page + "/chat").body().contains("~~"));
  }

  @Test
  @Practice("N8")
  void theLongestBriefFitsOnOnePageOfA4AndASlideOnOneOf16To9() {
    String word = "reservation ";
    Map<String, Object> longest = brief();
    longest.put("title", word.repeat(9).strip());
    longest.put("ask", word.repeat(24).strip());
    longest.put("why_now", word.repeat(55).strip() + " {" + NUMBER + "}");
    String cell = word.repeat(13).strip();
    String option = String.join(" | ", "Way out", cell, cell, cell);
    longest.put("options", List.of(option, option, option, option));
    longest.put("nothing", word.repeat(33).strip());
    longest.put("recommendation", word.repeat(38).strip() + " {" + NUMBER + "}");
    String page = published(longest);
    assertEquals(List.of(1, "594.9"), printed(page + "/print", "brief"));
    assertEquals(List.of(1, "960"), printed(published(brief()) + "/slide", "slide"));
    CHROME.complainedAboutNothing();
  }

  /** How many pages, and how wide they are. */
  private List<Object> printed(String path, String name) {
    try (BrowserContext context = CHROME.context(1440, ColorScheme.LIGHT)) {
      Page page = CHROME.page(context);
      page.navigate(ship.at(path).toString());
      Chrome.shoot(page, name, "1440-light");
      byte[] pdf =
          page.pdf(
              new Page.PdfOptions()
                  .setPath(Chrome.SHOTS.resolve(name + ".pdf"))
                  .setPreferCSSPageSize(true));
      String text = new String(pdf, StandardCharsets.ISO_8859_1);
      String width = text.replaceAll("(?s).*?/MediaBox \\[0 0 (\\d+(?:\\.\\d)?).*", "$1");
      return List.of(text.split("/Type\\s*/Page\\b", -1).length - 1, width);
    }
  }

  @Test
  @Practice("A14")
  void fourFormsCarryOneVersionAndEachAudienceShowsWhenItWasToldLast() {
    String page = published(brief());
    String version = wire.get(page).get("published").get(0).get("version").asString();
    assertTrue(version.matches("[0-9a-f]{12}"), version);
    for (String form : List.of("", "/print", "/slide", "/chat")) {
      assertTrue(ship.get(page + form).body().contains(version), form);
    }
    var chat = ship.get(page + "/chat");
    assertTrue(chat.headers().firstValue("Content-Type").orElse("").startsWith("text/plain"));
    assertEquals(5, chat.body().lines().count(), chat.body());

    String board = wire.put("/audiences", Map.of("title", "The board")).get("id").asString();
    String told = page.replace("/briefs/", "/stories/") + "/told";
    wire.put(told, Map.of("audience", board, "way", "meeting", "day", "2026-11-01"));
    String shown = ship.get(page).body();
    assertTrue(shown.contains("The board") && shown.contains("1 Nov 2026"), shown);
    Map<String, Object> words = brief();
    words.put("ask", "Two engineers for a quarter.");
    wire.put(page, words);
    wire.put(page + "/publish", Map.of());
    assertTrue(ship.get(page).body().contains(version + ", an older version"));
    assertTrue(ship.get(page + "/print?version=" + version).body().contains("One engineer for"));
    assertEquals(404, ship.get(page + "/print?version=000000000000").statusCode());
  }

  @Test
  @Practice("A14")
  void aVisionIsToldInTheSameForms() {
    wire.put("/direction/vision", Map.of("text", "One map of the bay."));
    String page = "/stories/vision-organisation";
    assertTrue(ship.get("/audiences").body().contains("href=\"" + page + "\""));
    String version = ship.get(page).body().replaceAll("(?s).*Version ([\\w-]+), published.*", "$1");
    for (String form : List.of("/print", "/slide", "/chat")) {
      String body = ship.get(page + form).body();
      assertTrue(body.contains(version) && body.contains("One map of the bay."), body);
    }
    String board = wire.put("/audiences", Map.of("title", "The board")).get("id").asString();
    wire.put(page + "/told", Map.of("audience", board, "day", "2026-11-01"));
    String told = ship.get(page).body();
    assertTrue(told.contains("The board") && told.contains("1 Nov 2026"), told);
  }

  @Test
  @Practice("N9")
  void theMatrixFindsSilence() {
    String board = wire.put("/audiences", Map.of("title", "The board")).get("id").asString();
    wire.put("/audiences/" + board + "/needs", Map.of("topic", "brief", "days", 30));
    assertEquals(List.of(), wire.found("audience-silence"));
    tide.rise(31);
    assertEquals(
        List.of("The board has never been told: Briefs, every 30 days."),
        wire.found("audience-silence"));
    String page = published(brief());
    wire.put(page.replace("/briefs/", "/stories/") + "/told", Map.of("audience", board));
    assertEquals(List.of(), wire.found("audience-silence"));
    JsonNode need = wire.get("/audiences").get(0).get("needs").get(0);
    assertEquals("2026-12-03", need.get("last_told").asString());
    assertFalse(need.get("silence").asBoolean());
    tide.rise(31);
    assertEquals(
        List.of("The board heard last on 3 Dec 2026: Briefs, every 30 days."),
        wire.found("audience-silence"));
    assertTrue(ship.get("/audiences").body().contains("Silence. Told on 3 Dec 2026"));
  }
}
