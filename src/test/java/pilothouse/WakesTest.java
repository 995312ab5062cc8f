package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pilothouse.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;

/** A number that opens a decision again: once for each time that it passes its limit. */
@OnBothDatabases
class WakesTest {
  private static final String ONE = "/decisions/1";
  private final Tide tide = new Tide(Village.NOW);
  private final Ship ship = Ship.at(tide);
  private final Wire wire = new Wire(ship);

  @BeforeEach
  void decides() {
    ship.post("/catalog", "title=Checkout");
    tells(3);
    Quay.of(ship).decided("system:checkout");
  }

  @AfterEach
  void stops() {
    ship.close();
  }

  private void tells(double value) {
    tide.rise(Duration.ofMinutes(5));
    ship.told(List.of(Quay.measured("crew", "system:checkout", tide.instant(), value)));
    tide.rise(Duration.ofMinutes(5));
  }

  private JsonNode wake(String value, int points) {
    return wire.put(ONE + "/wakes", limit(value, points));
  }

  private static Map<String, Object> limit(String value, int points) {
    return Map.of(
        "gauge", "crew@system:checkout", "side", "below", "value", value, "points", points);
  }

  private String state() {
    ship.rounds();
    return wire.get(ONE).get("state").asString();
  }

  @Test
  void affirmingHoldsUntilTheNumberWasBackAndPassesAnew() {
    JsonNode woken = wake("5", 1);
    assertEquals("woken", woken.get("state").asString(), "at once, for it is so already");
    assertTrue(
        wire.found("decision-woken")
            .getFirst()
            .contains("A limit was passed with 3 on 2 Nov 2026: Crew of checkout below 5"),
        wire.found("decision-woken").toString());
    wire.put(ONE + "/affirm", Map.of("why", "Ada knows all of it"));
    assertEquals("accepted", state());
    tide.rise(Duration.ofDays(1));
    tells(2);
    assertEquals("accepted", state(), "it did not come back, so that it cannot pass again");
    JsonNode rests = wire.get(ONE).at("/wakes/0");
    assertTrue(rests.get("rests").asBoolean() && rests.get("passed").asBoolean(), rests.toString());
    String page = ship.get(ONE).body();
    assertTrue(page.contains("wakes again once it has been 5 or more and passes it anew"), page);
    tide.rise(Duration.ofDays(1));
    tells(6);
    assertEquals("accepted", state());
    assertFalse(wire.get(ONE).at("/wakes/0/rests").asBoolean());
    assertTrue(ship.get(ONE).body().contains("Its number was back within the limit"));
    tide.rise(Duration.ofDays(1));
    tells(4);
    assertEquals("woken", state(), "it passed anew");
  }

  @Test
  void whatIsPassedByOldPointsIsSaidAtOnce() {
    tells(3);
    tide.rise(Duration.ofDays(1));
    wire.put(ONE + "/reopen", Map.of("why", "Anew"));
    wire.put(ONE + "/choice", Map.of("option", "Speed", "reasons", "r"));
    JsonNode set = wake("5", 2);
    assertEquals("accepted", set.get("state").asString(), "the past wakes nothing");
    assertTrue(set.at("/wakes/0/passed").asBoolean());
    assertEquals("3 on 2 Nov 2026", set.at("/wakes/0/now").asString());
    String receipt = set.at("/wakes/0/receipt").asString();
    assertEquals(200, ship.get(receipt).statusCode(), receipt);
    String page = ship.get(ONE).body();
    assertTrue(page.contains("Passed already; it wakes by points that come from now on"), page);
  }

  @Test
  void theFirstPageShowsTheValueWithItsReceiptAndTheDecisionBeside() {
    wake("5", 1);
    String today = ship.get("/").body();
    String receipt = wire.get(ONE).at("/wakes/0/receipt").asString().replace("&", "&amp;");
    assertTrue(today.contains("<a href=\"" + receipt + "\">3</a>"), today);
    assertTrue(today.contains("<a href=\"" + ONE + "\">look at it</a>"), today);
  }

  @Test
  void theSameIsNotTakenTwice() {
    wake("2", 1);
    assertEquals(
        "It is opened again by that already: Crew of checkout below 2 for a point.",
        wire.refused(409, ONE + "/wakes", limit("2", 1)));
    wake("2", 2);
    wire.put(ONE + "/wakes", Map.of("day", "2026-12-01"));
    wire.refused(409, ONE + "/wakes", Map.of("day", "2026-12-01"));
    Map<String, Object> rule = Quay.rule("gauge", "crew@system:checkout", "value", "2");
    wire.put(ONE + "/rules", rule);
    assertEquals(
        "It has that rule already: Crew of checkout below 2 for a point.",
        wire.refused(409, ONE + "/rules", rule));
  }

  @Test
  void aLimitThatCanNeverBePassedIsRefused() {
    ship.told(List.of(Quay.deployment("checkout", "a1", Village.NOW.minusSeconds(600), null)));
    String lead = "change-fail-rate@system:checkout";
    for (String path : List.of("/wakes", "/rules")) {
      assertEquals(
          "Change fail rate is never below 0 % and never above 100 %: such a limit is passed"
              + " always, or never.",
          wire.refused(
              422,
              ONE + path,
              Quay.rule("gauge", lead, "side", "above", "value", "100").entrySet().stream()
                  .filter(one -> path.equals("/rules") || !one.getKey().matches("then|force"))
                  .collect(
                      java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
    }
    String many = "deployment-frequency@system:checkout";
    Map<String, Object> negative = Quay.rule("gauge", many, "side", "above", "value", "-1");
    assertTrue(wire.refused(422, ONE + "/rules", negative).contains("is never below 0"));
  }
}
