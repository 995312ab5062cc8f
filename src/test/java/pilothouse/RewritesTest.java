package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pilothouse.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;

/** Large rewrites, and the spikes that are to answer their questions before. */
@OnBothDatabases
class RewritesTest {
  private static final String FOUND =
      "D-1 One store is a large rewrite, and no spike answered its question.";

  private final Ship ship = Ship.at(new Tide(Village.NOW));
  private final Wire wire = new Wire(ship);

  @AfterEach
  void stops() {
    ship.close();
  }

  private void asked(String title) {
    wire.put(
        "/decisions",
        Map.of("title", title, "question", "Which?", "options", List.of("One", "Many")));
  }

  private void large() {
    asked("One store");
    assertEquals(List.of(), found(), "nobody knows how large it is");
    List<String> answers = List.of("wide yes", "teams yes", "new no");
    wire.put("/decisions/1/rating", Map.of("rubric", "architecture", "answers", answers));
  }

  private List<String> found() {
    return wire.found("decision-without-spike");
  }

  private String spike(String decision) {
    Map<String, String> words =
        Map.of("question", "Does it hold a million?", "due", "2026-11-20", "decision", decision);
    return "/spikes/" + wire.put("/spikes", words).at("/probe/id").asString();
  }

  @Practice("B5")
  @Test
  void aLargeRewriteIsFlaggedUntilASpikeAnsweredItsQuestion() {
    large();
    assertEquals(List.of(FOUND), found());
    String page = ship.get("/decisions/1").body();
    assertTrue(page.contains("no spike answered its question"), page);
    assertTrue(page.contains("Architecture: Large"), page);
    String spike = spike("D-1");
    assertEquals(List.of(FOUND), found(), "it is begun, not answered");
    JsonNode told = wire.get("/decisions/1").get("rewrite");
    assertTrue(told.get("untried").asBoolean());
    assertTrue(told.at("/spikes/0/answer").isNull(), told.toString());
    wire.put(spike + "/answer", Map.of("answer", "Yes, with two disks"));
    assertEquals(List.of(), found());
    page = ship.get("/decisions/1").body();
    assertTrue(page.contains("a spike answered its question"), page);
    assertTrue(page.contains("Yes, with two disks"), page);
    assertFalse(wire.get("/decisions/1").at("/rewrite/untried").asBoolean());
  }

  @Practice("B5")
  @Test
  void linkingAnAnsweredSpikeClearsTheFlag() {
    asked("One store");
    asked("Another store");
    wire.refused(422, "/decisions/1/rewrite", Map.of("rewrite", "yes", "why", ""));
    wire.put("/decisions/1/rewrite", Map.of("rewrite", "yes", "why", "All of it is new"));
    assertEquals(List.of(FOUND), found());
    String spike = spike("");
    wire.put(spike + "/answer", Map.of("answer", "Yes"));
    assertEquals(List.of(FOUND), found(), "it answers something else");
    assertTrue(ship.get("/spikes").body().contains("name=\"decision\""));
    for (String other : List.of("D-12", "D-2", "1 day", "/decisions/11")) {
      ship.post(spike + "/link", "decision=" + other.replace(" ", "+"));
      assertEquals(List.of(FOUND), found(), other);
    }
    for (String named : List.of("D-1", "/decisions/1", "d-1 one store", "One store", "1")) {
      ship.post(spike + "/link", "decision=" + named.replace(" ", "+"));
      assertEquals(List.of(), found(), named);
    }
  }

  @Test
  void somebodyMaySayThatItIsNoneAndThatStays() {
    large();
    wire.put("/decisions/1/rewrite", Map.of("rewrite", "no", "why", "We buy it"));
    assertEquals(List.of(), found());
    assertTrue(wire.get("/decisions/1").get("rewrite").isNull());
    List<String> answers = List.of("wide yes", "teams yes", "new yes");
    wire.put("/decisions/1/rating", Map.of("rubric", "architecture", "answers", answers));
    assertEquals(List.of(), found(), "what is worked out anew overwrites nobody's word");
    assertTrue(ship.get("/decisions/1").body().contains("We buy it"));
    wire.put("/decisions/1/rewrite", Map.of("rewrite", "yes", "why", "We build it after all"));
    assertEquals(List.of(FOUND), found());
    wire.put("/decisions/1/rejection", Map.of("why", "Too large"));
    assertEquals(List.of(), found(), "what is not done needs no spike");
  }
}
