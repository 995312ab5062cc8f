package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.git.GitRepo;
import tools.jackson.databind.JsonNode;

/** What debt costs by the changes that touched it, on its page and in the order of the register. */
class DebtWorthTest {
  private static final Instant FIRST = Instant.parse("2026-08-24T09:00:00Z");

  @TempDir Path folder;
  private Ship ship;
  private Wire wire;

  @BeforeEach
  void sails() {
    GitRepo repo = GitRepo.init(folder.resolve("shop"));
    repo.run("remote", "add", "origin", "https://github.com/acme/shop.git");
    repo.on("2026-01-05T08:00:00Z").write("src/Quiet.java", "0\n");
    repo.commit("Quiet");
    repo.on("2026-08-01T08:00:00Z").write("src/Old.java", "0\n").write("src/New.java", "0\n");
    repo.commit("Base");
    String[] bodies = new String[24];
    for (int i = 0; i < bodies.length; i++) {
      Instant merged = FIRST.plus(i, ChronoUnit.DAYS);
      boolean isOld = i % 2 == 0;
      repo.on(merged.toString()).write(isOld ? "src/Old.java" : "src/New.java", (i + 1) + "\n");
      repo.commit("Sail (#" + (i + 1) + ")");
      bodies[i] =
          """
          {"id":"%d","repository":"github.com/acme/shop","number":%d,"revision":"%s",%s
           "opened_at":"%s","merged_at":"%s","author":"ada"}
          """
              .formatted(
                  i + 1,
                  i + 1,
                  repo.id("HEAD"),
                  isOld ? "" : "\"title\":\"Mend <b>\",",
                  merged.minus(isOld ? 10 : 4, ChronoUnit.HOURS),
                  merged);
    }
    ship = Ship.with(repo.path()).read("shop");
    wire = new Wire(ship);
    for (String body : bodies) {
      ship.send(
          HttpRequest.newBuilder(ship.at("/in/change"))
              .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
    while (ship.get("/api/v1/deliveries?state=waiting").body().contains("received_at")) {
      Thread.onSpinWait();
    }
  }

  @AfterEach
  void stops() {
    ship.close();
  }

  private JsonNode owed(String title, String path, String mend, String said) {
    return wire.put(
        "/debt",
        Map.of(
            "title", title,
            "effect", "slows",
            "spots", List.of("shop:" + path),
            "principal_low", mend,
            "interest_low", said));
  }

  @Practice({"D2", "D4"})
  @Test
  void whatIsMeasuredGoesBeforeWhatSomebodyEstimatedAndRanks() {
    owed("New", "src/New.java", "10", "");
    JsonNode old = owed("Old", "src/Old.java", "10", "50");
    assertEquals("measured", old.get("interest_basis").asString());
    assertEquals(12, old.get("interest_cases").asInt());
    assertTrue(old.at("/interest/low").asDouble() < 10, old.toString());
    JsonNode all = wire.get("/debt");
    assertEquals("Old", all.at("/items/0/title").asString(), "the new one never pays back");
    String page = ship.get("/debt/2").body();
    assertTrue(page.contains("measured on 12 changes"), page);
    assertTrue(page.contains("Somebody estimated 50 h a week"), page);
    assertTrue(page.contains("#23"), "the receipt");
    assertTrue(page.contains("Sail (#23)"), "what the commit says that brought it");
    assertTrue(ship.get("/debt/1").body().contains("Mend &lt;b&gt;"), "what it is called");
    assertTrue(ship.get("/debt/1").body().contains("Mending it never pays for itself"));
  }

  /** Twelve changes in ten weeks, each six hours more than others. */
  @Practice({"D2", "D4"})
  @Test
  void hoursThatPassedBecomeHoursOfWork() {
    JsonNode old = owed("Old", "src/Old.java", "10", "");
    double week = old.at("/interest/low").asDouble();
    assertEquals(12 / 10.089 * 6 * 40 / 168, week, 0.01);
    wire.put("/debt/rules", Map.of("what", "rate", "value", "100 EUR"));
    wire.put("/debt/rules", Map.of("what", "worked", "value", "80"));
    JsonNode twice = wire.get("/debt/1");
    assertEquals(2 * week, twice.at("/interest/low").asDouble(), 0.02);
    assertEquals(200 * week, twice.at("/money_a_week/low").asDouble(), 2);
    assertEquals(
        old.at("/break_even_weeks/low").asDouble() / 2,
        twice.at("/break_even_weeks/low").asDouble(),
        0.05);
    wire.put("/debt/rules", Map.of("what", "worked", "value", ""));
    assertEquals(40, wire.get("/debt/rules").get("worked").asInt());
    String page = ship.get("/debt/1").body();
    assertTrue(page.contains("as 40 of a week’s 168 hours are worked, they count as 24 %"), page);
    assertTrue(page.contains("Passed until merged"), page);
    assertTrue(page.contains("10 h"), "the receipt has what passed");
    wire.refused(422, "/debt/rules", Map.of("what", "worked", "value", "169"));
    wire.refused(
        422, "/debt/rules", Map.of("what", "worked", "value", "9", "place", "repository:shop"));
  }

  private double summed(JsonNode told) {
    return told.at("/sums/3/costs/hours/low").asDouble();
  }

  @Practice({"D2", "D8"})
  @Test
  void changesOfSeveralItemsCountOnceInSums() {
    double alone = owed("Old", "src/Old.java", "10", "").at("/interest/low").asDouble();
    assertEquals(alone, summed(wire.get("/debt")), 0.01);
    for (int i = 2; i <= 8; i++) {
      owed("Old " + i, "src/Old.java", "10", "");
    }
    JsonNode all = wire.get("/debt");
    assertEquals(alone, summed(all), 0.01, "eight times the same");
    assertEquals(alone, all.at("/items/0/interest/low").asDouble(), "its own cost is whole");
    assertEquals(0.125, all.at("/items/0/interest_share").asDouble(), 1e-9);
    JsonNode told = wire.get("/debt/stakeholders");
    assertEquals(alone, summed(told), 0.01);
    assertEquals(
        told.at("/trend/0/costs/hours/low").asDouble(),
        told.at("/sums/3/costs/hours/low").asDouble(),
        1e-9);
    assertEquals(26 * alone, wire.get("/debt/plan?hours=80").get("saving").asDouble(), 0.2);
    String page = ship.get("/debt/1").body();
    assertTrue(page.contains("7 other items lie in the same changes"), page);
    assertTrue(page.contains("in sums it counts with 13 %"), page);
    wire.put("/debt/2/closing", Map.of("how", "dropped", "why", "Said twice"));
    assertEquals(1 / 7.0, wire.get("/debt/1").get("interest_share").asDouble(), 1e-9);
    owed("Estimated", "src/Quiet.java", "10", "3");
    assertEquals(alone + 3, summed(wire.get("/debt")), 0.01, "estimates count as they are");
  }

  @Practice({"D2", "D4"})
  @Test
  void whatNobodyTouchedAndNobodyEstimatedIsUnknown() {
    JsonNode quiet =
        wire.put(
            "/debt",
            Map.of(
                "title",
                "Quiet",
                "effect",
                "risks",
                "severity",
                "high",
                "spots",
                List.of("shop:src/Quiet.java")));
    assertEquals("unknown", quiet.get("interest_basis").asString());
    assertTrue(quiet.get("interest").isNull(), quiet.toString());
    assertEquals(1, wire.get("/debt/stakeholders").at("/sums/1/unknown").asInt());
    String page = ship.get("/debt/1").body();
    assertFalse(page.contains("It costs 0 h"), page);
    assertFalse(page.contains("paid for itself"), page);
    assertFalse(ship.get("/debt/stakeholders").body().contains("all of it estimated"));
  }

  @Practice("D10")
  @Test
  void anIncidentRaisesWhatAnItemCostsAndItsRank() {
    owed("One", "", "10", "1");
    wire.put(
        "/debt",
        Map.of("title", "Two", "effect", "slows", "principal_low", "10", "interest_low", "1"));
    wire.put(
        "/debt",
        Map.of("title", "Three", "effect", "slows", "principal_low", "10", "interest_low", "1"));
    wire.put("/debt/rules", Map.of("what", "incident", "value", "26"));
    wire.put("/debt/3/incidents", Map.of("incident", "INC-7", "words", "Down for an hour"));
    JsonNode three = wire.get("/debt/3");
    assertTrue(three.at("/interest/high").asDouble() > 1.9, three.toString());
    assertEquals("Three", wire.get("/debt").at("/items/0/title").asString());
    String page = ship.get("/debt/3").body();
    assertTrue(page.contains("of it "), "said on its page");
    assertTrue(page.contains("No source tells of such an incident"), page);
    String told =
        """
        {"id":"INC-7","service":"shop","title":"Down","detected_at":"2026-10-01T08:00:00Z"}
        """;
    ship.send(
        HttpRequest.newBuilder(ship.at("/in/incident"))
            .POST(HttpRequest.BodyPublishers.ofString(told)));
    while (ship.get("/api/v1/deliveries?state=waiting").body().contains("received_at")) {
      Thread.onSpinWait();
    }
    assertFalse(ship.get("/debt/3").body().contains("No source tells of such an incident"));
  }

  @Practice("D9")
  @Test
  void whatWasMeasuredIsKeptAtTheClosingAndMeasuredAgain() {
    owed("Old", "src/Old.java", "10", "");
    JsonNode closed = wire.put("/debt/1/closing", Map.of("how", "paid", "why", "Rewritten"));
    assertEquals("unverified", closed.get("payback").asString());
    String page = ship.get("/debt/1").body();
    assertTrue(page.contains("Measured: too early to tell"), page);
    assertTrue(page.contains("10 changes more are needed"), page);
  }

  @Test
  void withSoManyHoursWhatSavesMostIsChosen() {
    owed("Old", "src/Old.java", "10", "");
    owed("All", "", "500", "9");
    wire.put("/debt", Map.of("title", "Unknown", "effect", "waits"));
    JsonNode plan = wire.get("/debt/plan?hours=40");
    assertEquals(1, plan.get("items").size());
    assertTrue(plan.get("exact").asBoolean());
    assertEquals(1, plan.get("unknown").asInt());
    String page = ship.get("/debt/plan?hours=40").body();
    assertTrue(page.contains("1 item chosen: it takes 10 h"), page);
    assertEquals(400, ship.get("/debt/plan?hours=0").statusCode());
    assertEquals(400, ship.get("/debt/plan?hours=1000000").statusCode());
  }
}
