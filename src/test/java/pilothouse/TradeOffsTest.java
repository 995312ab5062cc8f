package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pilothouse.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;

/**
 * Trade-off rules: when they fire, what they touch, who is exempt, and when nothing can be told.
 */
@OnBothDatabases
class TradeOffsTest {
  private final Tide tide = new Tide(Village.NOW);
  private final Ship ship = Ship.at(tide);
  private final Wire wire = new Wire(ship);
  private final Quay quay = Quay.of(ship);

  @AfterEach
  void stops() {
    ship.close();
  }

  private JsonNode rules(String place) {
    return wire.get("/decisions/rules?place=" + place);
  }

  @Practice({"C2", "C11"})
  @Test
  void aBurntBudgetFiresTheRuleWhichNamesTheWorkThatItHolds() {
    quay.objective().answers(Village.NOW, 10, 9_995).work(Village.NOW);
    String bet = new Wagering(ship).say("/bets", bet("system:checkout")).at("/bet/id").asString();
    wire.put("/bets/" + bet + "/stage", Map.of("stage", "committed", "why", "It pays"));
    String one = quay.decided("system:checkout");
    wire.put(one + "/rules", Quay.rule());
    assertEquals(List.of(), wire.found("decision-rule-fires"), "half of the budget is left");
    assertFalse(rules("system:checkout").get("held").asBoolean());
    assertEquals("off", rules("system:checkout").at("/rules/0/state").asString());
    tide.rise(Duration.ofDays(1));
    quay.answers(tide.instant(), 1, 9_000);
    assertEquals(
        List.of(
            "The rule of D-1 Reliability or speed is on with −855 % on 2 Nov 2026: Checkout"
                + " answers: budget left of checkout below 0 % for a point. It holds: Reliability"
                + " first."
                + " It touches !34 Faster lanes; Pay by card; PROJ-12 Late ferry."),
        wire.found("decision-rule-fires"));
    JsonNode told = rules("system:checkout");
    assertTrue(told.get("held").asBoolean());
    assertFalse(told.get("unknown").asBoolean());
    JsonNode rule = told.at("/rules/0");
    assertEquals("on", rule.get("state").asString());
    assertEquals(3, rule.get("work").size());
    assertTrue(rule.get("receipt").asString().startsWith("/objectives/answers"), rule.toString());
    assertEquals(200, ship.get(rule.get("receipt").asString()).statusCode());
    String page = ship.get(one).body();
    assertTrue(
        page.contains("!34 Faster lanes") && page.contains("−855 % on 2 Nov 2026</a>"), page);
    assertTrue(ship.get("/decisions/rules").body().contains("PROJ-12 Late ferry"));
    assertFalse(page.contains("PROJ-99"), "what is elsewhere is not touched");
    wire.put(one + "/reopen", Map.of("why", "Another budget"));
    assertEquals(List.of(), wire.found("decision-rule-fires"), "it is not in force");
    assertEquals(0, rules("system:checkout").get("rules").size());
  }

  private static Map<String, String> bet(String place) {
    return Map.of(
        "title", "Pay by card", "problem", "p", "success", "s", "tradeoff", "t", "place", place);
  }

  @Practice("C11")
  @Test
  void aRunningRolloutIsHeldAndAWarningHoldsNothing() {
    quay.objective().answers(Village.NOW, 10, 9_000).work(Village.NOW);
    String one = quay.decided("organisation");
    wire.put(one + "/rules", Quay.rule("touches", "rollouts"));
    assertTrue(
        wire.found("decision-rule-fires").getFirst().endsWith("It touches checkout 4f5d127."),
        wire.found("decision-rule-fires").toString());
    assertTrue(rules("system:checkout").get("held").asBoolean(), "it holds within its place");
    int number = rules("organisation").at("/rules/0/number").asInt();
    wire.put(one + "/rules", Quay.rule("touches", "plans", "force", "warns"));
    assertEquals(2, wire.found("decision-rule-fires").size());
    wire.put(one + "/rules/" + number + "/end", Map.of("why", "It was too strict"));
    JsonNode told = rules("system:checkout");
    assertFalse(told.get("held").asBoolean());
    assertTrue(told.get("warned").asBoolean());
    wire.refused(404, one + "/rules/" + number + "/end", Map.of("why", "again"));
  }

  @Practice("C2")
  @Test
  void anExemptionIsNamedWhileItRunsAndToldWhenItEnds() {
    quay.objective().answers(Village.NOW, 10, 9_000).work(Village.NOW);
    ship.post("/teams", "title=Harbour");
    String one = quay.decided("organisation");
    wire.put(one + "/rules", Quay.rule());
    int of = wire.get("/decisions/rules").at("/rules/0/number").asInt();
    Map<String, Object> exempt =
        Map.of(
            "of", String.valueOf(of),
            "what", "Tax change",
            "system", "checkout",
            "why", "The law says so",
            "owner", "Harbour",
            "day", "2026-11-12");
    assertTrue(
        wire.refused(422, one + "/exemptions", Quay.with(exempt, "day", "2027-02-01"))
            .contains("more than 90 days"));
    wire.put(one + "/exemptions", exempt);
    assertFalse(rules("system:checkout").get("held").asBoolean(), "that one is exempt");
    assertTrue(rules("organisation").get("held").asBoolean(), "all others are not");
    assertTrue(
        wire.found("decision-rule-fires")
            .getFirst()
            .endsWith("Exempt until 12 Nov 2026: checkout: Tax change."));
    assertTrue(ship.get(one).body().contains("checkout: Tax change (Harbour, until 12 Nov 2026)"));
    tide.rise(11);
    quay.answers(tide.instant(), 11, 9_000);
    assertTrue(rules("system:checkout").get("held").asBoolean());
    assertEquals(
        List.of(
            "The exemption of checkout: Tax change from D-1 Reliability or speed ended on 12 Nov"
                + " 2026."),
        wire.found("decision-exemption-ended"));
    wire.put(one + "/exemptions", Quay.with(exempt, "day", "2026-12-01"));
    assertEquals(List.of(), wire.found("decision-exemption-ended"), "it goes on");
  }

  @Practice("C2")
  @Test
  void aRuleWhoseNumberTellsNothingSaysSoAndIsNeverGreen() {
    String one = quay.decided("organisation");
    Wagering says = new Wagering(ship);
    for (int day = 10; day > 0; day--) {
      says.fact("price", "organisation", Village.NOW.minus(Duration.ofDays(day)), 1);
    }
    wire.put(
        one + "/rules",
        Quay.rule("gauge", "price@organisation", "side", "above", "value", "5", "points", "3"));
    assertEquals(List.of(), wire.found("decision-rule-unknown"));
    tide.rise(30);
    assertEquals(
        List.of(
            "The rule of D-1 Reliability or speed cannot be evaluated (Price of the organisation above 5 min for 3"
                + " points in a row): Price was last told on 1 Nov 2026."),
        wire.found("decision-rule-unknown"));
    assertTrue(rules("organisation").get("unknown").asBoolean());
    says.fact("price", "organisation", tide.instant(), 9);
    tide.rise(Duration.ofMinutes(2));
    assertEquals("off", rules("organisation").at("/rules/0/state").asString());
    gone(one);
    assertTrue(
        wire.found("decision-rule-unknown")
            .toString()
            .contains("Nobody tells of none@organisation"));
    String page = ship.get("/decisions/rules").body();
    assertTrue(page.contains("Nobody tells of none@organisation any more."), page);
  }

  /** A rule as it stands once nobody knows its number any more. */
  private void gone(String one) {
    ship.storage()
        .write(rows -> {
          rows.execute(
              """
              insert into decision_turn (decision, number, kind, about, words, day, at, who, who_name)
              select decision, 99, kind, replace(about, 'price@', 'none@'), words, day, at, who,
                who_name
              from decision_turn where kind = 'rule'
              """);
          return one;
        });
  }

  @Test
  void whatMakesNoSenseIsRefusedWithTheMend() {
    wire.put("/decisions", Map.of("title", "t", "question", "q", "options", List.of("A")));
    String open = "/decisions/1";
    quay.objective().work(Village.NOW);
    assertEquals("D-1 is not in force.", wire.refused(409, open + "/rules", Quay.rule()));
    String one = quay.decided("system:checkout");
    String path = one + "/rules";
    assertTrue(wire.refused(422, path, Quay.rule("gauge", "x@y")).contains("no number “x@y”"));
    assertTrue(wire.refused(422, path, Quay.rule("value", "much")).contains("“much” is no amount"));
    wire.refused(422, path, Quay.rule("force", "shouts"));
    wire.refused(422, path, Quay.rule("touches", "people"));
    wire.refused(422, path, Quay.rule("side", "beside"));
    assertEquals("“then” is empty.", wire.refused(422, path, Quay.rule("then", " ")));
    wire.refused(422, path, Quay.rule("then", "x".repeat(301)));
    wire.refused(422, path, Quay.with(Quay.rule(), "points", "101"));
    assertTrue(
        wire.refused(422, one + "/exemptions", Map.of("of", "77", "what", "x"))
            .contains("“77” is no rule"));
    assertEquals(422, ship.get("/api/v1/decisions/rules?place=system:nowhere").statusCode());
    for (int i = 0; i < 20; i++) {
      wire.put(path, Quay.rule("value", String.valueOf(-i)));
    }
    assertEquals("It has 20 already.", wire.refused(409, path, Quay.rule("value", "-99")));
    assertEquals(20, wire.get(one).get("bound").size());
    assertEquals("unknown", rules("system:checkout").at("/rules/0/state").asString());
  }
}
