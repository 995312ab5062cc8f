package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who may set rules and standards, and who is told which work they touch. */
class TradeOffSightTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Crew CREW = Crew.ofTwoTeams();
  private static final Crew.Hand HARBOUR = CREW.join("h@ferry.example", "lead", "team", "harbour");
  private static final Crew.Hand MATE = CREW.join("m@ferry.example", "lead", "team", "harbour");
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

  private static JsonNode done(Crew.Hand hand, String path, Map<String, ?> values) {
    HttpResponse<String> answer = post(hand, path, values);
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private static String decided(Crew.Hand hand, String place) {
    JsonNode made =
        done(
            hand,
            "/decisions",
            Map.of("title", "Pier", "question", "q", "place", place, "options", List.of("A")));
    String one = "/decisions/" + made.get("number").asInt();
    done(hand, one + "/choice", Map.of("option", "A", "reasons", "near"));
    return one;
  }

  private static final Map<String, String> STANDARD =
      Map.of("kind", "hand", "says", "Lit", "owner", "Harbour", "day", "2027-01-01");

  @Practice({"C2", "C10"})
  @Test
  void whoeverDecidesSetsThemAndOthersSeeTheirOwnAlone() {
    CREW.ship()
        .told(List.of(Quay.measured("waits", "system:ferry", Village.NOW.minusSeconds(60), 9)));
    String one = decided(HARBOUR, "team:harbour");
    Map<String, Object> rule = new HashMap<>();
    rule.put("gauge", "waits@system:ferry");
    rule.put("side", "above");
    rule.put("value", "5");
    rule.put("then", "Speed");
    assertEquals(403, post(MATE, one + "/rules", rule).statusCode(), "another one decides this");
    assertEquals(403, post(READER, one + "/rules", rule).statusCode());
    assertEquals(404, post(PIER, one + "/rules", rule).statusCode());
    assertEquals(403, post(MATE, one + "/standards", STANDARD).statusCode());
    JsonNode bet =
        done(
            CREW.captain(),
            "/bets",
            Map.of(
                "title",
                "Heron",
                "problem",
                "p",
                "success",
                "s",
                "tradeoff",
                "t",
                "place",
                "team:pier"));
    String id = bet.at("/bet/id").asString();
    done(CREW.captain(), "/bets/" + id + "/stage", Map.of("stage", "committed", "why", "w"));
    done(HARBOUR, one + "/rules", rule);
    done(HARBOUR, one + "/standards", STANDARD);
    String all = decided(CREW.captain(), "organisation");
    done(CREW.captain(), all + "/rules", rule);
    done(CREW.captain(), all + "/standards", STANDARD);
    assertTrue(CREW.captain().get("/api/v1/findings").body().contains("Heron"), "of all places");
    for (Crew.Hand hand : List.of(HARBOUR, READER)) {
      String found = hand.get("/api/v1/findings").body();
      assertTrue(found.contains("decision-rule-fires"), found);
      assertFalse(found.contains("Heron"), "work of another team");
      JsonNode rules = JSON.readTree(hand.get("/api/v1/decisions/rules").body());
      assertEquals(1, rules.get("rules").size(), "not those of the organisation");
      JsonNode standards = JSON.readTree(hand.get("/api/v1/decisions/standards").body());
      assertEquals(1, standards.size());
      assertFalse(standards.toString().contains("pier"), standards.toString());
    }
    assertFalse(READER.get(one).body().contains("Set the rule"), "what one may not do is no form");
    String page = PIER.get("/decisions/rules").body() + PIER.get("/decisions/standards").body();
    assertFalse(page.contains("D-1"), page);
    assertEquals(422, PIER.get("/api/v1/decisions/rules?place=team:harbour").statusCode());
  }
}
