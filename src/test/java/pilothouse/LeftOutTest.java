package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilothouse.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;

/** What was left out says nothing for anybody, and takes nothing away. */
@OnBothDatabases
class LeftOutTest {
  private static final String ONE = "/decisions/1";
  private final Ship ship = Ship.at(new Tide(Village.NOW));
  private final Wire wire = new Wire(ship);

  @BeforeEach
  void asks() {
    ship.post("/teams", "title=Harbour");
    wire.put(
        "/decisions",
        Map.of("title", "Which pier", "question", "Which?", "options", List.of("A", "B")));
    wire.put(ONE + "/parts", Map.of("part", "agrees", "owner", "Harbour"));
  }

  @AfterEach
  void stops() {
    ship.close();
  }

  @Practice("C3")
  @Test
  void anAnswerThatIsLeftOutIsNoYes() {
    Map<String, String> answer = Map.of("owner", "Harbour");
    assertEquals("“answer” is empty.", wire.refused(422, ONE + "/consent", answer));
    assertEquals(422, ship.post(ONE + "/consent", "owner=Harbour").statusCode());
    assertEquals(List.of(), voices());
    wire.put(
        ONE + "/consent", Map.of("owner", "Harbour", "answer", "objected", "words", "Too far"));
    wire.refused(422, ONE + "/consent", answer);
    assertEquals(List.of("objected"), voices(), "it still stands against it");
    wire.refused(409, ONE + "/choice", Map.of("option", "A", "reasons", "It is near"));
  }

  private List<String> voices() {
    JsonNode voices = wire.get(ONE).get("voices");
    return voices.valueStream().map(one -> one.get("kind").asString()).toList();
  }

  @Practice("C9")
  @Test
  void aVoteThatIsLeftOutIsNotForIt() {
    wire.put(
        "/decisions/councils",
        Map.of("title", "Elders", "topic", "product", "members", List.of("Harbour"), "quorum", 1));
    wire.put(ONE + "/review", Map.of("council", "Elders"));
    String says = wire.refused(422, ONE + "/votes", Map.of("owner", "Harbour"));
    assertEquals("“vote” is empty.", says);
    assertEquals(422, ship.post(ONE + "/votes", "owner=Harbour").statusCode());
    assertEquals(0, wire.get(ONE).at("/review/votes_for").asInt());
    assertEquals("", wire.get(ONE).at("/review/verdict").asString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          parts               | part    | owner=Harbour
          voices              | kind    | words=Mind
          rewrite             | rewrite | why=x
          predictions         | expect  | gauge=waits@organisation&judged_on=2027-01-01
          """)
  void noWordIsPutIntoAnybodysMouth(String path, String field, String body) {
    new Wagering(ship).fact("waits", "organisation", Village.NOW.minusSeconds(60), 40);
    Map<String, String> sent =
        List.of(body.split("&", -1)).stream()
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    String why = "“" + field + "” is empty.";
    assertEquals(why, wire.refused(422, ONE + "/" + path, sent));
    assertEquals(422, ship.post(ONE + "/" + path, body).statusCode());
  }

  @Practice("C2")
  @Test
  void noSideOfALimitIsChosenBySilence() {
    new Wagering(ship).fact("waits", "organisation", Village.NOW.minusSeconds(60), 40);
    wire.put("/decisions", Map.of("title", "t", "question", "q", "options", List.of("A")));
    wire.put("/decisions/2/choice", Map.of("option", "A", "reasons", "r"));
    Map<String, String> limit = Map.of("gauge", "waits@organisation", "value", "50");
    assertEquals("“side” is empty.", wire.refused(422, "/decisions/2/wakes", limit));
    assertEquals(
        "“side” is empty.",
        wire.refused(
            422,
            "/decisions/2/rules",
            Map.of(
                "gauge",
                "waits@organisation",
                "value",
                "50",
                "then",
                "x",
                "force",
                "warns",
                "touches",
                "all")));
    assertEquals(
        "“kind” is empty.", wire.refused(422, "/decisions/2/standards", Map.of("says", "x")));
  }

  @Practice("C9")
  @Test
  void wordsThatAreNotSentStay() {
    wire.put(
        ONE + "/words",
        Map.of("drivers", List.of("Cost"), "consequences", "Less", "way_back", "easy"));
    JsonNode one = wire.put(ONE + "/words", Map.of("title", "Which of them"));
    assertEquals("Which of them", one.get("title").asString());
    assertEquals("Which?", one.get("question").asString());
    assertEquals(2, one.get("options").size(), one.toString());
    assertEquals("[\"Cost\"]", one.get("drivers").toString());
    assertEquals("Less", one.get("consequences").asString());
    assertEquals("easy", one.get("way_back").asString());
    JsonNode less = wire.put(ONE + "/words", Map.of("options", List.of(), "consequences", ""));
    assertEquals(0, less.get("options").size());
    assertEquals("", less.get("consequences").asString());
    assertEquals("“title” is empty.", wire.refused(422, ONE + "/words", Map.of("title", "")));
    assertEquals(422, ship.post(ONE + "/words", "title=Only").statusCode(), "a form sends all");
  }

  @Test
  void theDescriptionSaysWhatMustBeSent() {
    JsonNode all = wire.get("/openapi.json").at("/components/schemas");
    assertEquals("[\"answer\",\"owner\"]", required(all, "Asked.Consent"));
    assertEquals("[\"owner\",\"vote\"]", required(all, "Wanted.Vote"));
    assertEquals("[]", required(all, "Asked.Rewording"));
    assertEquals("[\"kind\",\"words\"]", required(all, "Asked.Voice"));
    assertFalse(required(all, "RuleDeeds.Ruling").contains("points"));
  }

  private static String required(JsonNode all, String name) {
    assertTrue(all.has(name), name);
    return all.get(name).get("required").toString();
  }
}
