package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pilothouse.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;

/** What the history of a decision and the journal tell of whom, what and until when. */
@OnBothDatabases
class DecisionTrailTest {
  private static final String ONE = "/decisions/1";
  private final Ship ship = Ship.at(new Tide(Village.NOW));
  private final Wire wire = new Wire(ship);

  @BeforeEach
  void asks() {
    ship.post("/teams", "title=Harbour");
    wire.put("/decisions", words("Which pier"));
  }

  @AfterEach
  void stops() {
    ship.close();
  }

  private static Map<String, Object> words(String title) {
    Map<String, Object> words = new HashMap<>();
    words.put("title", title);
    words.put("question", "Which?");
    words.put("options", List.of("A", "B"));
    words.put("way_back", "easy");
    return words;
  }

  private JsonNode last(String what) {
    return wire.get("/journal")
        .get("entries")
        .valueStream()
        .filter(one -> one.get("what").asString().equals(what))
        .findFirst()
        .orElseThrow();
  }

  private void lives() {
    wire.put(ONE + "/words", words("Which quay"));
    wire.put(ONE + "/parts", Map.of("part", "agrees", "owner", "Harbour"));
    wire.put(ONE + "/parts", Map.of("part", "decides", "owner", "Harbour"));
    wire.put(
        ONE + "/delegations",
        Map.of("owner", "you", "day", "2026-11-10", "limits", "Up to the buoy"));
    wire.put(ONE + "/clock", Map.of("day", "2026-11-20", "option", "B"));
    wire.put(ONE + "/voices", Map.of("kind", "advice", "words", "Mind the bar"));
    wire.put(ONE + "/consent", Map.of("answer", "agreed", "owner", "Harbour"));
    wire.put(ONE + "/rating", Map.of("rubric", "speed", "answers", List.of("learn yes")));
    wire.put(ONE + "/choice", Map.of("option", "A", "reasons", "It is near"));
    wire.put(ONE + "/wakes", Map.of("day", "2026-12-01"));
    wire.put(ONE + "/reopen", Map.of("why", "A new ferry"));
  }

  @Test
  void theJournalTellsWhatStoodThereBeforeAndAfter() {
    lives();
    JsonNode said = last("decision reworded");
    assertEquals("Which pier", said.at("/before/title").asString());
    assertEquals("Which quay", said.at("/after/title").asString());
    JsonNode decides = last("decision decides");
    assertEquals("You", decides.at("/before/decides").asString());
    assertEquals("Harbour", decides.at("/after/decides").asString());
    assertEquals(
        "You (2026-11-10): Up to the buoy",
        last("decision delegated").at("/after/may decide").asString());
    JsonNode chosen = last("decision decided");
    assertEquals("proposed", chosen.at("/before/state").asString());
    assertEquals("accepted", chosen.at("/after/state").asString());
    assertEquals("2026-12-01", last("decision wake").at("/after/opens it again").asString());
    List<String> silent =
        wire.get("/journal")
            .get("entries")
            .valueStream()
            .filter(one -> one.get("what").asString().startsWith("decision"))
            .filter(one -> one.get("before").isEmpty() && one.get("after").isEmpty())
            .map(one -> one.get("what").asString())
            .toList();
    assertEquals(List.of("decision advice"), silent, "whose words are the reason of their entry");
  }

  @Test
  void theHistoryNamesOwnersPartsDaysLimitsAndOldAndNewWords() {
    lives();
    String page = ship.get(ONE).body();
    String history = page.substring(page.indexOf("id=\"history\""));
    for (String says :
        List.of(
            "Agreement was asked for: Harbour",
            "must agree: Harbour",
            "title: Which pier",
            "title: Which quay",
            "decides: You",
            "decides: Harbour",
            "Delegated: You, 10 Nov 2026",
            "You (10 Nov 2026): Up to the buoy",
            "A day was set: B, 20 Nov 2026",
            "Agreed: Harbour",
            "state: To be decided",
            "opens it again: 1 Dec 2026",
            "Said in other words")) {
      assertTrue(history.contains(says), says + "\n" + history);
    }
  }

  @Test
  void theJournalOfDebtTellsItToo() {
    wire.put("/debt", Map.of("title", "Old hull", "kind", "refactoring", "effect", "slows"));
    String one = "/debt/1";
    wire.put(
        one + "/words",
        Map.of(
            "title", "Older hull", "kind", "refactoring", "effect", "slows", "owner", "Harbour"));
    wire.put(one + "/deferral", Map.of("day", "2026-12-01", "why", "Ice"));
    wire.put(one + "/closing", Map.of("how", "paid", "why", "Mended"));
    assertEquals("Old hull", last("debt opened").at("/after/title").asString());
    JsonNode said = last("debt reworded");
    assertEquals("Old hull", said.at("/before/title").asString());
    assertEquals("Older hull", said.at("/after/title").asString());
    assertEquals("Harbour", said.at("/after/owner").asString());
    assertEquals("2026-12-01", last("debt deferred").at("/after/until").asString());
    JsonNode closed = last("debt closed");
    assertEquals("deferred", closed.at("/before/state").asString());
    assertEquals("closed", closed.at("/after/state").asString());
    assertEquals("paid", closed.at("/after/how").asString());
    assertFalse(ship.get("/journal").body().contains("journal.field."));
  }
}
