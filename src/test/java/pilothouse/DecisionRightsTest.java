package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who may decide, agree and delegate, where people sign in. */
class DecisionRightsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Crew CREW = Crew.of(Ship.with());
  private static final Crew.Hand MARA = CREW.join("mara@ferry.example", "lead", "organisation", "");
  private static final Crew.Hand BO = CREW.join("bo@ferry.example", "lead", "organisation", "");
  private static final Crew.Hand ADA = CREW.join("cai@ferry.example", "lead", "organisation", "");

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

  private static String asked() {
    JsonNode made =
        done(
            MARA,
            "/decisions",
            Map.of(
                "title",
                "Which pier",
                "question",
                "Which?",
                "options",
                java.util.List.of("A", "B")));
    return "/decisions/" + made.get("number").asInt();
  }

  private static final Map<String, String> CHOICE = Map.of("option", "A", "reasons", "It is near");

  @Practice("C3")
  @Test
  void theWrongPersonCannotCloseItAndADelegationEnds() {
    String one = asked();
    HttpResponse<String> wrong = post(BO, one + "/choice", CHOICE);
    assertEquals(403, wrong.statusCode(), wrong.body());
    assertTrue(wrong.body().contains("decides this."), wrong.body());
    assertEquals(
        403,
        post(
                BO,
                one + "/delegations",
                Map.of("owner", "bo@ferry.example", "day", "2026-11-10", "limits", "all"))
            .statusCode());
    done(
        MARA,
        one + "/delegations",
        Map.of("owner", "bo@ferry.example", "day", "2026-11-10", "limits", "this pier"));
    assertEquals(403, post(ADA, one + "/choice", CHOICE).statusCode());
    assertEquals("accepted", done(BO, one + "/choice", CHOICE).get("state").asString());
  }

  @Practice("C3")
  @Test
  void whoMustAgreeIsWaitedFor() {
    String one = asked();
    done(MARA, one + "/parts", Map.of("part", "agrees", "owner", "bo@ferry.example"));
    HttpResponse<String> early = post(MARA, one + "/choice", CHOICE);
    assertEquals(409, early.statusCode(), early.body());
    assertEquals(
        403,
        post(ADA, one + "/consent", Map.of("answer", "agreed", "owner", "bo@ferry.example"))
            .statusCode(),
        "nobody agrees for another");
    done(BO, one + "/consent", Map.of("answer", "agreed", "owner", "bo@ferry.example"));
    assertEquals("accepted", done(MARA, one + "/choice", CHOICE).get("state").asString());
  }
}
