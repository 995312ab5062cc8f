package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Who is told what a decision affects. */
class AffectedSightTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Crew CREW = Crew.ofTwoTeams();
  private static final Crew.Hand HARBOUR = CREW.join("h@ferry.example", "lead", "team", "harbour");
  private static final Crew.Hand READER = CREW.join("r@ferry.example", "reader", "team", "harbour");
  private static final Crew.Hand PIER = CREW.join("p@ferry.example", "lead", "team", "pier");

  @AfterAll
  static void stops() {
    CREW.ship().close();
  }

  private static HttpResponse<String> post(Crew.Hand hand, String path, Map<String, ?> values) {
    return CREW.ship()
        .send(
            HttpRequest.newBuilder(CREW.ship().at("/api/v1" + path))
                .header("Content-Type", "application/json")
                .header(hand.header(), String.valueOf(hand.proof()))
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(values))));
  }

  @Test
  void whatIsOfElsewhereIsCountedAndNotNamed() {
    Map<String, ?> words =
        Map.of(
            "title", "Ropes",
            "question", "Which?",
            "place", "team:harbour",
            "affects", List.of("team:harbour", "system:ferry"));
    assertEquals(200, post(HARBOUR, "/decisions", words).statusCode());
    String add = "/decisions/1/affected";
    assertEquals(422, post(HARBOUR, add, Map.of("scope", "team:pier")).statusCode());
    assertEquals(403, post(READER, add, Map.of("scope", "system:ferry")).statusCode());
    assertEquals(404, post(PIER, add, Map.of("scope", "team:pier")).statusCode());
    assertEquals(200, post(CREW.captain(), add, Map.of("scope", "team:pier")).statusCode());
    assertTrue(CREW.captain().get("/decisions/1").body().contains("Team Pier"));
    String page = READER.get("/decisions/1").body();
    assertTrue(page.contains("And one thing of elsewhere."), page);
    assertTrue(page.contains("Team Harbour") && page.contains("System ferry"), page);
    for (String address :
        List.of("/decisions/1", "/api/v1/decisions/1", "/api/v1" + add, "/decisions/1/file")) {
      String told = READER.get(address).body();
      assertFalse(told.toLowerCase(java.util.Locale.ROOT).contains("pier"), address + told);
    }
    assertFalse(READER.get("/decisions/1").body().contains("Take away"), "readers change nothing");
    assertEquals(422, READER.get("/decisions?place=team:pier").statusCode());
    String there = PIER.get("/api/v1/decisions?place=team:pier").body();
    assertFalse(there.contains("Ropes"), "it is of a place that they may not look at");
  }
}
