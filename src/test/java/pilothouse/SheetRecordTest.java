package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pilothouse.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;

/** How decisions came out that a rubric classed. */
@OnBothDatabases
class SheetRecordTest {
  private static final List<String> QUALITY = List.of("harm yes", "long yes", "learn no");
  private static final List<String> SPEED =
      List.of("harm no", "long no", "budget no", "learn yes", "late yes");

  private final Tide tide = new Tide(Village.NOW);
  private final Ship ship = Ship.at(tide);
  private final Wire wire = new Wire(ship);
  private final Wagering says = new Wagering(ship);

  @BeforeEach
  void begins() {
    for (int day = 90; day > 0; day--) {
      says.fact("waits", "organisation", Village.NOW.minus(Duration.ofDays(day)), 40 + day % 3);
    }
  }

  @AfterEach
  void stops() {
    ship.close();
  }

  private int asked;

  private String rated(List<String> answers) {
    Map<String, Object> words =
        Map.of("title", "Lamps " + ++asked, "question", "Which?", "options", List.of("One"));
    String one = "/decisions/" + wire.put("/decisions", words).get("number").asInt();
    wire.put(one + "/rating", Map.of("rubric", "speed", "answers", answers));
    return one;
  }

  private String decided(List<String> answers) {
    String one = rated(answers);
    wire.put(one + "/choice", Map.of("option", "One", "reasons", "Less to keep"));
    return one;
  }

  private String predicted(String way) {
    String one = decided(QUALITY);
    wire.put(
        one + "/predictions",
        Map.of(
            "gauge", "waits@organisation",
            "expect", way,
            "effect", "2026-11-02",
            "judged_on", "2026-12-20"));
    return one;
  }

  private void judged() {
    tide.rise(120);
    for (int day = 0; day < 40; day++) {
      says.fact("waits", "organisation", Village.NOW.plus(Duration.ofDays(day)), 20 + day % 3);
    }
    ship.rounds();
  }

  private JsonNode record() {
    return wire.get("/decisions/rubrics/speed").get("record");
  }

  @Test
  void eachClassShowsWhatCameTrueAndWhatDidNot() {
    assertEquals(0, record().get("decisions").asInt());
    assertTrue(
        ship.get("/decisions/rubrics/speed").body().contains("No decision was classed by it yet"));
    predicted("down");
    predicted("up");
    String again = predicted("down");
    decided(SPEED);
    rated(QUALITY);
    rated(List.of("harm yes"));
    assertEquals(4, record().get("open").asInt(), "nothing is judged yet");
    judged();
    wire.put(again + "/reopen", Map.of("why", "It pays no more"));
    JsonNode now = record();
    assertEquals(5, now.get("decisions").asInt(), "one has no class yet: " + now);
    assertEquals(2, now.get("came_true").asInt());
    assertEquals(1, now.get("did_not").asInt());
    assertEquals(1, now.get("open").asInt());
    assertEquals(1, now.get("unpredicted").asInt());
    assertEquals(1, now.get("reopened").asInt());
    assertTrue(now.get("share").isNull(), "three are too few for a share");
    assertEquals("unpredicted", now.at("/classed/1/out").asString());
    assertEquals("Speed first", now.at("/classed/1/grade").asString());
    String page = ship.get("/decisions/rubrics/speed").body();
    assertTrue(page.contains("It classed 5 decisions. 3 of them are judged; 2 came true."), page);
    assertTrue(page.contains("a share is said from 20 judged ones on"), page);
    assertTrue(page.contains("href=\"/decisions/1\"") && page.contains("#classed"), page);
  }

  @Test
  void aShareIsSaidFromTwentyOn() {
    for (int i = 0; i < 15; i++) {
      predicted("down");
    }
    for (int i = 0; i < 4; i++) {
      predicted("up");
    }
    judged();
    assertTrue(record().get("share").isNull(), "19 came out");
    assertFalse(ship.get("/decisions/rubrics/speed").body().contains("%"));
  }

  @Test
  void ofTwentyThreeQuartersCameTrue() {
    for (int i = 0; i < 20; i++) {
      predicted(i < 15 ? "down" : "up");
    }
    judged();
    assertEquals(0.75, record().get("share").asDouble());
    String page = ship.get("/decisions/rubrics/speed").body();
    assertTrue(page.contains("75 % of those came true, n = 20"), page);
  }
}
