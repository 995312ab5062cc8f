package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pilothouse.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;

/** An item with an owner is a promise: it is called to mind, kept, put off and handed over. */
@OnBothDatabases
class DebtOwedTest {
  private final Tide tide = new Tide(Village.NOW);
  private final Ship ship = Ship.at(tide);
  private final Wire wire = new Wire(ship);

  @BeforeEach
  void declares() {
    ship.post("/teams", "title=Harbour");
    ship.post("/teams", "title=Pier");
  }

  @AfterEach
  void stops() {
    ship.close();
  }

  private JsonNode owed(String title, String owner) {
    return wire.put(
        "/debt", Map.of("title", title, "effect", "risks", "severity", "high", "owner", owner));
  }

  private List<JsonNode> promises(String state) {
    return wire.get("/promises?state=" + state).get("promises").valueStream().toList();
  }

  @Practice("D5")
  @Test
  void whatHasAnOwnerIsPromisedUntilItsWindowEnds() {
    owed("Old printer", "Harbour");
    owed("Nobody's lamp", "");
    assertEquals(1, promises("open").size());
    JsonNode one = promises("open").getFirst();
    assertEquals("TD-1 Old printer", one.get("what").asString());
    assertEquals("debt", one.get("kind").asString());
    assertEquals(wire.get("/debt/1").get("due").asString(), one.get("due").asString());
    tide.rise(61);
    assertEquals(1, wire.found("promise-overdue").size());
    assertEquals(
        List.of("TD-2 Nobody's lamp was to be mended by 1 Jan 2027, and is still open."),
        wire.found("debt-window-lapsed"),
        "of one thing is told once");
    wire.put("/debt/1/closing", Map.of("how", "paid", "why", "Bought a new one"));
    JsonNode kept = promises("ended").getFirst();
    assertEquals("kept", kept.get("state").asString());
    assertEquals("/debt/1", kept.get("evidence").asString());
    wire.put("/debt/1/reopen", Map.of("why", "It broke again"));
    assertEquals(1, promises("open").size());
  }

  @Practice("D5")
  @Test
  void waitingAndWindowsMoveItsDay() {
    owed("Old printer", "Harbour");
    wire.put("/debt/1/deferral", Map.of("day", "2027-03-01", "why", "After the season"));
    assertEquals("2027-03-01", promises("open").getFirst().get("due").asString());
    wire.put("/debt/1/resume", Map.of("why", "Now"));
    assertEquals("2027-01-01", promises("open").getFirst().get("due").asString());
    wire.put("/debt/rules", Map.of("what", "window-high", "value", "90"));
    ship.rounds();
    assertEquals("2027-01-31", promises("open").getFirst().get("due").asString());
    wire.put("/debt/1/closing", Map.of("how", "dropped", "why", "Sold"));
    assertEquals(List.of(), promises("open"));
    assertEquals("dropped", promises("ended").getFirst().get("state").asString());
  }

  @Test
  void whoeverWasNamedLastOwesIt() {
    owed("Old printer", "Harbour");
    tide.rise(1);
    Map<String, Object> words =
        Map.of("title", "Old printer", "effect", "risks", "severity", "high", "owner", "Pier");
    wire.put("/debt/1/words", words);
    JsonNode one = promises("open").getFirst();
    assertEquals("Pier", one.get("owner_name").asString());
    tide.rise(1);
    String page = "/promises/" + one.get("id").asString();
    wire.put(page + "/hand", Map.of("owner", "Harbour", "why", "They know it"));
    ship.rounds();
    assertEquals("Harbour", wire.get("/debt/1").get("owner").asString());
    assertTrue(ship.get("/debt/1").body().contains("Handed over on the page of its promise."));
    wire.refused(409, page + "/keep", Map.of("evidence", "x"));
  }

  @Test
  void whatIsImportedWithAnOwnerIsPromisedSoonAfterAndOnce() {
    String table = "title,effect,owner\nOld printer,risks,Harbour\nLamp,waits,\n";
    for (int i = 0; i < 2; i++) {
      ship.send(
          HttpRequest.newBuilder(ship.at("/api/v1/debt/import?name=list.csv"))
              .POST(HttpRequest.BodyPublishers.ofString(table)));
      ship.rounds();
    }
    assertEquals(1, promises("open").size());
  }
}
