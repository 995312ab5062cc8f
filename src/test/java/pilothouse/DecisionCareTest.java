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

/** What is refused or left open of decisions, so that nothing is said that nobody said. */
@OnBothDatabases
class DecisionCareTest {
  private static final String ONE = "/decisions/1";
  private static final Map<String, String> CHOICE = Map.of("option", "A", "reasons", "It is near");
  private static final List<String> LARGE = List.of("wide yes", "teams yes", "new no");
  private final Tide tide = new Tide(Village.NOW);
  private final Ship ship = Ship.at(tide);
  private final Wire wire = new Wire(ship);

  @BeforeEach
  void begins() {
    ship.post("/teams", "title=Harbour");
  }

  @AfterEach
  void stops() {
    ship.close();
  }

  private static Map<String, Object> words(String wayBack, String... options) {
    Map<String, Object> words = new HashMap<>();
    words.put("title", "Which pier");
    words.put("question", "Which?");
    words.put("options", List.of(options));
    if (!wayBack.isEmpty()) {
      words.put("way_back", wayBack);
    }
    return words;
  }

  @Test
  void anArgumentOfNoOptionAndAnOptionTwiceAreRefused() {
    assertEquals(
        "“- far” stands before any option.",
        wire.refused(422, "/decisions", words("easy", "- far", "A")));
    assertEquals(
        "The option “a” is there twice.",
        wire.refused(422, "/decisions", words("easy", "A", "a", "+ near")));
    wire.put("/decisions", words("easy", "A", "B"));
    assertEquals(
        "The option “B” is there twice.",
        wire.refused(422, ONE + "/words", words("easy", "B", "B")));
    assertFalse(ship.get(ONE).body().contains(">chosen<"), "nobody chose");
  }

  @Test
  void ofAFileTheSecondOptionOfANameGetsANumber() {
    String text =
        """
        # Piers

        ## Considered Options

        * A
        * A
        * B

        ## Decision Outcome

        Chosen option: "A", because it is near.
        """;
    wire.put("/decisions/by/folder", Map.of("path", "0001-piers.md", "text", text));
    JsonNode options = wire.get(ONE).get("options");
    assertEquals("A (2)", options.at("/1/name").asString());
    assertEquals(3, options.size());
    assertTrue(ship.get(ONE).body().split(">chosen<", -1).length <= 2, "one at most");
  }

  @Practice("C6")
  @Test
  void aDayLeadsAroundNoCouncil() {
    council();
    wire.put("/decisions", words("none", "A", "B"));
    Map<String, String> clock = Map.of("day", "2026-11-20", "option", "B");
    assertEquals(
        "A day cannot choose an option here: It cannot be undone, and nobody said how large it"
            + " is.",
        wire.refused(409, ONE + "/clock", clock));
    wire.put(ONE + "/rating", Map.of("rubric", "architecture", "answers", LARGE));
    assertEquals(
        "A day cannot choose an option here: Its council has not said yes.",
        wire.refused(409, ONE + "/clock", clock));
    wire.put(ONE + "/clock", Map.of("day", "2026-11-20"));
    assertEquals("proposed", wire.get(ONE).get("state").asString());
  }

  @Practice("C6")
  @Test
  void aDayThatWasSetBeforeTheCouncilWasAskedIsOverdueAndChoosesNothing() {
    council();
    wire.put("/decisions", words("easy", "A", "B"));
    wire.put(ONE + "/clock", Map.of("day", "2026-11-20", "option", "B"));
    wire.put(ONE + "/rating", Map.of("rubric", "architecture", "answers", LARGE));
    String before = ship.get(ONE).body();
    assertTrue(before.contains("holds then only if nothing stands against it any more"), before);
    tide.rise(30);
    ship.rounds();
    ship.rounds();
    assertEquals("proposed", wire.get(ONE).get("state").asString());
    assertEquals(
        List.of(
            "D-1 Which pier was not decided in time, and “B” does not hold: Its council has not"
                + " said yes."),
        wire.found("decision-overdue"));
    assertTrue(wire.get("/promises").toString().contains("Review D-1"), "the council owes it");
    assertTrue(ship.get(ONE).body().contains("Its day passed, and nothing holds"));
    wire.put(ONE + "/votes", Map.of("owner", "Harbour", "vote", "for"));
    ship.rounds();
    assertEquals("proposed", wire.get(ONE).get("state").asString(), "its day is over");
    wire.put(ONE + "/choice", CHOICE);
    assertEquals(List.of(), wire.found("decision-overdue"));
  }

  @Practice("C6")
  @Test
  void aDayLeadsAroundNobodyWhoMustAgree() {
    wire.put("/decisions", words("easy", "A", "B"));
    wire.put(ONE + "/parts", Map.of("part", "agrees", "owner", "Harbour"));
    wire.put(ONE + "/clock", Map.of("day", "2026-11-20", "option", "B"));
    tide.rise(30);
    ship.rounds();
    assertEquals("proposed", wire.get(ONE).get("state").asString());
    wire.put(ONE + "/consent", Map.of("owner", "Harbour", "answer", "agreed"));
    wire.put(ONE + "/clock", Map.of("day", "2026-12-20", "option", "B"));
    tide.rise(30);
    ship.rounds();
    assertEquals("defaulted", wire.get(ONE).get("how").asString(), "a new day counts anew");
  }

  @Practice("C5")
  @Test
  void aRefusalForItsSizeSaysWhatIsAskedAndNothingElse() {
    wire.put("/decisions", words("none", "A", "B"));
    assertTrue(mend().startsWith("Answer one of these on its page: Architecture"), mend());
    wire.put(ONE + "/rating", Map.of("rubric", "architecture", "answers", List.of("new no")));
    assertTrue(mend().contains("“How large is it? Architecture”"), mend());
    wire.put(ONE + "/words", words("easy", "A", "B"));
    wire.put(ONE + "/rating", Map.of("rubric", "buy", "answers", List.of("core yes")));
    String mend = mend();
    assertFalse(mend.contains("architecture"), mend);
    assertTrue(mend.contains("“How large is it? Build or buy"), mend);
  }

  private String mend() {
    return ship.post(ONE + "/choice", "option=A&reasons=near")
        .body()
        .replaceAll("(?s).*(Answer (one of|them)[^<]*).*", "$1");
  }

  @Test
  void aWayBackThatNobodySaidIsUnknown() {
    assertEquals("unknown", wire.put("/decisions", words("", "A", "B")).get("way_back").asString());
    assertTrue(ship.get(ONE).body().contains("Whether it can be undone is unknown"));
    wire.put(ONE + "/words", words("costly", "A", "B"));
    assertEquals(
        "costly",
        wire.put(ONE + "/words", words("", "A", "C")).get("way_back").asString(),
        "what was said stays");
    wire.put("/decisions", other());
    JsonNode size =
        wire.put(
                "/decisions/2/rating",
                Map.of("rubric", "architecture", "answers", List.of("wide yes", "new no")))
            .at("/sizes/0");
    assertEquals("Large", size.get("most").asString(), "whether it can be undone is open");
  }

  private static Map<String, Object> other() {
    Map<String, Object> other = words("", "A", "B");
    other.put("title", "Which quay");
    return other;
  }

  @Test
  void theSameQuestionIsNotAskedTwiceWhileItIsOpen() {
    wire.put("/decisions", words("easy", "A", "B"));
    assertEquals(
        "There is one called “D-1 Which pier” already.",
        wire.refused(409, "/decisions", words("costly", "A", "C")));
    wire.put("/decisions", other());
    wire.put(ONE + "/choice", CHOICE);
    assertEquals(3, wire.put("/decisions", words("easy", "A", "B")).get("number").asInt());
  }

  @Test
  void whatCannotBeKeptIsNamedAndWhatTurnsAroundIsShown() {
    Map<String, Object> nul = words("easy", "A", "B");
    nul.put("title", "Which\0pier");
    assertEquals(
        "“title” holds a character that cannot be kept: U+0000.",
        wire.refused(422, "/decisions", nul));
    Map<String, Object> turned = words("easy", "A", "B");
    turned.put("title", "Which \u202Ereip");
    wire.put("/decisions", turned);
    String page = ship.get(ONE).body();
    assertTrue(page.contains("Which ?reip") && page.indexOf('\u202E') < 0, page);
    assertEquals(
        "“quorum” takes a whole number from 1 to 30, and not “0”.",
        wire.refused(
            422,
            "/decisions/councils",
            Map.of("title", "Elders", "members", List.of("Harbour"), "quorum", 0)));
  }

  private void council() {
    wire.put(
        "/decisions/councils",
        Map.of(
            "title",
            "Architects",
            "topic",
            "architecture",
            "members",
            List.of("Harbour"),
            "quorum",
            1));
  }
}
