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
import pilothouse.evidence.facts.Outcome;
import pilothouse.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;

/** Standards: which systems are as they want them, by hand, by a number, and by what happened. */
@OnBothDatabases
class StandardsTest {
  private static final Map<String, Object> BY_HAND =
      Map.of(
          "kind", "hand",
          "says", "Each system has a runbook",
          "owner", "Harbour",
          "day", "2026-12-01");

  private final Tide tide = new Tide(Village.NOW);
  private final Ship ship = Ship.at(tide);
  private final Wire wire = new Wire(ship);
  private final Quay quay = Quay.of(ship);

  @BeforeEach
  void declares() {
    ship.post("/teams", "title=Harbour");
    ship.post("/catalog", "title=Checkout");
    ship.post("/catalog", "title=Search");
  }

  @AfterEach
  void stops() {
    ship.close();
  }

  private JsonNode standard() {
    return wire.get("/decisions/standards").get(0);
  }

  private static String state(JsonNode standard, String system) {
    return standard
        .get("systems")
        .valueStream()
        .filter(one -> one.get("system").asString().equals(system))
        .findFirst()
        .orElseThrow()
        .get("state")
        .asString();
  }

  private static void counts(int conform, int deviate, int unknown, JsonNode standard) {
    List<Integer> found =
        List.of(
            standard.get("conform").asInt(),
            standard.get("deviate").asInt(),
            standard.get("unknown").asInt());
    assertEquals(List.of(conform, deviate, unknown), found, standard.toString());
  }

  @Practice("C10")
  @Test
  void byHandASystemIsUnknownUntilSomebodyLooksAndAgainWhenThatRanOut() {
    String one = quay.decided("organisation");
    wire.put(one + "/standards", BY_HAND);
    counts(0, 0, 2, standard());
    assertEquals(1, wire.found("standard-unknown").size());
    String number = standard().get("number").asString();
    Map<String, Object> seen =
        Map.of(
            "standard", number,
            "system", "checkout",
            "result", "conforms",
            "evidence", "https://wiki.example/runbook",
            "day", "2026-12-15");
    wire.put(one + "/checks", seen);
    wire.put(one + "/checks", Quay.with(seen, "system", "search", "result", "deviates"));
    counts(1, 1, 0, standard());
    assertEquals(
        List.of(
            "One system deviates from the standard D-1 Reliability or speed (Each system has a"
                + " runbook): search."),
        wire.found("standard-deviation"));
    String page = ship.get("/decisions/standards").body();
    assertTrue(page.contains("href=\"https://wiki.example/runbook\""), page);
    assertTrue(page.contains("Looked at on 2 Nov 2026, believed until 15 Dec 2026"), page);
    assertTrue(page.contains("Known since 2 Nov 2026; nobody can say how it was two"), page);
    assertFalse(page.contains("Did not two weeks ago"), "nobody looked then");
    tide.rise(Duration.ofDays(40));
    assertEquals(List.of(), wire.found("standard-deviation"), "it does no longer newly");
    tide.rise(Duration.ofDays(10));
    counts(0, 0, 2, standard());
    wire.put(one + "/exemptions", exempt(number, "search", "2027-01-10"));
    assertEquals("Replaced soon", exempted("search"));
    wire.put(
        one + "/checks",
        Quay.with(seen, "system", "search", "result", "deviates", "day", "2027-01-15"));
    assertEquals(List.of(), wire.found("standard-deviation"), "it is exempt");
    tide.rise(Duration.ofDays(20));
    assertTrue(wire.found("decision-exemption-ended").getFirst().contains("search: Replaced soon"));
    assertEquals(1, wire.get("/decisions/standards?place=system:search").at("/0/systems").size());
  }

  @Practice("C10")
  @Test
  void newlyIsSaidOnlyWhereSomebodySawItHeldTwoWeeksAgo() {
    String one = quay.decided("organisation");
    wire.put(one + "/standards", Quay.with(BY_HAND, "day", "2027-03-01"));
    Map<String, Object> seen =
        Map.of(
            "standard", standard().get("number").asString(),
            "system", "search",
            "result", "conforms",
            "evidence", "/systems",
            "day", "2027-01-15");
    wire.put(one + "/checks", seen);
    tide.rise(Duration.ofDays(5));
    wire.put(one + "/checks", Quay.with(seen, "result", "deviates"));
    assertTrue(wire.found("standard-deviation").getFirst().startsWith("One system deviates"));
    assertEquals("2026-11-07", deviating().get("since").asString());
    tide.rise(Duration.ofDays(10));
    assertTrue(wire.found("standard-deviation").getFirst().startsWith("One system newly deviates"));
    assertTrue(deviating().get("since").isNull(), deviating().toString());
    assertTrue(ship.get("/decisions/standards").body().contains("Did not two weeks ago"));
  }

  private JsonNode deviating() {
    return standard().at("/systems/0");
  }

  private static Map<String, Object> exempt(String of, String system, String day) {
    return Map.of(
        "of",
        of,
        "what",
        "Replaced soon",
        "system",
        system,
        "why",
        "No use",
        "owner",
        "Harbour",
        "day",
        day);
  }

  private String exempted(String system) {
    return standard()
        .get("systems")
        .valueStream()
        .filter(one -> one.get("system").asString().equals(system))
        .findFirst()
        .orElseThrow()
        .get("exempt")
        .asString();
  }

  @Practice("C10")
  @Test
  void anExpiredStandardIsFlaggedUntilItIsRenewed() {
    String one = quay.decided("organisation");
    wire.put(one + "/standards", BY_HAND);
    assertEquals(List.of(), wire.found("standard-expired"));
    tide.rise(30);
    assertEquals(
        List.of(
            "The standard D-1 Reliability or speed (Each system has a runbook) was to be looked at"
                + " by 1 Dec 2026."),
        wire.found("standard-expired"));
    assertTrue(standard().get("expired").asBoolean());
    assertTrue(ship.get("/decisions/standards").body().contains("Was due on 1 Dec 2026"));
    String number = standard().get("number").asString();
    wire.refused(
        422, one + "/renewals", Map.of("standard", number, "day", "2026-11-01", "why", "w"));
    wire.put(one + "/renewals", Map.of("standard", number, "day", "2027-05-01", "why", "Still so"));
    assertEquals(List.of(), wire.found("standard-expired"));
    assertEquals("2027-05-01", standard().get("review_on").asString());
    wire.put(one + "/standards/" + number + "/end", Map.of("why", "No more"));
    assertEquals(0, wire.get("/decisions/standards").size());
  }

  @Practice("C10")
  @Test
  void byANumberEachSystemHasItsReceiptAndSilenceIsNeverGreen() {
    String one = quay.decided("organisation");
    Map<String, Object> coverage =
        Quay.with(BY_HAND, "kind", "metric", "metric", "coverage", "side", "least", "value", "80");
    assertTrue(wire.refused(422, one + "/standards", coverage).contains("has a number “coverage”"));
    Wagering says = new Wagering(ship);
    says.fact("coverage", "system:checkout", Village.NOW.minus(Duration.ofDays(20)), 85);
    wire.put(one + "/standards", coverage);
    counts(1, 0, 1, standard());
    assertEquals("conforms", state(standard(), "checkout"));
    assertEquals("unknown", state(standard(), "search"));
    says.fact("coverage", "system:checkout", tide.instant(), 70);
    tide.rise(Duration.ofMinutes(11));
    JsonNode told = standard();
    counts(0, 1, 1, told);
    String receipt = told.at("/systems/0/receipt").asString();
    assertEquals(200, ship.get(receipt).statusCode(), receipt);
    assertTrue(
        wire.found("standard-deviation").getFirst().contains("checkout"),
        wire.found("standard-deviation").toString());
    tide.rise(Duration.ofDays(120));
    counts(0, 0, 2, standard());
    assertTrue(ship.get("/catalog/checkout").body().contains("/decisions/standards?place=system"));
  }

  @Practice("C10")
  @Test
  void byWhatHappenedNothingToldIsUnknown() {
    String one = quay.decided("organisation");
    Map<String, Object> deploys =
        Quay.with(
            BY_HAND,
            "kind",
            "facts",
            "fact",
            "deployments",
            "side",
            "least",
            "value",
            "2",
            "days",
            "30");
    wire.put(one + "/standards", deploys);
    counts(0, 0, 2, standard());
    ship.told(
        List.of(
            deployed("checkout", "a1", 3),
            deployed("checkout", "a2", 5),
            deployed("search", "b1", 4),
            deployed("search", "b2", 45)));
    tide.rise(Duration.ofMinutes(11));
    JsonNode told = standard();
    counts(1, 1, 0, told);
    assertEquals("Deployments to production: 1 in 30 days", told.at("/systems/0/says").asString());
    assertEquals(200, ship.get(told.at("/systems/0/receipt").asString()).statusCode());
    wire.put(one + "/standards/" + told.get("number").asString() + "/end", Map.of("why", "w"));
    wire.put(
        one + "/standards", Quay.with(deploys, "fact", "incidents", "side", "most", "value", "0"));
    counts(0, 0, 2, standard());
    assertFalse(ship.get("/decisions/standards").body().contains(">Conforms<"));
  }

  private static pilothouse.evidence.facts.Deployment deployed(
      String system, String revision, int days) {
    return Quay.deployment(
        system, revision, Village.NOW.minus(Duration.ofDays(days)), Outcome.SUCCESS);
  }

  @Test
  void whatMakesNoSenseIsRefusedWithTheMend() {
    wire.put("/decisions", Map.of("title", "t", "question", "q", "options", List.of("A")));
    assertEquals("D-1 is not in force.", wire.refused(409, "/decisions/1/standards", BY_HAND));
    String one = quay.decided("organisation");
    String path = one + "/standards";
    wire.refused(422, path, Quay.with(BY_HAND, "kind", "guess"));
    wire.refused(422, path, Quay.with(BY_HAND, "day", "2026-11-01"));
    wire.refused(422, path, Quay.with(BY_HAND, "day", "2028-11-01"));
    wire.refused(422, path, Quay.with(BY_HAND, "owner", "Nobody known"));
    wire.refused(422, path, Quay.with(BY_HAND, "says", ""));
    wire.refused(422, path, Quay.with(BY_HAND, "kind", "facts", "fact", "smiles", "value", "1"));
    wire.refused(422, path, Quay.with(BY_HAND, "kind", "facts", "value", "-1", "side", "most"));
    wire.refused(422, path, Quay.with(BY_HAND, "kind", "facts", "value", "1", "days", "9999"));
    wire.refused(422, path, Quay.with(BY_HAND, "kind", "metric", "metric", "@x", "value", "1"));
    wire.put(path, BY_HAND);
    Map<String, Object> seen =
        Map.of(
            "standard", standard().get("number").asString(),
            "system", "checkout",
            "result", "conforms",
            "evidence", "/systems",
            "day", "2026-12-15");
    String checks = one + "/checks";
    wire.refused(422, checks, Quay.with(seen, "system", "nowhere"));
    wire.refused(422, checks, Quay.with(seen, "result", "unknown"));
    for (String bad : List.of("javascript:alert(1)", "//evil.example", "wiki", "http:///x y")) {
      assertEquals(
          "What shows it is no address.",
          wire.refused(422, checks, Quay.with(seen, "evidence", bad)));
    }
    wire.refused(422, checks, Quay.with(seen, "standard", "88"));
    wire.refused(
        422, one + "/exemptions", exempt(standard().get("number").asString(), "", "2026-12-01"));
    wire.put(checks, seen);
    assertTrue(ship.get("/journal").body().contains("system held against a standard"));
  }
}
