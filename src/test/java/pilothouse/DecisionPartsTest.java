package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pilothouse.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;

/** Who has which part in a decision, and in whose name advice is given. */
@OnBothDatabases
class DecisionPartsTest {
  private static final String ONE = "/decisions/1";
  private static final Map<String, String> CHOICE = Map.of("option", "A", "reasons", "It is near");
  private final Ship ship = Ship.at(new Tide(Village.NOW));
  private final Wire wire = new Wire(ship);

  @BeforeEach
  void asks() {
    ship.post("/teams", "title=Harbour");
    ship.post("/teams", "title=Pier");
    wire.put(
        "/decisions",
        Map.of(
            "title", "Which pier",
            "question", "Which?",
            "options", List.of("A", "B"),
            "way_back", "easy"));
  }

  @AfterEach
  void stops() {
    ship.close();
  }

  private JsonNode part(String part, String owner) {
    return wire.put(ONE + "/parts", Map.of("part", part, "owner", owner));
  }

  private static List<String> parts(JsonNode decision) {
    return decision
        .get("parts")
        .valueStream()
        .map(one -> one.get("owner").asString() + " " + one.get("part").asString())
        .toList();
  }

  @Practice("C3")
  @Test
  void aVetoStaysWhateverElseItsOwnerIsAsked() {
    part("agrees", "Harbour");
    part("informed", "Harbour");
    JsonNode all = part("consulted", "Harbour");
    assertEquals(
        List.of("You decides", "Harbour agrees", "Harbour informed", "Harbour consulted"),
        parts(all));
    assertEquals("Not all agreed who must: Harbour.", wire.refused(409, ONE + "/choice", CHOICE));
    Map<String, String> end = Map.of("part", "released", "owner", "Harbour", "ends", "agrees");
    assertEquals("“why” is empty.", wire.refused(422, ONE + "/parts", end));
    assertEquals(
        "“ends” is empty.",
        wire.refused(
            422, ONE + "/parts", Map.of("part", "released", "owner", "Harbour", "why", "x")));
    assertEquals(
        "Pier has no such part: Must agree.",
        wire.refused(
            422,
            ONE + "/parts",
            Map.of("part", "released", "owner", "Pier", "ends", "agrees", "why", "x")));
    JsonNode ended =
        wire.put(
            ONE + "/parts",
            Map.of(
                "part", "released", "owner", "Harbour", "ends", "agrees", "why", "They moved on"));
    assertEquals(List.of("You decides", "Harbour informed", "Harbour consulted"), parts(ended));
    assertEquals("accepted", wire.put(ONE + "/choice", CHOICE).get("state").asString());
  }

  @Practice("C3")
  @Test
  void theDeciderIsReplacedByAnotherOneAlone() {
    assertEquals(List.of("You decides", "You agrees"), parts(part("agrees", "you")));
    assertEquals("You", wire.get(ONE).get("decider").asString());
    assertEquals(List.of("You agrees", "Pier decides"), parts(part("decides", "Pier")));
    wire.refused(
        422,
        ONE + "/parts",
        Map.of("part", "released", "owner", "Pier", "ends", "decides", "why", "x"));
    assertEquals("Pier", wire.get(ONE).get("decider").asString());
  }

  @Practice("C3")
  @Test
  void adviceKeepsThePromiseOfWhomeverItWasAskedOf() {
    part("consulted", "Harbour");
    Map<String, String> own = Map.of("kind", "advice", "words", "Mind the tide");
    wire.put(ONE + "/voices", own);
    assertTrue(owed().contains("Give advice on D-1 Which pier"), owed());
    assertTrue(ship.get(ONE).body().contains("By 9 Nov 2026"), "it waits");
    wire.put(
        ONE + "/voices", Map.of("kind", "advice", "words", "Mind the bar", "owner", "Harbour"));
    assertTrue(!owed().contains("Give advice on D-1 Which pier"), owed());
    String page = ship.get(ONE).body();
    assertTrue(page.contains("Given on 2 Nov 2026"), page);
    assertTrue(page.contains("in the name of Harbour"), page);
    assertEquals(
        "Harbour", wire.get(ONE).at("/voices/1/in_name_of/0").asString(), "programs are told");
  }

  private String owed() {
    return wire.get("/promises").toString();
  }

  @Practice("C8")
  @Test
  void aDelegationStandsOnThePageOfTheDecision() {
    wire.put(
        ONE + "/delegations",
        Map.of("owner", "Pier", "day", "2026-11-10", "limits", "Up to the buoy"));
    String page = ship.get(ONE).body();
    assertTrue(page.contains("May decide in its place"), page);
    assertTrue(page.contains("Until 10 Nov 2026, within these limits: Up to the buoy"), page);
    JsonNode told = wire.get(ONE).at("/parts/1");
    assertEquals("Up to the buoy", told.get("limits").asString());
  }
}
