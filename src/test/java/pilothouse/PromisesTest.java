package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A promise from its making to its end, what it tells on the way, and on which page. */
class PromisesTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final LocalDate TODAY = LocalDate.ofInstant(Village.NOW, ZoneOffset.UTC);
  private final Tide tide = new Tide(Village.NOW);
  private Ship ship;

  @BeforeEach
  void starts() {
    ship = Ship.at(tide);
  }

  @AfterEach
  void stops() {
    ship.close();
  }

  private String made(String what, int days) {
    HttpResponse<String> answer =
        ship.post(
            "/promises",
            "what=%s&due=%s&shows=a+log&why=asked+for".formatted(what, TODAY.plusDays(days)));
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.uri().getPath().replace("/promises/", "");
  }

  private JsonNode json(String path) {
    return JSON.readTree(ship.get(path).body());
  }

  private HttpResponse<String> sent(String path, String json) {
    return ship.send(
        HttpRequest.newBuilder(ship.at(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  private List<String> kinds() {
    return json("/api/v1/findings")
        .get("findings")
        .valueStream()
        .map(one -> one.get("kind").asString())
        .toList();
  }

  @Test
  void itIsCalledToMindThenOverdueThenUpTheLadder() {
    String id = made("Rehearse+the+restore", 30);
    assertEquals(List.of(), kinds());
    tide.rise(24);
    assertEquals(List.of("promise-due"), kinds());
    assertTrue(ship.get("/").body().contains("Rehearse the restore"), "stands on the first page");
    tide.rise(7);
    assertEquals(List.of("promise-overdue"), kinds());
    assertTrue(
        ship.get("/findings").body().contains("“Rehearse the restore” is overdue by a day."));
    tide.rise(6);
    ship.rounds();
    ship.rounds();
    assertEquals(List.of("promise-escalated"), kinds(), "one promise is said once");
    List<String> turns =
        json("/api/v1/promises/" + id)
            .get("turns")
            .valueStream()
            .map(turn -> turn.get("what").asString())
            .toList();
    assertEquals(List.of("made", "reminded", "escalated"), turns, "each is written down once");
  }

  @Test
  void keepingItNeedsEvidenceOrSaysUnverified() {
    String one = made("One", 3);
    assertEquals(
        "kept",
        JSON.readTree(
                sent(
                        "/api/v1/promises/" + one + "/keep",
                        "{\"evidence\": \"https://log.example/7\"}")
                    .body())
            .get("state")
            .asString());
    String two = made("Two", 3);
    String page = ship.post("/promises/" + two + "/keep", "evidence=").body();
    assertTrue(page.contains("kept, unverified"), page);
    assertTrue(ship.get("/promises/" + one).body().contains("href=\"https://log.example/7\""));
    assertEquals(422, ship.post("/promises/" + two + "/keep", "evidence=again").statusCode());
    assertEquals(List.of(), kinds(), "what has ended asks for nobody");
  }

  @Test
  void itIsExtendedHandedOverAndDroppedEachWithAReason() {
    ship.declared().joined();
    String id = made("Move+the+quay", 3);
    LocalDate later = TODAY.plusDays(20);
    assertEquals(
        422, ship.post("/promises/" + id + "/extend", "due=" + later + "&why=").statusCode());
    ship.post("/promises/" + id + "/extend", "due=" + later + "&why=the+crane+is+broken");
    assertEquals(
        422, ship.post("/promises/" + id + "/extend", "due=" + TODAY + "&why=sooner").statusCode());
    ship.post("/promises/" + id + "/hand", "owner=Mara+Lind&why=she+knows+the+crane");
    assertEquals(422, ship.post("/promises/" + id + "/hand", "owner=Nobody&why=gone").statusCode());
    ship.post("/promises/" + id + "/drop", "why=the+quay+stays");
    ship.post("/promises/" + id + "/reopen", "why=it+moves+after+all");
    JsonNode told = json("/api/v1/promises/" + id);
    assertEquals("person/mara-lind", told.get("promise").get("owner").asString());
    assertEquals(later.toString(), told.get("promise").get("due").asString());
    assertEquals(
        List.of("made", "extended", "handed over", "dropped", "reopened"),
        told.get("turns").valueStream().map(turn -> turn.get("what").asString()).toList());
    assertEquals("the crane is broken", told.get("turns").get(1).get("why").asString());
    assertTrue(ship.get("/journal").body().contains("promise handed over"));
  }

  @Test
  void whoHasLeftOwesNothingInSilence() {
    ship.declared().joined();
    String id = made("Oil+the+lock", 90);
    ship.post("/promises/" + id + "/hand", "owner=Mara+Lind&why=hers");
    assertEquals(List.of(), kinds());
    String member = ship.get("/teams/harbour").body();
    assertTrue(member.contains("Mara Lind"), member);
    ship.storage()
        .write(rows ->
            rows.execute("update membership set last_day = ?", TODAY.minusDays(1).toString()));
    ship.post("/promises", "what=Another&due=" + TODAY.plusDays(200));
    assertEquals(List.of("promise-without-owner"), kinds());
    assertTrue(ship.get("/").body().contains("Mara Lind has left and still owes"));
  }

  @Test
  void aFindingIsPutOffWithAReasonAndComesBack() {
    made("Paint+the+buoys", 1);
    JsonNode finding = json("/api/v1/findings").get("findings").get(0);
    String id = finding.get("id").asString();
    String until = TODAY.plusDays(2).toString();
    assertEquals(
        400, ship.post("/findings/later", "finding=" + id + "&until=" + until).statusCode());
    assertEquals(
        422,
        ship.post("/findings/later", "finding=%s&until=%s&why=x".formatted(id, TODAY.minusDays(1)))
            .statusCode());
    assertEquals(
        404, ship.post("/findings/later", "finding=nosuch&until=" + until + "&why=x").statusCode());
    ship.post("/findings/later", "finding=%s&until=%s&why=rain".formatted(id, until));
    String page = ship.get("/findings").body();
    assertTrue(page.contains("Nothing asks for you") && page.contains(": rain"), page);
    assertFalse(ship.get("/").body().contains("Paint the buoys"));
    tide.rise(3);
    assertTrue(ship.get("/").body().contains("Paint the buoys"), "it is back");
    assertTrue(ship.get("/journal").body().contains("finding put off"));
  }

  @Test
  void atMostSevenStandOnTheFirstPageThoseThatCostMostFirst() {
    for (int i = 1; i <= 9; i++) {
      ship.post(
          "/promises",
          "what=Number%d&due=%s&cost_per_week=%d".formatted(i, TODAY.minusDays(1), i * 100));
    }
    String page = ship.get("/").body();
    assertTrue(page.contains("The first 7 of 9 findings"), page);
    assertTrue(page.indexOf("Number9") < page.indexOf("Number3"));
    assertFalse(page.contains("Number2"), page);
    assertTrue(page.contains("Waiting costs 900 a week"));
    assertTrue(ship.get("/findings").body().contains("Number1”"));
  }

  @Test
  void anEmptyDayIsAGoodSignOnlyWhereEvidenceIsFresh() {
    assertTrue(ship.get("/api/v1/findings").body().contains("\"count\" : 0"));
    try (Ship read = Ship.at(tide, Village.repository()).read("ferry")) {
      JSON.readTree(read.get("/api/v1/findings").body())
          .get("findings")
          .forEach(one ->
              read.post(
                  "/findings/later",
                  "finding=%s&until=%s&why=seen"
                      .formatted(one.get("id").asString(), TODAY.plusDays(30))));
      assertTrue(read.get("/").body().contains("so that is a good sign"), read.get("/").body());
      tide.rise(3);
      assertTrue(read.get("/").body().contains("is no good sign"), read.get("/").body());
    }
  }

  @Test
  void whatMakesNoSenseIsRefusedWithTheMend() {
    assertEquals(422, ship.post("/promises", "what=x").statusCode());
    assertEquals(422, ship.post("/promises", "what=x&due=tomorrow").statusCode());
    assertEquals(
        422, ship.post("/promises", "what=x&due=2027-01-01&cost_per_week=much").statusCode());
    assertEquals(422, ship.post("/promises", "what=x&due=2027-01-01&place=moon").statusCode());
    assertEquals(404, ship.get("/promises/nosuch").statusCode());
    assertEquals(400, ship.get("/promises?after=x").statusCode());
    assertEquals(400, sent("/api/v1/promises", "{\"wat\": 1}").statusCode());
    assertEquals(404, sent("/api/v1/promises/" + made("x", 1) + "/burn", "{}").statusCode());
  }
}
