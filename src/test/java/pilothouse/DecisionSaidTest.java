package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pilothouse.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;

/** What was said of a decision, in its file, its history and what is owed for it. */
@OnBothDatabases
class DecisionSaidTest {
  private static final String ONE = "/decisions/1";
  private static final Map<String, String> CHOICE = Map.of("option", "A", "reasons", "It is near");
  private final Tide tide = new Tide(Village.NOW);
  private final Ship ship = Ship.at(tide);
  private final Wire wire = new Wire(ship);

  @BeforeEach
  void asks() {
    ship.post("/teams", "title=Harbour");
    ship.post("/teams", "title=Pier");
    propose("Which pier", "Which pier do ferries take?");
  }

  @AfterEach
  void stops() {
    ship.close();
  }

  private void propose(String title, String question) {
    wire.put(
        "/decisions",
        Map.of(
            "title",
            title,
            "question",
            question,
            "options",
            List.of("A", "B"),
            "way_back",
            "easy"));
  }

  private void part(String part, String owner) {
    wire.put(ONE + "/parts", Map.of("part", part, "owner", owner));
  }

  private String file() {
    return ship.get(ONE + "/file").body();
  }

  @Practice("C13")
  @Test
  void theFileSaysWhoMustAgreeAndInWhoseNameSomebodyDid() {
    part("agrees", "Harbour");
    part("agrees", "Pier");
    part("consulted", "Harbour");
    wire.put(ONE + "/consent", Map.of("owner", "Harbour", "answer", "agreed", "words", "Fine"));
    wire.put(
        ONE + "/voices",
        Map.of("kind", "advice", "words", "Mind the \u001b[31mbar\u0007", "owner", "Harbour"));
    wire.put(
        ONE + "/parts",
        Map.of("part", "released", "owner", "Pier", "ends", "agrees", "why", "They moved"));
    wire.put(ONE + "/choice", CHOICE);
    String file = file();
    assertTrue(file.contains("* Must agree (2026-11-02): Harbour\n"), file);
    assertTrue(file.contains("* Must agree no more (2026-11-02): Pier: They moved\n"), file);
    assertTrue(file.contains("* Agreed (2026-11-02, in the name of Harbour): Fine\n"), file);
    assertTrue(
        file.contains("* Advice (2026-11-02, in the name of Harbour): Mind the [31mbar"), file);
    assertFalse(file.matches("(?si).*\\byou\\b.*"), file);
    assertEquals(file, file(), "it is the same again");
    assertEquals("Mind the [31mbar", wire.get(ONE).at("/voices/1/words").asString());
  }

  @Practice("C3")
  @Test
  void adviceIsNotOwedAnyMoreOnceItIsDecided() {
    part("consulted", "Harbour");
    assertTrue(owed().contains("Give advice on D-1"), owed());
    wire.put(ONE + "/choice", CHOICE);
    assertFalse(owed().contains("Give advice on D-1"), owed());
    assertTrue(ship.get("/journal").body().contains("No longer needed: D-1 is settled"));
    assertTrue(ship.get(ONE).body().contains("Not given before it was decided"));
    wire.put(ONE + "/reopen", Map.of("why", "The bar moved"));
    assertFalse(owed().contains("Give advice on D-1"), "only who is asked again owes it again");
    part("consulted", "Pier");
    assertTrue(owed().contains("Give advice on D-1"), owed());
    wire.put(ONE + "/rejection", Map.of("why", "No pier"));
    assertFalse(owed().contains("Give advice on D-1"), owed());
  }

  private String owed() {
    StringBuilder open = new StringBuilder();
    for (JsonNode one : wire.get("/promises").get("promises")) {
      open.append(one).append('\n');
    }
    return open.toString();
  }

  @Practice("C9")
  @Test
  void historyNamesTheRubricAndWhatCameAndWent() {
    wire.put(ONE + "/rating", Map.of("rubric", "speed", "answers", List.of("harm yes")));
    String page = ship.get(ONE).body();
    String history = page.substring(page.indexOf("What happened"));
    assertFalse(history.contains("speed@1"), history);
    assertTrue(history.contains("trust of customers: Yes)"), history);
    wire.put(ONE + "/words", Map.of("options", List.of("A", "B", "Raft"), "why", "A third"));
    page = ship.get(ONE).body();
    history = page.substring(page.indexOf("What happened"));
    assertTrue(history.contains("ptions: Raft"), history);
    assertFalse(history.contains("A; B; Raft"), history);
  }

  @Test
  void whatIsAlikeSaysWhyAndACommonWordAloneIsNoReason() {
    propose("Which hull", "Which hull do ferries have?");
    propose("Which sail", "Which sail do ferries set?");
    JsonNode alike = wire.get("/decisions/alike?question=ferries");
    assertEquals(0, alike.size(), "that word is in all of them: " + alike);
    assertEquals(1, wire.get("/decisions/alike?question=ferries+hull").size());
    String part = ship.get("/decisions/like?question=ferries+hull").body();
    assertTrue(part.contains("in common: ferrie, hull") || part.contains("in common: "), part);
  }

  @Test
  void columnsWithoutAnythingAreLeftOutOfTheList() {
    String list = ship.get("/decisions").body();
    assertFalse(list.contains(">Choice</th>"), list);
    assertTrue(list.contains(">Decides</th>"), list);
    wire.put(ONE + "/choice", CHOICE);
    assertTrue(ship.get("/decisions").body().contains(">Choice</th>"));
  }
}
