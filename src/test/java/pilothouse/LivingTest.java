package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.Outcome;

/** What a repository's pages say of the systems that live in it, and its tables for programs. */
class LivingTest {
  private static final Instant AT = Village.NOW.minus(Duration.ofDays(3));
  private static final String SHA = "0123456789abcdef0123456789abcdef01234567";

  private static Deployment deployment() {
    return deployment("own:1");
  }

  private static Deployment deployment(String key) {
    return new Deployment(
        key,
        AT,
        "harbour-lights",
        null,
        SHA,
        null,
        "production",
        null,
        AT.minusSeconds(60),
        AT,
        Outcome.SUCCESS,
        null,
        null);
  }

  private static Incident incident() {
    return new Incident(
        "own:dark",
        AT,
        "harbour-lights",
        null,
        "=The lights went out",
        "high",
        AT.plusSeconds(600),
        AT.plusSeconds(4_200),
        null,
        null,
        null);
  }

  @Test
  void theHealthCheckCallsNothingUnknownThatDeliveryKnows() {
    try (Ship ship = Ship.with(Village.repository()).read("ferry").declared()) {
      assertTrue(ship.get("/").body().contains("would be filled by incident events"));
      assertTrue(ship.get("/").body().contains("would be filled by deployment events"));
      assertTrue(ship.get("/api/v1/systems/ferry").body().contains("deployment events"));
      ship.told(List.of(deployment()));
      assertTrue(ship.get("/").body().contains("would be filled by incident events"));
      assertFalse(ship.get("/").body().contains("would be filled by deployment events"));
      ship.told(List.of(incident()));
      assertFalse(ship.get("/").body().contains("would be filled by incident events"));
      String json = ship.get("/api/v1/systems/ferry").body();
      assertFalse(json.contains("incident events\"") && json.contains("incidents and recovery"));
      assertFalse(json.contains("deployment events"), json);
      assertTrue(ship.get("/").body().contains("href=\"/systems/ferry/delivery\""));
    }
  }

  @Test
  void aRepositoryLeadsToTheDeliveryOfWhatLivesInIt() {
    try (Ship ship = Ship.with(Village.repository()).read("ferry")) {
      String page = ship.get("/systems/ferry/delivery").body();
      assertTrue(page.contains("No system is known to live in it"), page);
      assertTrue(page.contains("/catalog?repository=ferry"), page);
      ship.declared().told(List.of(deployment(), incident()));
      page = ship.get("/systems/ferry/delivery").body();
      assertTrue(page.contains("href=\"/delivery/harbour-lights\""), page);
      assertEquals(404, ship.get("/systems/nowhere/delivery").statusCode());
    }
  }

  @Test
  void aServiceThatNobodyDeclaredIsDeclaredFromItsPage() {
    try (Ship ship = Ship.with().told(List.of(deployment()))) {
      String page = ship.get("/delivery/harbour-lights").body();
      assertTrue(page.contains("href=\"/catalog?name=harbour-lights#new\""), page);
      String form = ship.get("/catalog?name=harbour-lights").body();
      assertTrue(form.contains("name=\"name\" maxlength=\"63\""), form);
      assertEquals(3, form.split("value=\"harbour-lights\"", -1).length, form);
      ship.post("/catalog", "title=harbour-lights&name=harbour-lights");
      assertFalse(ship.get("/delivery/harbour-lights").body().contains("Nobody has declared"));
    }
  }

  @Test
  void deploymentsAndIncidentsLeaveAsTables() {
    try (Ship ship = Ship.with().told(List.of(deployment(), incident()))) {
      HttpResponse<String> table = ship.get("/delivery/harbour-lights/deployments.csv");
      assertEquals("text/csv; charset=utf-8", table.headers().firstValue("Content-Type").get());
      List<String> lines = table.body().lines().toList();
      assertEquals(2, lines.size());
      assertTrue(lines.get(1).startsWith("own:1," + AT + "," + SHA + ",production,success,"));
      String incidents = ship.get("/delivery/harbour-lights/incidents.csv").body();
      assertTrue(incidents.contains("own:dark,'=The lights went out,high,"), incidents);
      assertTrue(incidents.contains(",suggested,own:1,"), incidents);
      String json = ship.get("/api/v1/services/harbour-lights/deployments").body();
      assertTrue(json.contains("\"revision\" : \"" + SHA + "\""), json);
      assertTrue(json.contains("\"failed\" : true"), json);
    }
  }

  @Test
  void theRulesTellEachNameOnce() {
    try (Ship ship = Ship.with().told(List.of(deployment("own:1"), deployment("own:2")))) {
      String rules = ship.get("/rules").body();
      assertTrue(rules.contains("1 name: production"), rules);
    }
  }

  @Test
  void aProgramAnswersTheQuickCheck() {
    try (Ship ship = Ship.with()) {
      String whole =
          """
          {"change_lead_time": 4, "deployment_frequency": 5, "failed_deployment_recovery_time": 6,
           "change_fail_rate": 20, "deployment_rework_rate": 5,
           "who": "Bo"}
          """;
      HttpResponse<String> kept = sent(ship, whole);
      assertEquals(200, kept.statusCode(), kept.body());
      assertTrue(kept.body().contains("\"overall\" : 8.3"), kept.body());
      assertTrue(ship.get("/api/v1/quickchecks").body().contains("\"scope\" : \"organisation\""));
      assertEquals(422, sent(ship, whole.replace("4", "9")).statusCode());
      assertEquals(422, sent(ship, "{\"change_lead_time\": 4}").statusCode());
      assertEquals(400, sent(ship, whole.replace("rework", "reword")).statusCode());
      assertEquals(400, sent(ship, "leadTime=4").statusCode());
      assertEquals(404, sent(ship, whole.replace("{", "{\"system\": \"x\", ")).statusCode());
    }
  }

  private static HttpResponse<String> sent(Ship ship, String json) {
    return ship.send(
        HttpRequest.newBuilder(ship.at("/api/v1/quickchecks"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }
}
