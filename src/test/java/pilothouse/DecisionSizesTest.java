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

/** How large a decision is, who reviews it, and what councils say. */
@OnBothDatabases
class DecisionSizesTest {
  private static final List<String> SMALL =
      List.of("wide no", "teams no", "costly no", "new no", "data no", "money no");
  private static final List<String> LARGE = List.of("wide yes", "teams yes", "new no");

  private final Tide tide = new Tide(Village.NOW);
  private final Ship ship = Ship.at(tide);
  private final Wire wire = new Wire(ship);

  @BeforeEach
  void begins() {
    for (String team : List.of("Harbour", "Pier", "Quay")) {
      ship.post("/teams", "title=" + team);
    }
  }

  @AfterEach
  void stops() {
    ship.close();
  }

  private String asked(String title, String wayBack) {
    Map<String, Object> words = new HashMap<>();
    words.put("title", title);
    words.put("question", "Which store shall hold the tickets of every ferry?");
    words.put("options", List.of("One", "Many"));
    words.put("way_back", wayBack);
    return "/decisions/" + wire.put("/decisions", words).get("number").asInt();
  }

  private JsonNode rated(String decision, String rubric, List<String> answers) {
    return wire.put(decision + "/rating", Map.of("rubric", rubric, "answers", answers));
  }

  private String council() {
    return wire.put(
            "/decisions/councils",
            Map.of(
                "title",
                "Architects",
                "topic",
                "architecture",
                "members",
                List.of("Harbour", "Pier", "Quay"),
                "quorum",
                2))
        .get("page")
        .asString();
  }

  private static Map<String, String> choice() {
    return Map.of("option", "One", "reasons", "Less to keep");
  }

  @Practice("C1")
  @Test
  void theSameAnswersGiveTheSameClassAndTheVersionIsKept() {
    String one = asked("One store", "easy");
    String other = asked("Another store", "easy");
    JsonNode size = rated(one, "speed", List.of("harm yes", "long yes", "learn no")).at("/sizes/0");
    assertEquals(
        size, rated(other, "speed", List.of("learn no", "long yes", "harm yes")).at("/sizes/0"));
    assertEquals(1, size.get("version").asInt());
    assertEquals("Quality first", size.get("most").asString());
    assertEquals("The lead of the place", size.get("signs").asString());
    JsonNode sheet = wire.get("/decisions/rubrics/speed");
    Map<String, Object> next = new HashMap<>();
    next.put("title", sheet.get("title").asString());
    next.put("questions", List.of("harm; A fault could lose money; 4"));
    next.put("grades", List.of("0; Speed first; The team", "4; Quality first; Its lead"));
    next.put("why", "Shorter");
    assertEquals(2, wire.put("/decisions/rubrics/speed", next).get("version").asInt());
    JsonNode kept = wire.get(one).at("/sizes/0");
    assertEquals(size, kept, "a decision keeps the version that it was sized by");
    JsonNode anew = rated(one, "speed", List.of("harm yes")).at("/sizes/0");
    assertEquals(2, anew.get("version").asInt());
    assertEquals("Its lead", anew.get("signs").asString());
  }

  @Test
  void whatIsOpenIsSaidAsLongAsItMattersAndNoLonger() {
    String one = asked("One store", "easy");
    JsonNode size = rated(one, "architecture", List.of("wide yes", "new no")).at("/sizes/0");
    assertEquals("Middle", size.get("least").asString(), size.toString());
    assertEquals("Large", size.get("most").asString());
    assertTrue(ship.get(one).body().contains("Between Middle and Large"));
    assertTrue(
        wire.refused(409, one + "/choice", choice())
            .startsWith("These answers decide whether it is reviewed: More than one team"));
  }

  @Practice("C4")
  @Test
  void aNewDecisionBeginsWithItsRubricInTwoClicks() {
    String one = asked("One store", "easy");
    String page = ship.get(one).body();
    assertTrue(page.contains("How large is it? Architecture"), page);
    assertTrue(page.contains("name=\"answer.wide\""), "the questions stand on its page");
    ship.post(one + "/rating", "rubric=architecture&answer.wide=yes&answer.teams=yes");
    assertEquals("Large", wire.get(one).at("/sizes/0/most").asString());
  }

  @Practice("C5")
  @Test
  void whatIsSmallIsDecidedAndWhatIsLargeIsReviewed() {
    String small = asked("A small store", "easy");
    assertEquals("Small", rated(small, "architecture", SMALL).at("/sizes/0/most").asString());
    assertEquals("accepted", wire.put(small + "/choice", choice()).get("state").asString());
    String large = asked("A large store", "easy");
    rated(large, "architecture", LARGE);
    assertEquals(
        "It is large, and no council reviews it: Architecture.",
        wire.refused(409, large + "/choice", choice()));
    council();
    JsonNode routed = rated(large, "architecture", LARGE);
    assertEquals("Architects", routed.at("/review/council").asString());
    assertTrue(
        wire.get("/promises").toString().contains("Review D-2 A large store"), "its task is made");
    String grave = asked("A grave store", "none");
    assertEquals(
        "It cannot be undone, and nobody said how large it is.",
        wire.refused(409, grave + "/choice", choice()));
    assertEquals("Large", rated(grave, "architecture", LARGE).at("/sizes/0/most").asString());
  }

  @Practice("C7")
  @Test
  void aDecisionWaitsInTheQueueOfItsCouncilUntilEnoughOfItVoted() {
    String council = council();
    String one = asked("One store", "easy");
    rated(one, "architecture", LARGE);
    tide.rise(16);
    JsonNode queue = wire.get(council).get("queue");
    assertEquals(1, queue.size());
    assertEquals(16, queue.at("/0/days").asInt());
    assertTrue(ship.get("/decisions/councils").body().contains("16 days"));
    assertTrue(ship.get(council).body().contains("D-1 One store"));
    Map<String, String> yes = Map.of("owner", "Harbour", "vote", "for");
    wire.put(one + "/votes", yes);
    wire.put(one + "/votes", yes);
    assertEquals(
        "Its council has not said yes.",
        wire.refused(409, one + "/choice", choice()),
        "a member counts once");
    rated(one, "speed", List.of("learn yes"));
    assertEquals(
        "Its council has not said yes.",
        wire.refused(409, one + "/choice", choice()),
        "another rubric leads around no council");
    wire.refused(422, one + "/votes", Map.of("owner", "Pier", "vote", "against"));
    wire.put(one + "/votes", Map.of("owner", "Pier", "vote", "against", "why", "Too large"));
    assertEquals("", wire.get(one).at("/review/verdict").asString(), "one for it, one against");
    JsonNode passed = wire.put(one + "/votes", Map.of("owner", "Quay", "vote", "for"));
    assertEquals("passed", passed.at("/review/verdict").asString());
    assertEquals(0, wire.get(council).get("queue").size());
    assertEquals(1, wire.get(council).get("decided").asInt());
    assertEquals("accepted", wire.put(one + "/choice", choice()).get("state").asString());
    assertEquals(
        "That one is no member of Architects.",
        wire.refused(422, again(one) + "/votes", Map.of("owner", ship("Dock"), "vote", "for")));
  }

  private String ship(String team) {
    ship.post("/teams", "title=" + team);
    return team;
  }

  private String again(String one) {
    wire.put(one + "/reopen", Map.of("why", "A new ferry"));
    assertTrue(wire.get(one).get("review").isNull(), "what is asked anew is reviewed anew");
    rated(one, "architecture", LARGE);
    return one;
  }

  @Test
  void aCouncilThatDecisionsWaitForIsNotEndedAndItsQuorumCanBeReached() {
    String council = council();
    String one = asked("One store", "easy");
    rated(one, "architecture", LARGE);
    assertEquals(
        "Decisions wait for it.", wire.refused(409, council + "/end", Map.of("why", "Done")));
    assertEquals(
        "3 members cannot give 4 votes.",
        wire.refused(422, council + "/quorum", Map.of("quorum", 4)));
    wire.put(council + "/members", Map.of("owner", "Quay", "part", "left"));
    assertEquals(
        "1 members cannot give 2 votes.",
        wire.refused(422, council + "/members", Map.of("owner", "Pier", "part", "left")));
    wire.put(one + "/votes", Map.of("owner", "Harbour", "vote", "for"));
    wire.put(one + "/votes", Map.of("owner", "Pier", "vote", "for"));
    wire.put(council + "/end", Map.of("why", "Done"));
    assertEquals(0, wire.get("/decisions/councils").size());
  }

  @Test
  void aRubricThatMakesNoSenseIsRefusedWithItsLine() {
    List<String> grades = List.of("0; Small; The team");
    Map<String, String> wrong =
        Map.of(
            "a; A?; 1; only if b\nb; B?; 1; only if c\nc; C?; 1; only if a",
            "These questions wait for each other: a → b → c → a.",
            "a; A?; 1; only if a",
            "These questions wait for each other: a → a.",
            "a; A?; 1; only if z",
            "No question has the key “z”.",
            "a; A?; 1\na; B?; 2",
            "The key “a” is there twice.",
            "a; A?; many",
            "“a; A?; many” is no question of a rubric.");
    wrong.forEach((questions, says) ->
        assertEquals(
            says,
            wire.refused(
                422,
                "/decisions/rubrics",
                Map.of(
                    "title",
                    "Circle",
                    "questions",
                    questions.lines().toList(),
                    "grades",
                    grades))));
    assertEquals(
        "“0; Small; The team; magic” is no class of a rubric.",
        wire.refused(
            422,
            "/decisions/rubrics",
            Map.of(
                "title", "Circle",
                "questions", List.of("a; A?; 1"),
                "grades", List.of("0; Small; The team; magic"))));
    assertEquals(4, wire.get("/decisions/rubrics").size(), "nothing of it was kept");
  }

  @Test
  void whatWasDecidedBeforeIsFoundWhileTheQuestionIsTyped() {
    asked("One store", "easy");
    String typed = "/decisions/like?question=Where+do+we+put+tickets%3F";
    assertTrue(ship.get(typed).body().contains("D-1 One store"), ship.get(typed).body());
    assertFalse(ship.get("/decisions/like?question=Lunch").body().contains("D-1"));
    JsonNode alike = wire.get("/decisions/alike?question=tickets");
    assertEquals("ticket", alike.at("/0/words/0").asString());
    assertTrue(ship.get("/decisions").body().contains("hx-get=\"/decisions/like\""));
  }
}
