package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import pilothouse.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;

/** What the register cost month by month: measured where it was, at the rate of whose it is. */
@OnBothDatabases
class DebtTrendTest {
  private static final Instant FIRST = Instant.parse("2026-08-24T09:00:00Z");

  @TempDir Path folder;
  private final Tide tide = new Tide(FIRST);
  private Ship ship;
  private Wire wire;

  @BeforeEach
  void sails() {
    GitRepo repo = GitRepo.init(folder.resolve("shop"));
    repo.run("remote", "add", "origin", "https://github.com/acme/shop.git");
    repo.on("2026-08-01T08:00:00Z").write("src/Old.java", "0\n").write("src/New.java", "0\n");
    repo.commit("Base");
    String[] bodies = new String[24];
    for (int i = 0; i < bodies.length; i++) {
      bodies[i] = change(repo, i + 1);
    }
    ship = Ship.at(tide, repo.path()).read("shop");
    wire = new Wire(ship);
    ship.post("/teams", "title=Harbour");
    ship.post("/catalog", "title=Core&owner=harbour&repository=shop");
    wire.put(
        "/debt",
        Map.of(
            "title", "Old",
            "effect", "slows",
            "place", "repository:shop",
            "spots", List.of("shop:src/Old.java"),
            "interest_low", "50"));
    wire.put(
        "/debt",
        Map.of("title", "Lamps", "effect", "waits", "interest_low", "4", "interest_high", "6"));
    wire.put("/debt", Map.of("title", "Quay", "effect", "risks"));
    tide.rise(70);
    for (String body : bodies) {
      ship.send(
          HttpRequest.newBuilder(ship.at("/in/change"))
              .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
    while (ship.get("/api/v1/deliveries?state=waiting").body().contains("received_at")) {
      Thread.onSpinWait();
    }
  }

  /** Those of the old take ten hours, the others four. */
  private static String change(GitRepo repo, int number) {
    Instant merged = FIRST.plus(number - 1, ChronoUnit.DAYS);
    boolean isOld = number % 2 == 1;
    repo.on(merged.toString()).write(isOld ? "src/Old.java" : "src/New.java", number + "\n");
    repo.commit("Sail (#" + number + ")");
    return """
    {"id":"%d","repository":"github.com/acme/shop","number":%d,"revision":"%s",
     "opened_at":"%s","merged_at":"%s","author":"ada"}
    """
        .formatted(
            number,
            number,
            repo.id("HEAD"),
            merged.minus(isOld ? 10 : 4, ChronoUnit.HOURS),
            merged);
  }

  @AfterEach
  void stops() {
    ship.close();
  }

  private static double low(JsonNode cost) {
    return cost.at("/hours/low").asDouble();
  }

  @Practice("D8")
  @Test
  void theTrendIsMeasuredWhereItWasAndEstimatedWhereNot() {
    JsonNode told = wire.get("/debt/stakeholders");
    JsonNode august = told.at("/trend/0");
    assertEquals("2026-08-31", august.get("day").asString());
    assertEquals(54, low(august.get("estimated")), "four changes are too few");
    assertEquals(0, low(august.get("measured")));
    JsonNode september = told.at("/trend/1");
    assertEquals(4, low(september.get("estimated")));
    double measured = september.at("/measured/hours/high").asDouble();
    assertTrue(measured > 0 && measured < 50, september.toString());
    assertEquals(told.at("/sums/3/costs"), told.at("/trend/3/costs"), "today is the register");
    assertEquals(4, told.get("trend").size(), "before that nobody had written anything down");
    String page = ship.get("/debt/stakeholders").body();
    assertTrue(page.contains("of which measured"), page);
    assertTrue(page.contains("/debt/stakeholders?day=2026-09-30"), page);
  }

  @Practice("D8")
  @Test
  void eachPointLeadsToWhatEachCostAndThatToItsChanges() {
    JsonNode told = wire.get("/debt/stakeholders?day=2026-09-30");
    assertEquals("Old", told.at("/receipt/1/title").asString());
    assertEquals("measured", told.at("/receipt/1/basis").asString());
    assertEquals(
        low(told.at("/trend/1/costs")),
        low(told.at("/receipt/0/costs")) + low(told.at("/receipt/1/costs")),
        1e-9);
    assertTrue(told.at("/receipt/2/costs").isNull(), "nobody knows, and it is counted");
    assertEquals(1, told.at("/trend/1/unknown").asInt());
    String page = ship.get("/debt/stakeholders?day=2026-09-30").body();
    assertTrue(page.contains("/debt/1?until=2026-09-30"), page);
    String item = ship.get("/debt/1?until=2026-08-31").body();
    assertTrue(item.contains("The 4 changes of the half year until 31 Aug 2026"), item);
    assertEquals(400, ship.get("/debt/stakeholders?day=2026-09-29").statusCode());
    assertEquals(422, ship.get("/debt/1?until=2027-01-01").statusCode());
  }

  @Practice("D8")
  @Test
  void hoursCostWhatTheyCostTheTeamThatAnswers() {
    wire.put("/debt/rules", Map.of("what", "rate", "value", "90 EUR"));
    assertEquals("EUR", wire.get("/debt/1").get("currency").asString());
    wire.put("/debt/rules", Map.of("what", "rate", "value", "50 USD", "place", "team:harbour"));
    assertEquals("USD", wire.get("/debt/1").get("currency").asString(), "its team's rate");
    assertEquals("EUR", wire.get("/debt/2").get("currency").asString());
    JsonNode waits = wire.get("/debt/stakeholders").at("/sums/2/costs/money/0");
    assertEquals(540, waits.get("high").asDouble());
    String page = ship.get("/debt/stakeholders").body();
    assertTrue(page.contains("360–540 EUR + "), page);
    List<String> table = ship.get("/debt.csv?sort=title").body().lines().toList();
    assertTrue(
        table
            .get(0)
            .strip()
            .endsWith("costs_low,costs_high,basis,cases,share,money_low,money_high,currency"));
    assertTrue(
        table.get(1).strip().endsWith("4.00,6.00,estimate,0,1.0000,360.00,540.00,EUR"),
        table.get(1));
    assertTrue(table.get(2).contains(",measured,12,"), table.get(2));
    assertTrue(table.get(3).strip().endsWith("unknown,,,,,"), table.get(3));
    ship.post("/teams", "title=Pier");
    ship.post("/catalog", "title=Front&owner=pier&repository=shop");
    assertEquals("EUR", wire.get("/debt/1").get("currency").asString(), "two teams answer");
  }
}
