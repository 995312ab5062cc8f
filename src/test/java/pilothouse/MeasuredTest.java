package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilothouse.evidence.facts.Measurement;
import pilothouse.findings.Finding;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Numbers that others measured stand on pages and in the API. */
class MeasuredTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Ship SHIP = Ship.with().told(VillageDelivery.facts());

  @AfterAll
  static void stops() {
    SHIP.close();
  }

  @Test
  void aMeasurementThatWasSentIsSeenOnPageAndInTheApi() {
    try (Ship ship = Ship.with()) {
      String told =
          "{\"metric\": \"activation\", \"scope\": \"system:checkout\","
              + " \"at\": \"2026-10-20T00:00:00Z\", \"value\": 0.41, \"unit\": \"share\"}";
      ship.send(
          HttpRequest.newBuilder(ship.at("/in/measurement"))
              .POST(HttpRequest.BodyPublishers.ofString(told)));
      String path = "/api/v1/metrics/activation?scope=system:checkout";
      while (ship.get(path).statusCode() == 404) {
        Thread.onSpinWait();
      }
      JsonNode number = json(ship, path);
      assertEquals(0.41, number.get("value").asDouble(), 1e-12);
      assertEquals("share", number.get("unit").asString());
      assertEquals("measurement", number.get("source").asString());
      assertEquals(1, number.get("points").size());
      String page = ship.get("/delivery/checkout").body();
      assertTrue(page.contains(">Measured numbers</h2>"), page);
      assertTrue(page.contains(">41 %</a>") && page.contains("measured on 20 Oct 2026"), page);
      assertEquals(200, ship.get(number.get("receipt").asString()).statusCode());
    }
  }

  @Test
  void itsPageHasTheCourseTheLimitsAndTheTable() {
    JsonNode number = json(SHIP, "/api/v1/metrics/activation?scope=system:booking");
    assertEquals(12, number.get("n").asInt());
    assertEquals(12, number.get("points").size());
    assertEquals(0.31, number.get("limits").get("centre").asDouble(), 1e-9);
    String page = SHIP.get("/measured/activation?scope=system:booking").body();
    assertTrue(page.contains("<svg") && page.contains("told by village"), page);
    String csv = SHIP.get("/measured/activation/course.csv?scope=system:booking").body();
    assertTrue(csv.startsWith("at,share,n,signal\r\n") && csv.lines().count() == 13, csv);
  }

  @Test
  void whatIsMeasuredOfTheOrganisationStandsOnThePageOfAllServices() {
    String page = SHIP.get("/delivery").body();
    assertTrue(page.contains("/measured/monthly-revenue?scope=organisation"), page);
    assertTrue(page.contains(">1,200 EUR</a>"), page);
    JsonNode number = json(SHIP, "/api/v1/metrics/monthly-revenue?scope=organisation");
    assertEquals("EUR", number.get("unit").asString());
  }

  @Test
  void anotherPeriodSaysWhenItWasMeasuredLast() {
    JsonNode number =
        json(SHIP, "/api/v1/metrics/activation?scope=system:booking&from=2026-01-01&to=2026-01-31");
    assertTrue(number.get("value").isNull());
    assertTrue(
        number.get("unknown").asString().startsWith("nobody measured it in this period; the last"));
  }

  @Test
  void aValueInAnotherUnitRenamesNothingAndIsAFinding() {
    try (Ship ship = Ship.with()) {
      ship.told(List.of(waits(28, 17.5, "h"), waits(29, 12, "h"), waits(30, 11, null)));
      String path = "/api/v1/metrics/support-wait?scope=organisation";
      assertEquals("h", json(ship, path).get("unit").asString());
      assertEquals(
          3, json(ship, path).get("n").asInt(), "a bare value is in the number's own unit");
      ship.told(List.of(waits(31, 1_100, "min")));
      JsonNode number = json(ship, path);
      assertEquals("h", number.get("unit").asString());
      assertEquals(11, number.get("value").asDouble(), 1e-9);
      assertEquals(3, number.get("points").size());
      assertEquals(1, number.get("ledger").get(0).get("count").asInt());
      String page = ship.get("/measured/support-wait?scope=organisation").body();
      assertTrue(page.contains("11 h") && !page.contains("1,100"), page);
      String says =
          "1 value of support-wait of the organisation came in “min”, which it is not measured in:"
              + " “h”. Send them in h, or give the number another name.";
      assertEquals(List.of(says), found(ship));
      String today = ship.get("/").body();
      assertTrue(today.contains(says.substring(1)), today);
      ship.told(List.of(waits(31, 60, 18.3, "h")));
      assertEquals(18.3, json(ship, path).get("value").asDouble(), 1e-9);
      assertEquals(List.of(), found(ship));
    }
  }

  @Test
  void ofAPeriodWithValuesInAnotherUnitAloneItIsUnknown() {
    try (Ship ship = Ship.with()) {
      ship.told(List.of(waits(1, 17.5, "h"), waits(30, 1_100, "min")));
      JsonNode number =
          json(
              ship,
              "/api/v1/metrics/support-wait?scope=organisation&from=2026-10-20&to=2026-10-31");
      assertTrue(number.get("value").isNull());
      assertEquals(
          "all of this period came in another unit than the number’s own, h",
          number.get("unknown").asString());
    }
  }

  private static Measurement waits(int day, double value, @Nullable String unit) {
    return waits(day, 0, value, unit);
  }

  private static Measurement waits(int day, int later, double value, @Nullable String unit) {
    Instant at = Instant.parse("2026-10-%02dT09:00:00Z".formatted(day));
    String key = Measurement.key("support-wait", "organisation", at);
    Instant said = at.plusSeconds(later);
    return new Measurement(key, said, "support-wait", "organisation", at, value, unit);
  }

  private static List<String> found(Ship ship) {
    return ship.found().stream()
        .filter(one -> one.kind().equals("measured-in-another-unit"))
        .map(Finding::says)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "truck-factor?scope=system:booking | 404 | is a metric of repositories",
        "change-fail-rat?scope=system:booking | 404 | Did you mean “change-fail-rate”?",
        "activatoin?scope=system:booking | 404 | Did you mean “activation”?",
        "change-fail-rate?scope=system:bookin | 404 | Did you mean “booking”?",
        "change-fail-rate?scope=system:booking&folder=x | 400 | A folder is part of a repository",
        "change-fail-rate?scope=planet:booking | 400 | is not a scope"
      })
  void whatCannotBeAnsweredSaysWhatWasPerhapsMeant(String asked, int status, String says) {
    HttpResponse<String> answer = SHIP.get("/api/v1/metrics/" + asked);
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(says), answer.body());
    assertFalse(answer.body().contains("Exception"));
  }

  private static JsonNode json(Ship ship, String path) {
    HttpResponse<String> answer = ship.get(path);
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }
}
