package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilothouse.findings.Finding;
import pilothouse.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which way is better for a measured number, and whose it is, is declared and told. */
@OnBothDatabases
class MeaningTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final LocalDate CHANGE =
      LocalDate.ofInstant(Village.NOW, ZoneOffset.UTC).minusDays(10);
  private static final int[] NOISE = {3, -2, 0, 4, -1, -4, 2, 1, -3, 0, 2, -1, 3, -2, 1, -1, 0};

  private final Tide tide = new Tide(Village.NOW);
  private final Ship ship = Ship.at(tide);

  @AfterEach
  void stops() {
    ship.close();
  }

  @Test
  @Practice("F4")
  void aDuplicatedUploadIsOneSeriesAndKeepsWhatWasDeclared() {
    told("wait", i -> 40);
    declared("wait", "down", "");
    String page = "/measured/wait/course.csv?scope=organisation";
    String once = ship.get(page).body();
    told("wait", i -> 40);
    assertEquals(once, ship.get(page).body());
    JsonNode number = json("/api/v1/metrics/wait?scope=organisation");
    assertEquals(70, number.get("n").asInt());
    assertEquals("down", number.get("better").asString());
  }

  @Test
  @Practice("F4")
  void aFallOfWhatIsBetterLowIsBetterAndARiseIsOwedToItsOwner() {
    ship.post("/teams", "title=Harbour");
    told("wait", i -> i < 2 ? 40 : 30);
    told("queue", i -> i < 2 ? 40 : 50);
    told("mood", i -> i < 2 ? 40 : 50);
    declared("wait", "down", "Harbour");
    declared("queue", "down", "team/harbour");
    List.of("wait", "queue", "mood").forEach(this::watched);
    Finding better = found("Wait of organisation fell");
    assertTrue(better.says().endsWith(", which is better."), better.says());
    assertEquals(Finding.Severity.KNOW, better.severity());
    Finding worse = found("Queue of organisation rose");
    assertTrue(worse.says().endsWith(", which is worse."), worse.says());
    assertEquals(Finding.Severity.LOOK, worse.severity());
    assertEquals("team/harbour", worse.whom());
    Finding neither = found("Mood of organisation rose");
    assertFalse(neither.says().contains("which is"), neither.says());
    assertEquals(Finding.Severity.KNOW, neither.severity());
    assertEquals("", neither.whom());
  }

  @Test
  void whatIsDeclaredLaterHoldsOnPageAndInTheApiAndInFindings() {
    ship.post("/teams", "title=Harbour");
    told("queue", i -> i < 2 ? 40 : 50);
    String page = "/measured/queue?scope=organisation";
    assertTrue(ship.get(page).body().contains("Nobody declared which way is better"));
    watched("queue");
    assertEquals(Finding.Severity.KNOW, found("Queue of organisation rose").severity());
    String said = ship.post(page, "better=up&owner=Harbour").body();
    assertTrue(said.contains("Up is better · owned by Harbour."), said);
    JsonNode number = json("/api/v1/metrics/queue?scope=organisation");
    assertEquals("up", number.get("better").asString());
    assertEquals("team/harbour", number.get("owner").asString());
    declared("queue", "down", "");
    assertTrue(ship.get(page).body().contains("Down is better · nobody owns it."));
    tide.rise(Duration.ofHours(2));
    ship.rounds();
    assertEquals(Finding.Severity.LOOK, found("Queue of organisation rose").severity());
    JsonNode entry = json("/api/v1/journal/people?most=1").get("entries").get(0);
    assertEquals("metric declared", entry.get("what").asString());
    assertEquals("up", entry.get("before").get("better").asString());
    assertEquals("Harbour", entry.get("before").get("owner").asString());
    assertEquals("down", entry.get("after").get("better").asString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wait?scope=organisation | {'better':'down','owner':'Nessie'} | 422 | Nobody is known as",
        "wait?scope=organisation | {'better':'sideways'} | 422 | sideways",
        "wait?scope=organisation | {'owner':'local'} | 422 | better",
        "sleep?scope=organisation | {'better':'up'} | 404 | Nobody told of a measurement",
        "wait?scope=system:nowhere | {'better':'up'} | 404 | nowhere",
        "wait | {'better':'up'} | 400 | Nothing says of what the number is"
      })
  void whatMakesNoSenseIsRefused(String path, String body, int status, String says) {
    told("wait", i -> 40);
    HttpResponse<String> answer = sent("/api/v1/metrics/" + path, body.replace('\'', '"'));
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(says), answer.body());
  }

  @Test
  void whatIsAnotherTeamsIsToldToNobodyElse() {
    Crew crew;
    ship.post("/teams", "title=Harbour");
    ship.post("/teams", "title=Pier");
    told("wait", "team:harbour", i -> i < 2 ? 40 : 50);
    crew = Crew.of(ship);
    Crew.Hand reader = crew.join("buoy@ferry.example", "reader", "team", "harbour");
    Crew.Hand lead = crew.join("quay@ferry.example", "administrator", "team", "harbour");
    Crew.Hand stranger = crew.join("plank@ferry.example", "administrator", "team", "pier");
    String page = "/measured/wait?scope=team:harbour";
    Map<String, String> down = Map.of("better", "down", "owner", "Harbour");
    assertEquals(403, reader.post(page, down).statusCode());
    assertEquals(404, stranger.post(page, down).statusCode());
    assertEquals(303, lead.post(page, down).statusCode());
    assertTrue(reader.get(page).body().contains("Down is better · owned by Harbour."));
    assertFalse(reader.get(page).body().contains("<select name=\"better\""));
    for (String path :
        List.of(page, "/api/v1/metrics/wait?scope=team:harbour", "/journal", "/findings")) {
      String told = stranger.get(path).body().toLowerCase(Locale.ROOT);
      assertFalse(told.contains("is better") || told.contains("metric declared"), path + told);
    }
  }

  private Finding found(String begins) {
    List<Finding> all = ship.found();
    return all.stream()
        .filter(one -> one.says().startsWith(begins))
        .findFirst()
        .orElseThrow(() -> new AssertionError(begins + " is not in " + all));
  }

  private void told(String metric, IntToDoubleFunction level) {
    told(metric, "organisation", level);
  }

  /** Uploads a table with a number a day, seventy of them. */
  private void told(String metric, String scope, IntToDoubleFunction level) {
    StringBuilder table = new StringBuilder("metric,scope,at,value,unit\n");
    for (int i = -60; i < 10; i++) {
      Instant at = CHANGE.plusDays(i).atTime(9, 0).toInstant(ZoneOffset.UTC);
      double value = level.applyAsDouble(i) + NOISE[Math.floorMod(i * 5, NOISE.length)] / 2.0;
      table.append("%s,%s,%s,%s,min\n".formatted(metric, scope, at, value));
    }
    HttpResponse<String> answer =
        ship.send(
            HttpRequest.newBuilder(ship.at("/api/v1/imports/measurements?mapping=guess"))
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(table.toString())));
    assertEquals(2, answer.statusCode() / 100, answer.body());
  }

  private void declared(String metric, String better, String owner) {
    String body = "{\"better\": \"%s\", \"owner\": \"%s\"}".formatted(better, owner);
    HttpResponse<String> answer = sent("/api/v1/metrics/" + metric + "?scope=organisation", body);
    assertEquals(200, answer.statusCode(), answer.body());
  }

  private void watched(String metric) {
    String form =
        "says=it+moves&gauge=%s%%40organisation&expect=up&effect=%s&judged_on=%s"
            .formatted(metric, CHANGE, CHANGE.plusDays(30));
    assertEquals(200, ship.post("/verdicts", form).statusCode());
    ship.rounds();
  }

  private HttpResponse<String> sent(String path, String body) {
    return ship.send(
        HttpRequest.newBuilder(ship.at(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private JsonNode json(String path) {
    HttpResponse<String> answer = ship.get(path);
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }
}
