package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Outcomes that two functions answer for, and who may see and do what, by people who sign in. */
class SharedOutcomesTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PATH = "/api/v1/outcomes";
  private static final Crew CREW = Crew.ofTwoTeams();
  private static final Crew.Hand MARA = CREW.join("mara@ferry.example", "lead", "organisation", "");
  private static final Crew.Hand BO = CREW.join("bo@ferry.example", "lead", "organisation", "");
  private static final Crew.Hand PIER = CREW.join("kim@ferry.example", "lead", "team", "pier");

  @AfterAll
  static void stops() {
    CREW.ship().close();
  }

  private static HttpResponse<String> post(Crew.Hand hand, String path, String json) {
    return CREW.ship()
        .send(
            HttpRequest.newBuilder(CREW.ship().at(path))
                .header("Content-Type", "application/json")
                .header(hand.header(), String.valueOf(hand.proof()))
                .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  private static JsonNode done(Crew.Hand hand, String path, String json) {
    HttpResponse<String> answer = post(hand, path, json);
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private static JsonNode begun(String title, String place) {
    return done(
        MARA,
        PATH,
        """
        {"title": "%s", "place": "%s", "due_on": "2027-01-31", "key_results": [
          {"says": "Waits", "baseline": "10", "target": "2"},
          {"says": "Missed ferries", "baseline": "5", "target": "1"}],
         "owners": [{"function": "engineering", "owner": "Harbour"},
          {"function": "product", "owner": "Pier"}]}
        """
            .formatted(title, place));
  }

  @Practice({"A9", "M3"})
  @Test
  void aCheckInIsHalfConfirmedUntilTheSecondFunctionSigns() {
    JsonNode made = begun("Nobody waits", "organisation");
    String one = PATH + "/" + made.get("id").asString();
    String values =
        "\"%s\": \"3\", \"%s\": \"1\""
            .formatted(
                made.get("key_results").get(0).get("id").asString(),
                made.get("key_results").get(1).get("id").asString());
    String checkIn =
        "{\"confidence\": 90, \"says\": \"Nearly there\", \"function\": \"engineering\", \"values\": {%s}}"
            .formatted(values);
    JsonNode half = done(MARA, one + "/check-ins", checkIn);
    assertEquals("half-confirmed", half.get("state").asString());
    assertEquals("product", half.get("last_check_in").get("missing").get(0).asString());
    assertTrue(
        CREW.ship().found().stream()
            .anyMatch(finding -> finding.kind().equals("outcome-half-confirmed")));
    String sign = "{\"function\": \"product\"}";
    assertEquals(409, post(MARA, one + "/signatures", sign).statusCode(), "two people have to");
    JsonNode whole = done(BO, one + "/signatures", sign);
    assertEquals("on-its-way", whole.get("state").asString());
    assertFalse(
        CREW.ship().found().stream()
            .anyMatch(finding -> finding.kind().equals("outcome-half-confirmed")));
  }

  @Test
  void whatIsElsewhereIsNotThere() {
    String id = begun("Lamps shine", "team:harbour").get("id").asString();
    String refused = "{\"function\": \"product\"}";
    assertEquals(404, PIER.get("/outcomes/" + id).statusCode());
    assertEquals(404, post(PIER, PATH + "/" + id + "/signatures", refused).statusCode());
    assertFalse(PIER.get("/outcomes").body().contains("Lamps shine"));
    assertFalse(PIER.get(PATH).body().contains("Lamps shine"));
    assertFalse(PIER.get("/map").body().contains("Lamps shine"));
    assertFalse(PIER.get("/exports/outcomes.csv").body().contains("Lamps shine"));
    assertEquals(404, PIER.get("/direction?scope=team:harbour").statusCode());
    assertEquals(404, PIER.get("/charter/harbour").statusCode());
    assertEquals(200, PIER.get("/direction").statusCode(), "the first place that is to be seen");
    assertEquals(
        403,
        post(PIER, "/api/v1/direction/vision", "{\"text\": \"Mine\"}").statusCode(),
        "the organisation is not theirs to change");
    done(PIER, "/api/v1/direction/vision", "{\"place\": \"team:pier\", \"text\": \"Mine\"}");
  }
}
