package pilothouse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pilothouse.evidence.facts.Measurement;
import pilothouse.findings.Finding;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Objectives from OpenSLO to a budget on a page, a finding, and a number to aim at. */
class ObjectivesTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String PATH = "/api/v1/objectives";
  private static final String SLO =
      """
      apiVersion: openslo/v1
      kind: SLO
      metadata: {name: answers, displayName: Checkout answers}
      spec:
        service: checkout
        indicator:
          metadata: {name: web}
          spec: {ratioMetric: {counter: false, good: {metricSource: {type: Prometheus, spec: {query: sum(good)}}}, total: {}}}
        timeWindow: [{duration: 28d, isRolling: true}]
        budgetingMethod: Occurrences
        objectives: [{target: 0.999}]
      """;
  private final Tide tide = new Tide(Village.NOW);
  private final Ship ship = Ship.at(tide);

  @AfterEach
  void stops() {
    ship.close();
  }

  @Practice("F3")
  @Test
  void whatIsLeftOfABudgetStandsOnItsPageWithItsReceipt() {
    assertEquals(1, taken(SLO).get("added").asInt());
    JsonNode silent = one();
    assertEquals("unknown", silent.get("state").asString());
    assertTrue(silent.get("remaining").isNull(), "silence is never green");
    String waiting = ship.get("/objectives/answers").body();
    assertTrue(waiting.contains("Nobody has told this number yet"), waiting);
    tell(days(10, 9_995));
    JsonNode told = one();
    assertEquals(0.5, told.get("remaining").asDouble(), 1e-9);
    assertEquals(100, told.get("allowed").asDouble(), 1e-6);
    assertEquals(2_419.2, told.get("budget_seconds").asDouble(), 1e-9);
    assertEquals(0.9995, told.get("good").asDouble(), 1e-12);
    String page = ship.get("/objectives/answers").body();
    assertTrue(page.contains(">50 %</a>"), page);
    assertTrue(
        page.contains("50 of 100,000 were bad in its window; up to 100 of them may be."), page);
    assertTrue(page.contains("/measured/web-good?scope=system:checkout"), "down to what was told");
    assertTrue(page.contains("99.95 %") && page.contains("40 min 19.2 s"), page);
    assertEquals(200, ship.get("/measured/web-good?scope=system:checkout").statusCode());
    assertTrue(ship.get("/objectives").body().contains("50 % of the budget left"));
    assertEquals(List.of(), found());
  }

  @Practice("F3")
  @Test
  void theSameReportTwiceIsOnePointAndTheSameSloOneVersion() {
    taken(SLO);
    assertEquals(1, taken(SLO).get("unchanged").asInt());
    tell(days(10, 9_995));
    double before = one().get("total").asDouble();
    tell(days(10, 9_995));
    assertEquals(before, one().get("total").asDouble());
    assertEquals(1, taken(SLO.replace("0.999", "0.9999")).get("changed").asInt());
    assertEquals(-4, one().get("remaining").asDouble(), 1e-9);
    String page = ship.get("/objectives/answers").body();
    assertTrue(page.contains("Declared on") && page.contains("Changed on"), page);
    String yaml = ship.get("/objectives/answers/openslo.yaml").body();
    assertEquals(1, taken(yaml).get("unchanged").asInt(), "it leaves as it came");
  }

  @Practice("F3")
  @Test
  void anExhaustedBudgetAndOneThatBurnsAreFindings() {
    taken(SLO);
    tell(days(10, 9_980));
    assertEquals(
        List.of(
            "The budget of Checkout answers of checkout is exhausted: 99.8 % was good and 99.9 % is to be within the last 28 days."),
        found());
    assertTrue(ship.get("/objectives").body().contains("class=\"state act\""));
    taken(SLO.replace("0.999", "0.99"));
    List<Measurement> hour = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      hour.addAll(counts(Village.NOW.minusSeconds(60L * i), 8, 10));
    }
    tell(hour);
    assertEquals("burning", one().get("state").asString());
    List<String> found = found();
    assertEquals(1, found.size(), found.toString());
    String page = ship.get("/objectives/answers").body();
    assertTrue(page.contains("<td data-label=\"Now\">Too fast</td>"), "each cell has its heading");
    assertTrue(
        found
            .getFirst()
            .contains("was spent 20 times as fast as it may be over the last 60 minutes"),
        found.toString());
  }

  @Test
  void whatIsNotHeardOfAnyMoreIsAFindingAndNoGreen() {
    taken(SLO);
    List<Measurement> old = new ArrayList<>();
    for (int i = 40; i < 50; i++) {
      old.addAll(counts(Village.NOW.minus(Duration.ofDays(i)), 10, 10));
    }
    tell(old);
    assertEquals("unknown", one().get("state").asString());
    assertTrue(found().getFirst().startsWith("Nobody told numbers of Checkout answers"));
    String page = ship.get("/objectives/answers").body();
    assertTrue(page.contains("class=\"state unknown\""), page);
  }

  @Test
  void whatIsMuchBelowItsTargetHasTheDecimalsOfItsTarget() {
    taken(SLO);
    tell(counts(Village.NOW.minus(Duration.ofDays(1)), 98_490, 100_000));
    String page = ship.get("/objectives").body();
    assertTrue(page.contains(">98.49 %</td>"), page);
    assertTrue(page.contains("Exhausted: 15.1 times the budget was spent"), page);
    assertTrue(receipt().contains(">98.49 %</td>"));
    taken(SLO.replace("0.999", "0.99"));
    assertTrue(ship.get("/objectives").body().contains("Exhausted: 151 % of the budget was spent"));
    taken(SLO.replace("0.999", "0.9"));
    assertTrue(ship.get("/objectives").body().contains(">98 %</td>"), "as its target is said");
  }

  @Test
  void noneOfNoneIsUnknownInItsReceiptToo() {
    taken(SLO);
    tell(counts(Village.NOW.minus(Duration.ofDays(1)), 0, 0));
    assertEquals("unknown", one().get("state").asString());
    String receipt = receipt();
    assertTrue(receipt.contains("1 Nov 2026") && receipt.contains("unknown"), receipt);
    assertFalse(receipt.contains("100 %"), receipt);
    taken(
        SLO.replace("Occurrences", "Timeslices")
            .replace("target: 0.999", "target: 0.999, timeSliceWindow: 1h, timeSliceTarget: 0.9"));
    assertEquals("unknown", one().get("state").asString(), "nor is a slice without anything good");
  }

  @Test
  void theRowsOfItsWindowAddUpWhereTheWindowCutsADay() {
    taken(SLO);
    Instant begins = Village.NOW.minus(Duration.ofDays(28));
    List<Measurement> all = new ArrayList<>(counts(begins.minus(Duration.ofDays(1)), 90, 107));
    all.addAll(counts(begins.minus(Duration.ofHours(1)), 90, 105));
    all.addAll(counts(begins.plus(Duration.ofHours(1)), 90, 103));
    all.addAll(counts(Village.NOW.minus(Duration.ofDays(1)), 90, 101));
    tell(all);
    assertEquals(204, one().get("total").asDouble(), 1e-9);
    String receipt = receipt();
    List<String> cells =
        java.util.regex.Pattern.compile("<(?:td|th scope=\"row\")[^>]*>([^<]*)<")
            .matcher(receipt)
            .results()
            .map(cell -> cell.group(1))
            .toList();
    assertEquals(List.of("1 Nov 2026", "11", "101"), cells.subList(0, 3));
    assertEquals(List.of("from 5 Oct 2026, 09:00", "13", "103"), cells.subList(5, 8));
    assertEquals(List.of("until 5 Oct 2026, 09:00", "15", "105"), cells.subList(10, 13));
    assertEquals(List.of("4 Oct 2026", "17", "107"), cells.subList(15, 18));
    assertTrue(receipt.contains("from 5 Oct 2026, 09:00 on; those rows add up"), receipt);
  }

  /** The rows of the receipt, as its page has them. */
  private String receipt() {
    String page = ship.get("/objectives/answers").body();
    return page.substring(page.indexOf("id=\"receipt\""), page.indexOf("id=\"numbers\""));
  }

  @Test
  void whatNobodyEverToldIsAFindingAfterThreeDays() {
    taken(SLO);
    tide.rise(2);
    assertEquals(List.of(), found(), "it waits for its numbers");
    tide.rise(2);
    assertTrue(
        found().getFirst().contains("nobody has told a number of it yet"), found().toString());
    assertTrue(ship.get("/").body().contains("nobody has told a number of it yet"), "on Today");
  }

  @Test
  void itsShareAndItsBudgetAreNumbersThatOutcomesAndPredictionsMayAimAt() {
    taken(SLO);
    tell(days(30, 9_995));
    HttpResponse<String> share =
        ship.get(
            "/compare?one=objective-answers@system:checkout&other=budget-answers@system:checkout");
    assertEquals(200, share.statusCode());
    assertTrue(share.body().contains("Checkout answers: budget left"), share.body());
    assertTrue(share.body().contains("99.95 %"), share.body());
    assertTrue(share.body().contains("/objectives/answers?from="), "its receipt");
  }

  @Test
  void takenAwayItIsGoneFromPagesAndStaysInTheJournal() {
    taken(SLO);
    HttpResponse<String> bare = ship.post("/objectives/answers/end", "why=");
    assertEquals(422, bare.statusCode());
    assertTrue(
        ship.post("/objectives/answers/end", "why=merged+into+one")
            .body()
            .contains("No objective"));
    assertEquals(404, ship.get("/objectives/answers").statusCode());
    assertTrue(ship.get("/journal").body().contains("objective taken away"));
    assertEquals(1, taken(SLO).get("added").asInt(), "and may come back");
  }

  @Test
  void ofAFileWithGoodAndBadTheGoodIsKept() {
    String other = SLO.replace("name: answers", "name: other").replace("0.999", "2");
    HttpResponse<String> shifted = send(SLO.replace("  service: checkout", "   service: checkout"));
    assertEquals(422, shifted.statusCode());
    assertTrue(
        shifted.body().contains("line 6: its indentation is wrong, or a quote"), shifted.body());
    JsonNode receipt = taken(SLO + "---\n" + other + "---\n" + SLO);
    assertEquals(1, receipt.get("added").asInt());
    assertEquals("other", receipt.get("refused").get(0).get("name").asString());
    assertTrue(
        receipt.get("refused").get(1).get("why").asString().contains("has the same name"),
        receipt.toString());
    HttpResponse<String> none = send("hello");
    assertEquals(422, none.statusCode());
    assertTrue(none.body().contains("apiVersion: openslo/v1"), none.body());
    String page = typed(SLO).body();
    assertTrue(page.contains("1 objective read: 0 new, 0 changed, 1 unchanged, 0 refused."), page);
  }

  @Test
  void whatWasTypedStandsInTheFormAgainWhereAnyOfItIsRefused() {
    String wrong = SLO.replace("0.999", "2");
    HttpResponse<String> none = typed(wrong);
    assertEquals(422, none.statusCode());
    assertTrue(none.body().contains("<h2 id=\"refused\">Refused</h2>"), none.body());
    assertTrue(none.body().contains(wrong.strip() + "\n</textarea>"), none.body());
    assertTrue(none.body().contains("value=\"since spring\""), none.body());
    String other = wrong.replace("name: answers", "name: other");
    HttpResponse<String> some = typed(SLO + "---\n" + other);
    assertEquals(200, some.statusCode());
    assertTrue(some.body().contains(other.strip() + "\n</textarea>"), some.body());
    assertFalse(typed(SLO).body().contains("<textarea"), "all of it was taken");
  }

  private HttpResponse<String> typed(String text) {
    return ship.post("/objectives", "text=" + URLEncoder.encode(text, UTF_8) + "&why=since+spring");
  }

  private List<Measurement> days(int many, int goodOf10000) {
    List<Measurement> all = new ArrayList<>();
    for (int i = 1; i <= many; i++) {
      all.addAll(counts(Village.NOW.minus(Duration.ofDays(i)), goodOf10000, 10_000));
    }
    return all;
  }

  private static List<Measurement> counts(Instant at, double good, double total) {
    return List.of(measured("web-good", at, good), measured("web-total", at, total));
  }

  private static Measurement measured(String metric, Instant at, double value) {
    String scope = "system:checkout";
    return new Measurement(Measurement.key(metric, scope, at), at, metric, scope, at, value, null);
  }

  private void tell(List<Measurement> all) {
    ship.told(all);
  }

  private JsonNode taken(String text) {
    return JSON.readTree(send(text).body());
  }

  private HttpResponse<String> send(String text) {
    return ship.send(
        HttpRequest.newBuilder(ship.at(PATH)).POST(HttpRequest.BodyPublishers.ofString(text)));
  }

  private JsonNode one() {
    return JSON.readTree(ship.get(PATH + "/answers").body());
  }

  private List<String> found() {
    return ship.found().stream()
        .filter(one -> one.kind().startsWith("budget-") || one.kind().startsWith("objective-"))
        .map(Finding::says)
        .toList();
  }
}
