package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import pilothouse.git.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one is told, through the API: with a token that its person made for that. */
class NoticeAnswersTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Crew CREW =
      Crew.of(
          Ship.set(
                  Map.of(
                      "smtp_host", "127.0.0.1",
                      "smtp_port", "9",
                      "smtp_tls", "none",
                      "smtp_from", "pilot@ferry.example",
                      "outgoing_allowed", "127.0.0.1"),
                  Progress.SILENT)
              .declared());
  private static final String PATH = "/api/v1/notices";

  @AfterAll
  static void stops() {
    CREW.ship().close();
  }

  private static Crew.Hand token(Crew.Hand of, String... may) {
    Map<String, String> form =
        new java.util.HashMap<>(Map.of("name", "told", "places", "team harbour"));
    for (String one : may) {
      form.put(one, "yes");
    }
    String made = of.post("/account/tokens", form).body();
    return new Crew.Hand(
        CREW.ship(), "Authorization", "Bearer " + made.replaceAll("(?s).*(pht_[\\w-]+).*", "$1"));
  }

  private static HttpResponse<String> post(Crew.Hand hand, String json) {
    return CREW.ship()
        .send(
            HttpRequest.newBuilder(CREW.ship().at(PATH))
                .header(hand.header(), String.valueOf(hand.proof()))
                .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  @Test
  void aPersonsTokenSubscribesListsAndEnds() {
    Crew.Hand mara = CREW.join("mara@ferry.example", "reader", "team", "harbour");
    Crew.Hand other = CREW.join("other@ferry.example", "reader", "team", "harbour");
    Crew.Hand program = token(mara, "notices");
    HttpResponse<String> made =
        post(
            program,
            """
            {"what": "team", "place": "team:harbour", "rhythm": "weekly", "weekday": 1, "hour": 8,
             "zone": "Europe/Berlin"}
            """);
    assertEquals(200, made.statusCode(), made.body());
    JsonNode notice = JSON.readTree(made.body()).get("notice");
    assertEquals("mara@ferry.example", notice.get("target").asString());
    assertEquals("weekly", notice.get("rhythm").asString());
    assertEquals("team:harbour", notice.get("place").asString());
    assertEquals("2026-11-09T07:00:00Z", notice.get("next").asString());
    assertTrue(JSON.readTree(made.body()).get("secret").isNull());
    String one = PATH + "/" + notice.get("id").asString();
    assertEquals(1, JSON.readTree(program.get(PATH).body()).get("notices").size());
    assertEquals(notice, JSON.readTree(mara.get(one).body()));
    assertTrue(mara.get("/notices").body().contains("weekly"), "the page shows it, too");
    assertEquals(404, token(other, "notices").get(one).statusCode());
    assertEquals(404, token(other, "notices").send("DELETE", one).statusCode());
    assertEquals(200, program.send("DELETE", one).statusCode());
    assertEquals(404, program.send("DELETE", one).statusCode());
    assertEquals(0, JSON.readTree(program.get(PATH).body()).get("notices").size());
    String journal = CREW.captain().get("/api/v1/journal/people?what=subscription").body();
    assertTrue(journal.contains("subscription ended") && journal.contains("\"told\""), journal);
  }

  @Test
  void whoMayNotIsRefusedInASentence() {
    Crew.Hand mate = CREW.join("mate@ferry.example", "lead", "team", "harbour");
    assertEquals(403, post(token(mate, "read", "say"), "{}").statusCode());
    Crew.Hand program = token(mate, "notices");
    HttpResponse<String> webhook =
        post(program, "{\"way\": \"webhook\", \"target\": \"http://127.0.0.1:9/\"}");
    assertEquals(403, webhook.statusCode(), webhook.body());
    HttpResponse<String> people = post(program, "{\"people\": true}");
    assertEquals(403, people.statusCode(), "the token may not see who is who: " + people.body());
    HttpResponse<String> odd = post(program, "{\"rythm\": \"daily\"}");
    assertEquals(400, odd.statusCode());
    assertTrue(odd.body().contains("Did you mean “rhythm”?"), odd.body());
    HttpResponse<String> never = post(program, "{\"rhythm\": \"never\"}");
    assertEquals(422, never.statusCode(), never.body());
    assertFalse(program.get(PATH).body().contains("\"id\""), "nothing of it was kept");
    HttpResponse<String> organisations =
        CREW.captain()
            .post(
                "/administration/tokens",
                Map.of("name", "all", "notices", "yes", "places", "organisation"));
    assertEquals(422, organisations.statusCode());
    assertTrue(organisations.body().contains("only people subscribe"), organisations.body());
  }
}
