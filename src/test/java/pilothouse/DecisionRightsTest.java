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
  private static final Crew.Hand CAI = CREW.join("cai@ferry.example", "lead", "organisation", "");

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
    return asked("easy");
  }

  private static String asked(String wayBack) {
    JsonNode made =
        done(
            MARA,
            "/decisions",
            Map.of(
                "title",
                "Which pier",
                "question",
                "Which? " + java.util.UUID.randomUUID(),
                "options",
                java.util.List.of("A", "B"),
                "way_back",
                wayBack));
    return "/decisions/" + made.get("number").asInt();
  }

  private static final String REGISTER = "/decisions/delegations";
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
    assertEquals(403, post(CAI, one + "/choice", CHOICE).statusCode());
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
        post(CAI, one + "/consent", Map.of("answer", "agreed", "owner", "bo@ferry.example"))
            .statusCode(),
        "nobody agrees for another");
    done(BO, one + "/consent", Map.of("answer", "agreed", "owner", "bo@ferry.example"));
    assertEquals("accepted", done(MARA, one + "/choice", CHOICE).get("state").asString());
  }

  @Practice("C8")
  @Test
  void whatIsBeyondADelegationGoesToTheDecider() {
    Map<String, String> register =
        Map.of(
            "owner", "bo@ferry.example",
            "way_back", "easy",
            "day", "2026-11-30",
            "limits", "Whatever can be taken back within a day");
    Crew.Hand reader = CREW.join("ria@ferry.example", "reader", "organisation", "");
    assertEquals(403, post(reader, REGISTER, register).statusCode());
    String id = done(MARA, REGISTER, register).get("id").asString();
    assertEquals("accepted", done(BO, asked() + "/choice", CHOICE).get("state").asString());
    String hard = asked("costly");
    HttpResponse<String> beyond = post(BO, hard + "/choice", CHOICE);
    assertEquals(403, beyond.statusCode(), beyond.body());
    assertTrue(beyond.body().contains("beyond what was delegated"), beyond.body());
    String found = MARA.get("/api/v1/findings").body();
    assertTrue(found.contains("Which pier waits for its decider"), found);
    assertTrue(MARA.get("/api/v1/promises").body().contains("Decide D-"), "its decider owes it");
    assertEquals("accepted", done(MARA, hard + "/choice", CHOICE).get("state").asString());
    assertEquals(404, post(CAI, REGISTER + "/none/end", Map.of("why", "x")).statusCode());
    done(MARA, REGISTER + "/" + id + "/end", Map.of("why", "The season ends"));
    assertEquals(403, post(BO, asked() + "/choice", CHOICE).statusCode());
  }

  @Practice("C3")
  @Test
  void adviceIsGivenInOnesOwnNameOrThatOfOnesTeam() {
    Crew.Hand captain = CREW.captain();
    captain.post("/teams", Map.of("title", "Quay"));
    captain.post(
        "/people/identities",
        Map.of("say", "join", "name", "Sal Reed", "one", "sal@ferry.example"));
    captain.post("/teams/quay/members", Map.of("person", "Sal Reed"));
    Crew.Hand sal = CREW.join("sal@ferry.example", "member", "organisation", "");
    Crew.Hand tam = CREW.join("tam@ferry.example", "member", "organisation", "");
    String one = asked();
    done(MARA, one + "/parts", Map.of("part", "consulted", "owner", "Quay"));
    Map<String, String> named = Map.of("kind", "advice", "words", "Mind the bar", "owner", "Quay");
    HttpResponse<String> other = post(tam, one + "/voices", named);
    assertEquals(403, other.statusCode(), other.body());
    JsonNode own = done(tam, one + "/voices", Map.of("kind", "advice", "words", "Mind the tide"));
    assertTrue(own.at("/voices/0/in_name_of").isEmpty(), own.toString());
    JsonNode team = done(sal, one + "/voices", Map.of("kind", "advice", "words", "Mind the bar"));
    assertEquals("Quay", team.at("/voices/1/in_name_of/0").asString(), "a member counts as it");
    assertTrue(MARA.get(one).body().contains("Given on"), "the promise is kept");
  }
}
