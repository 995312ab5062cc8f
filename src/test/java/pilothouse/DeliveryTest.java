package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.Outcome;
import pilothouse.metrics.delivery.ServiceMetrics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How work reaches users: on pages, in the API, in tables, badges and gauges. */
class DeliveryTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Ship SHIP = Ship.with().told(VillageDelivery.facts());

  @AfterAll
  static void stops() {
    SHIP.close();
  }

  /** Counted by hand from the Village: two deployments a week, four of which failed. */
  @ParameterizedTest
  @CsvSource({
    "booking, deployment-frequency, 51, 1.96 a week",
    "booking, change-fail-rate, 52, 7.7 %",
    "booking, change-lead-time, 104, 17 hours",
    "tickets, change-fail-rate, 25, 0 %"
  })
  void pageApiBadgeAndTableTellTheSameNumber(String system, String id, long n, String says) {
    JsonNode told = json("/api/v1/metrics/" + id + "?scope=system:" + system);
    assertEquals(n, told.get("n").asLong());
    String page = SHIP.get("/delivery/" + system + "/" + id).body();
    assertTrue(page.contains("<p class=\"value\">" + says), id);
    assertTrue(SHIP.get("/delivery/" + system).body().contains(">" + says + "</a>"), id);
    assertTrue(SHIP.get("/delivery").body().contains("<b>" + says + "</b>"), id);
    assertTrue(SHIP.get("/badges/" + system + "/" + id + ".svg").body().contains(">" + says + "<"));
    String value = told.get("value").asString();
    assertTrue(SHIP.get("/delivery.csv").body().contains("," + value + "," + n + ","), value);
    assertTrue(
        SHIP.get("/delivery/" + system + "/csv").body().contains(system + "," + id + ",")
            && SHIP.get("/delivery/" + system + "/csv").body().contains("," + value + ","));
  }

  @Test
  void everyKindOfNumberSaysWhatChanceAllows() {
    JsonNode told = json("/api/v1/metrics/change-fail-rate?scope=system:booking");
    assertEquals(4 / 52.0, told.get("value").asDouble(), 1e-12);
    assertEquals(0.0303, told.get("low").asDouble(), 5e-5);
    assertEquals(0.1817, told.get("high").asDouble(), 5e-5);
    JsonNode wait = json("/api/v1/metrics/change-lead-time?scope=system:booking");
    assertTrue(wait.get("low").asDouble() <= wait.get("value").asDouble(), wait.toString());
    assertTrue(wait.get("high").asDouble() >= wait.get("value").asDouble(), wait.toString());
    JsonNode often = json("/api/v1/metrics/deployment-frequency?scope=system:booking");
    assertEquals(37.9728 / 26, often.get("low").asDouble(), 1e-4, "51 in 26 weeks");
    assertEquals(67.0556 / 26, often.get("high").asDouble(), 1e-4);
    JsonNode few = json("/api/v1/metrics/failed-deployment-recovery-time?scope=system:booking");
    assertTrue(few.get("low").isNull() && few.get("high").isNull(), few.toString());
    assertEquals("too few: 6 are needed, not 4", few.get("interval").asString());
    String page = SHIP.get("/delivery/booking/deployment-frequency").body();
    assertTrue(page.contains("chance alone allows 1.46 a week to 2.58 a week (95 %"), page);
  }

  @Test
  void whatIsNotKnownSaysWhyAndIsNeverGreen() {
    JsonNode told = json("/api/v1/metrics/change-fail-rate?scope=system:web");
    assertTrue(told.get("value").isNull());
    assertTrue(told.get("unknown").asString().contains("none to production"), told.toString());
    String page = SHIP.get("/delivery").body();
    assertTrue(page.contains("none to production"), "the page says why");
    assertTrue(page.contains("4 services; numbers are known for 2."), page);
  }

  @Test
  void theNumberIsTheSameInEachWordingAndItsReceiptAddsUp() {
    for (String words : List.of("engineer", "product", "leadership")) {
      String page = SHIP.get("/delivery/booking/change-fail-rate?words=" + words).body();
      assertTrue(Pattern.compile("<p>[^<]*7\\.7 %[^<]*</p>").matcher(page).find(), words);
    }
    String rows = SHIP.get("/delivery/booking/change-fail-rate/receipt.csv").body();
    assertEquals(52 + 1, rows.lines().count());
  }

  @Test
  void definitionsStandSideBySideWithTheReasonOfEachDifference() {
    String page = SHIP.get("/delivery/booking/change-lead-time").body();
    for (String name :
        List.of("DORA guide", "DevLake 2023", "Four Keys", "GitLab", "Merge equals")) {
      assertTrue(page.contains(name), name);
    }
    JsonNode gitlab =
        json("/api/v1/metrics/change-lead-time?scope=system:booking&definition=gitlab");
    assertEquals(3600, gitlab.get("value").asDouble(), "an hour from merge to deployment");
    assertEquals("gitlab", gitlab.get("definition").asString());
  }

  @Test
  void everyStageLeadsToItsChanges() {
    String page = SHIP.get("/delivery/booking").body();
    var links = Pattern.compile("href=\"(/delivery/booking/changes\\?[^\"]*)\"").matcher(page);
    int stages = 0;
    while (links.find()) {
      String address = links.group(1).replace("&amp;", "&");
      String changes = SHIP.get(address).body();
      assertTrue(changes.contains("Improve booking"), address);
      stages++;
    }
    assertEquals(6, stages);
  }

  @Test
  void aCauseThatAPersonSetSurvivesLaterFacts() {
    try (Ship ship = Ship.with().told(VillageDelivery.facts())) {
      String suggested = cause(ship, "own:2").get("deployment").asString();
      assertEquals("suggested", cause(ship, "own:2").get("standing").asString());
      HttpResponse<String> answer =
          post(
              ship,
              "/delivery/booking/causes",
              "incident=own:2&said=refused&suggested="
                  + URLEncoder.encode(suggested, StandardCharsets.UTF_8)
                  + "&why=it+was+the+network&by=Dora");
      assertEquals(303, answer.statusCode(), answer.body());
      assertEquals("refused", cause(ship, "own:2").get("standing").asString());
      assertTrue(ship.get("/delivery/booking").body().contains("it was the network"));
      String none = "incident=own:3&said=set&deployment=&why=a+cable&by=Bo";
      assertEquals(303, post(ship, "/delivery/booking/causes", none).statusCode());
      Instant second = Instant.parse("2026-10-06T11:00:00Z");
      Instant third = Instant.parse("2026-10-29T12:00:00Z");
      ship.told(
          List.of(
              new Incident(
                  "own:2",
                  Village.NOW,
                  "booking",
                  null,
                  "Double bookings",
                  "sev1",
                  second,
                  second.plus(Duration.ofHours(9)),
                  false,
                  null,
                  null),
              deployment("booking", third.minusSeconds(60))));
      assertEquals("refused", cause(ship, "own:2").get("standing").asString());
      assertEquals("set", cause(ship, "own:3").get("standing").asString());
      assertTrue(cause(ship, "own:3").get("deployment").isNull());
      assertEquals("sev1", cause(ship, "own:2").get("severity").asString());
    }
  }

  @Test
  void aProgramSetsACauseAndNonsenseIsRefused() {
    try (Ship ship = Ship.with().told(VillageDelivery.facts())) {
      String address = "/api/v1/services/booking/causes";
      var set = send(ship, address, "{\"incident\":\"own:3\",\"said\":\"set\",\"by\":\"a bot\"}");
      assertEquals(200, set.statusCode(), set.body());
      assertEquals("set", cause(ship, "own:3").get("standing").asString());
      assertTrue(cause(ship, "own:3").get("deployment").isNull());
      for (String[] bad :
          new String[][] {
            {"{\"incident\":\"own:9\",\"said\":\"set\"}", "404"},
            {"{\"incident\":\"own:3\",\"said\":\"guessed\"}", "422"},
            {"[]", "400"},
            {"{\"incident\":\"own:3\",\"said\":\"confirmed\"}", "422"},
            {"{\"incident\":\"own:3\",\"said\":\"set\",\"deployment\":\"none\"}", "422"},
            {"{\"incident\":", "400"},
            {"{\"person\":\"Ada\"}", "400"}
          }) {
        var refused = send(ship, address, bad[0]);
        assertEquals(bad[1], String.valueOf(refused.statusCode()), bad[0] + refused.body());
        assertFalse(refused.body().contains("Exception"), refused.body());
      }
    }
  }

  @Test
  void aNewFactShowsAtOnce() {
    try (Ship ship = Ship.with()) {
      assertTrue(ship.get("/delivery").body().contains("No deployment has been told of yet"));
      assertTrue(ship.get("/").body().contains("nothing has told of a deployment yet"));
      ship.told(List.of(deployment("pier", Village.NOW.minus(Duration.ofDays(2)))));
      assertTrue(ship.get("/delivery").body().contains(">pier</a>"));
      assertEquals(200, ship.get("/delivery/pier").statusCode());
      long before = frequency(ship);
      ship.told(List.of(deployment("pier", Village.NOW.minus(Duration.ofDays(1)))));
      assertEquals(before + 1, frequency(ship));
    }
  }

  private static long frequency(Ship ship) {
    String address = "/api/v1/metrics/deployment-frequency?scope=system:pier";
    return JSON.readTree(ship.get(address).body()).get("n").asLong();
  }

  @Test
  void aDecisionThatAMetricServedIsWrittenDown() {
    var answer =
        post(SHIP, "/delivery/tickets/change-fail-rate/uses", "what=Ship+on+Fridays&who=Bo");
    assertEquals(303, answer.statusCode());
    String page = SHIP.get("/delivery/tickets/change-fail-rate").body();
    assertTrue(page.contains("2 Nov 2026, Bo: Ship on Fridays"), page);
    assertFalse(page.contains("proposed for retirement:"), page);
    assertEquals(422, post(SHIP, "/delivery/tickets/change-fail-rate/uses", "who=Bo").statusCode());
  }

  @Test
  void theQuickCheckScoresKeepsAndComparesWithMeasurements() {
    String answers =
        "system=tickets&change-lead-time=5&deployment-frequency=4"
            + "&failed-deployment-recovery-time=4&change-fail-rate=20&deployment-rework-rate=10&who=Bo";
    assertEquals(303, post(SHIP, "/quickcheck", answers).statusCode());
    String page = SHIP.get("/quickcheck").body();
    assertTrue(page.contains("Overall <b>7.4</b> of 10; all industries 2025: 6.72"), page);
    assertTrue(page.contains("the measurement agrees with the answer"), page);
    JsonNode kept = json("/api/v1/quickchecks").get(0);
    assertEquals(7.4, kept.get("overall").asDouble(), 1e-9);
    assertEquals(422, post(SHIP, "/quickcheck", answers.replace("=20", "=200")).statusCode());
    assertEquals(422, post(SHIP, "/quickcheck", answers.replace("=5", "=7")).statusCode());
    assertEquals(404, post(SHIP, "/quickcheck", answers.replace("tickets", "no")).statusCode());
  }

  @Test
  void theGaugesAreOpenMetrics() {
    HttpResponse<String> answer = SHIP.get("/metrics");
    assertEquals(
        "application/openmetrics-text; version=1.0.0; charset=utf-8",
        answer.headers().firstValue("Content-Type").orElseThrow());
    String text = answer.body();
    assertTrue(text.endsWith("# EOF\n"), text);
    assertTrue(text.contains("# UNIT pilothouse_change_lead_time_seconds seconds\n"), text);
    assertTrue(text.contains("pilothouse_change_fail_rate_ratio{service=\"tickets\"} 0\n"), text);
    assertFalse(text.contains("{service=\"docs\"} NaN"), "unknown is left out");
    Pattern line =
        Pattern.compile(
            "# (TYPE|UNIT|HELP) [a-z_]+ .+|# EOF|[a-z_]+(\\{service=\"[^\"]+\"})? -?[\\d.E-]+");
    text.lines().forEach(each -> assertTrue(line.matcher(each).matches(), each));
    for (String id : ServiceMetrics.FIVE) {
      assertTrue(text.contains("pilothouse_" + id.replace('-', '_')), id);
    }
  }

  @Test
  void factsAreReadByCursorAndNameNobody() {
    String next = "0";
    int seen = 0;
    boolean more = true;
    while (more) {
      JsonNode page = json("/api/v1/facts/changes?limit=50&cursor=" + next);
      assertFalse(page.toString().contains("author\""), "no author");
      seen += page.get("facts").size();
      next = page.get("next").asString();
      more = page.get("more").asBoolean();
    }
    assertEquals(160, seen);
    assertEquals(0, json("/api/v1/facts/changes?cursor=" + next).get("facts").size());
    String reviews = SHIP.get("/api/v1/facts/reviews?limit=1000").body();
    for (String person : List.of("ada", "cem", "dora")) {
      assertFalse(reviews.contains("\"" + person + "\""), person);
    }
  }

  @Test
  void noPageOfDeliveryNamesAPerson() {
    for (String path : List.of("/delivery", "/delivery/booking", "/delivery/booking/changes")) {
      String body = SHIP.get(path).body();
      for (String name : List.of("ada,", "cem,", ">dora<", "Lind")) {
        assertFalse(body.contains(name), path + " names " + name);
      }
    }
  }

  private static Deployment deployment(String service, Instant at) {
    return new Deployment(
        "own:" + service + at,
        at,
        service,
        null,
        "abcdef0123456789",
        "main",
        "production",
        null,
        at,
        at,
        Outcome.SUCCESS,
        null,
        null);
  }

  @Test
  void aRefusalMeansTheSuggestionAndNoCauseComesAfterItsIncident() {
    try (Ship ship = Ship.with().told(VillageDelivery.facts())) {
      String address = "/api/v1/services/booking/causes";
      String suggested = cause(ship, "own:2").get("deployment").asString();
      var refused =
          send(ship, address, "{\"incident\":\"own:2\",\"said\":\"refused\",\"by\":\"Bo\"}");
      assertEquals(200, refused.statusCode(), refused.body());
      assertEquals(suggested, JSON.readTree(refused.body()).get("deployment").asString());
      assertEquals("refused", cause(ship, "own:2").get("standing").asString());
      Instant late = Village.NOW.minus(Duration.ofHours(1));
      ship.told(
          List.of(
              new pilothouse.evidence.facts.Deployment(
                  "own:late",
                  late,
                  "booking",
                  null,
                  null,
                  null,
                  "production",
                  null,
                  late,
                  late,
                  pilothouse.evidence.facts.Outcome.SUCCESS,
                  null,
                  null)));
      String set =
          "{\"incident\":\"own:2\",\"said\":\"set\",\"deployment\":\"own:late\",\"by\":\"Bo\"}";
      var impossible = send(ship, address, set);
      assertEquals(422, impossible.statusCode(), impossible.body());
      assertTrue(impossible.body().contains("began after the incident"), impossible.body());
    }
  }

  private static JsonNode cause(Ship ship, String incident) {
    for (JsonNode cause : JSON.readTree(ship.get("/api/v1/services/booking/causes").body())) {
      if (cause.get("incident").asString().equals(incident)) {
        return cause;
      }
    }
    throw new AssertionError("no incident " + incident);
  }

  private static JsonNode json(String path) {
    return JSON.readTree(SHIP.get(path).body());
  }

  private static HttpResponse<String> post(Ship ship, String path, String form) {
    return ship.send(
        HttpRequest.newBuilder(ship.at(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private static HttpResponse<String> send(Ship ship, String path, String json) {
    return ship.send(
        HttpRequest.newBuilder(ship.at(path)).POST(HttpRequest.BodyPublishers.ofString(json)));
  }
}
