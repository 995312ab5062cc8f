package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A word about a deployment of another service, through the pages and the API. */
class BlameTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Instant NOON = Instant.parse("2026-10-20T12:00:00Z");
  private static final Ship SHIP = Ship.with().told(facts());

  @AfterAll
  static void stops() {
    SHIP.close();
  }

  private static List<Fact> facts() {
    return List.of(
        deployment("shop", 1, 50),
        deployment("shop", 2, 3),
        deployment("pay", 1, 30),
        deployment("pay", 2, 1),
        deployment("late", 1, -1),
        new Incident(
            "own:i",
            NOON,
            "shop",
            null,
            "Nobody can pay",
            "sev1",
            NOON,
            NOON.plus(Duration.ofHours(2)),
            false,
            null,
            null));
  }

  private static Deployment deployment(String service, int number, int hoursBefore) {
    Instant at = NOON.minus(Duration.ofHours(hoursBefore));
    return new Deployment(
        "own:" + service + number,
        at,
        service,
        null,
        "abcdef" + number,
        "main",
        "production",
        null,
        at,
        at,
        Outcome.SUCCESS,
        null,
        null);
  }

  /** The change fail rate of a service: by itself, and as the cached table of all has it. */
  private static double rate(String service) {
    String address = "/api/v1/metrics/change-fail-rate?scope=system:" + service;
    double one = JSON.readTree(SHIP.get(address).body()).get("value").asDouble();
    for (JsonNode row : JSON.readTree(SHIP.get("/api/v1/services").body()).get("services")) {
      if (row.get("system").asString().equals(service)) {
        assertEquals(one, row.get("metrics").get(3).get("value").asDouble(), service);
      }
    }
    return one;
  }

  private static HttpResponse<String> say(String json) {
    return SHIP.send(
        HttpRequest.newBuilder(SHIP.at("/api/v1/services/shop/causes"))
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  @Test
  void aWordMovesTheFailureToTheOtherServiceAndWithdrawingItBringsItBack() {
    assertEquals(0.5, rate("shop"), "suggested: its own last deployment");
    assertEquals(0, rate("pay"));
    String offered = SHIP.get("/delivery/shop/causes?incident=own:i").body();
    assertTrue(offered.contains("value=\"own:pay2\""), offered);
    assertTrue(!offered.contains("own:pay1") && !offered.contains("own:late1"), offered);
    assertTrue(SHIP.get("/delivery/shop").body().contains("/delivery/shop/causes?incident=own"));
    var form =
        SHIP.post("/delivery/shop/causes", "incident=own:i&said=set&deployment=own:pay2&by=Bo");
    assertEquals(200, form.statusCode(), form.body());
    assertTrue(form.body().contains("a deployment of pay"), form.body());
    assertEquals(0, rate("shop"));
    assertEquals(0.5, rate("pay"));
    String receipt = SHIP.get("/delivery/pay/change-fail-rate/receipt.csv").body();
    assertTrue(receipt.contains("“Nobody can pay” of shop"), receipt);
    String incidents = SHIP.get("/delivery/shop/incidents/receipt.csv").body();
    assertTrue(incidents.contains("own:pay2") && incidents.contains("a deployment of pay"));
    String recovery = "/api/v1/metrics/failed-deployment-recovery-time?scope=system:pay";
    assertEquals(3 * 3600, JSON.readTree(SHIP.get(recovery).body()).get("value").asDouble());
    var back = say("{\"incident\":\"own:i\",\"said\":\"withdrawn\",\"by\":\"Ada\"}");
    assertEquals(200, back.statusCode(), back.body());
    assertEquals(0.5, rate("shop"));
    assertEquals(0, rate("pay"));
  }

  @Test
  void nonsenseIsRefused() {
    assertEquals(404, SHIP.get("/delivery/shop/causes?incident=own:x").statusCode());
    assertEquals(404, SHIP.get("/delivery/shop/causes").statusCode());
    var late = say("{\"incident\":\"own:i\",\"said\":\"set\",\"deployment\":\"own:late1\"}");
    assertEquals(422, late.statusCode(), late.body());
    assertTrue(late.body().contains("began after the incident"), late.body());
    var unknown = say("{\"incident\":\"own:i\",\"said\":\"set\",\"deployment\":\"own:none\"}");
    assertEquals(422, unknown.statusCode(), unknown.body());
    try (Ship quiet = Ship.with().told(facts())) {
      var nothing =
          quiet.send(
              HttpRequest.newBuilder(quiet.at("/api/v1/services/shop/causes"))
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          "{\"incident\":\"own:i\",\"said\":\"withdrawn\"}")));
      assertEquals(422, nothing.statusCode(), nothing.body());
    }
  }
}
