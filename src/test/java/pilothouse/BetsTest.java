package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Bets: their brief, how they are chosen, and what is tried first; as programs and pages see it.
 */
class BetsTest {
  private final Tide tide = new Tide(Village.NOW);
  private final Ship ship = Ship.at(tide);
  private final Wagering says = new Wagering(ship);

  @AfterEach
  void stops() {
    ship.close();
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.asString()));
    return texts;
  }

  private List<String> order(String rubric) {
    List<String> order = new ArrayList<>();
    says.look("/bets/scores?rubric=" + rubric)
        .get("lines")
        .forEach(line -> order.add(line.get("rank").asInt() + " " + line.get("title").asString()));
    return order;
  }

  private List<String> findings() {
    return ship.found().stream().map(one -> one.kind() + " " + one.says()).toList();
  }

  /** So that rubrics get a track record: by the rubric that a bet was scored by last. */
  @Test
  void aPredictionCountsForTheRubricOfTheLastScoring() {
    says.fact("codes", "organisation", Village.NOW.minusSeconds(86_400), 41);
    String bet = says.bet("Changes wait");
    assertTrue(says.page("/bets/" + bet).contains("counts for no rubric’s record until it is"));
    assertEquals(
        "How sure: “180” is no number from 0 to 100.",
        says.refused(
            "/bets/" + bet + "/predictions",
            Map.of(
                "gauge", "codes@organisation",
                "expect", "up",
                "effect", "2026-11-03",
                "judged_on", "2027-01-31",
                "probability", "180")));
    assertEquals("", rubric(bet));
    says.score(bet, "wsjf", Map.of("value", "5"));
    assertEquals("wsjf", rubric(bet));
    says.score(bet, "rice", Map.of("reach", "5"));
    assertEquals("rice", rubric(bet));
    String page = says.page("/bets/" + bet);
    assertTrue(page.contains("from now on counts for the record of RICE, by which it was"), page);
    assertTrue(page.contains("predicted of the bet after this counts for the record of WSJF"));
    String record = says.page("/verdicts");
    assertTrue(record.contains("RICE"));
    assertTrue(record.contains("the one that the bet was scored by last when it was predicted"));
    assertTrue(says.page("/rubrics/rice").contains("counts predictions of bets that were scored"));
  }

  /** A known rubric is told by its formula, not by criteria with weights that it has none of. */
  @Test
  void aKnownRubricIsToldByItsFormula() {
    String page = says.page("/rubrics");
    assertTrue(page.contains("Reach × impact × confidence ÷ effort."), page);
    assertFalse(page.contains("Reach × 1"), page);
  }

  private String rubric(String bet) {
    tide.rise(java.time.Duration.ofMinutes(1));
    JsonNode predictions =
        says.say(
                "/bets/" + bet + "/predictions",
                Map.of(
                    "gauge", "codes@organisation",
                    "expect", "up",
                    "effect", "2026-11-03",
                    "judged_on", "2027-01-31",
                    "probability", "80"))
            .get("predictions");
    String id = predictions.get(predictions.size() - 1).get("id").asString();
    return says.look("/verdicts/" + id).findValue("rubric").asString();
  }

  @Test
  @Practice("M1")
  void exactlyTheProblemSuccessAndTheTradeOffAreRequired() {
    Map<String, String> whole = Map.of("problem", "Queues", "success", "None", "tradeoff", "Cost");
    for (String left : whole.keySet()) {
      Map<String, String> less = new java.util.TreeMap<>(whole);
      less.put(left, " ");
      String why = says.refused("/bets", less);
      assertTrue(why.endsWith("is missing."), why);
    }
    JsonNode kept = says.say("/bets", whole);
    assertEquals("Queues", kept.at("/bet/title").asString());
    assertEquals("proposed", kept.at("/bet/stage").asString());
    assertTrue(says.page("/bets/" + kept.at("/bet/id").asString()).contains("Trade-off"));
  }

  @Test
  @Practice({"M7", "B4"})
  void whatIsMissingOfMoneyAndScopeIsSaid() {
    String bare = says.bet("Boarding takes long");
    String page = says.page("/bets/" + bare);
    assertTrue(page.contains("Nothing was cut"), page);
    assertTrue(page.contains("Its cost has no amount"));
    assertTrue(page.contains("The opportunity has no amount of money"));
    assertTrue(page.contains("What customers will notice is not said"));
    Map<String, String> whole =
        Map.of(
            "problem", "Boarding takes long",
            "success", "Half",
            "tradeoff", "Fewer seats",
            "smallest", "One pier",
            "cut", "The other piers",
            "cost", "20,000 euros",
            "opportunity", "much",
            "impact", "Guests board sooner");
    JsonNode told = says.say("/bets/" + bare, whole);
    assertEquals(List.of("The opportunity has no amount of money."), texts(told.get("warnings")));
    Map<String, String> rich = new java.util.TreeMap<>(whole);
    rich.put("opportunity", "90,000 euros a year");
    assertEquals(List.of(), texts(says.say("/bets/" + bare, rich).get("warnings")));
  }

  @Test
  @Practice("B1")
  void scoresAreExactKeptAndCompared() {
    String one = says.bet("Queues at the pier");
    String two = says.bet("Lost tickets");
    Map<String, String> golden =
        Map.of("reach", "5000", "impact", "2", "confidence", "80", "effort", "2");
    says.score(one, "rice", golden);
    says.score(two, "rice", golden);
    JsonNode ranked = says.look("/bets/scores");
    assertEquals(4_000, ranked.at("/lines/0/value/likely").asDouble());
    assertEquals(1, ranked.at("/lines/1/rank").asInt(), "the same answers have the same rank");
    says.score(
        two, "rice", Map.of("reach", "5000", "impact", "2", "confidence", "50", "effort", "2"));
    assertEquals(List.of("1 Queues at the pier", "2 Lost tickets"), order("rice"));
    JsonNode scores = says.look("/bets/" + two).get("scores");
    assertEquals(2, scores.size(), "the scoring before is kept");
    assertEquals(
        "Confidence in percent 80 50",
        scores.at("/0/changes/0/criterion").asString()
            + " "
            + scores.at("/0/changes/0/before").asString()
            + " "
            + scores.at("/0/changes/0/after").asString());
    assertEquals(1, scores.get(0).get("changes").size());
    assertEquals("you", scores.at("/1/by").asString());
    assertFalse(scores.at("/1/at").asString().isEmpty());
    JsonNode tip = says.look("/bets/scores").at("/tippings/0");
    assertEquals(0.375, tip.get("share").asDouble(), 0.001);
    assertTrue(says.page("/bets/scores").contains(tip.get("says").asString().substring(0, 10)));
    assertTrue(
        ship.get("/bets/scores.csv").body().contains(",Queues at the pier,proposed,4000.0,4000.0"));
  }

  @Test
  @Practice("B3")
  void rangesAreCarriedThroughAndWhatIsMissingIsUnknown() {
    String bet = says.bet("Fog stops the ferry");
    Map<String, String> said = new java.util.TreeMap<>();
    said.put("value_per_week", "1000 2000 4000");
    said.put("probability", "1 5 10");
    said.put("loss", "50000 100000 200000");
    says.score(bet, "delay", said);
    JsonNode line = says.look("/bets/scores?rubric=delay").at("/lines/0");
    assertEquals(0, line.get("rank").asInt());
    assertEquals("unknown", line.get("score").asString());
    assertEquals("[\"Duration in weeks\"]", line.get("missing").toString());
    assertEquals("7,000 (1,500 to 24,000)", line.get("per_week").asString());
    said.put("duration", "2 4 8");
    says.score(bet, "delay", said);
    line = says.look("/bets/scores?rubric=delay").at("/lines/0");
    assertEquals("1,750 (188 to 12,000)", line.get("score").asString());
    assertTrue(says.page("/bets/scores?rubric=delay").contains("1,750 (188 to 12,000)"));
    String why =
        says.refused(
            "/bets/" + bet + "/scores",
            Map.of("rubric", "rice", "answers", Map.of("impact", "4", "effort", "0.2")));
    assertTrue(why.contains("Impact is 3 or 2 or 1 or 0.5 or 0.25."), why);
    assertTrue(why.contains("Effort in person-months is 0.5 at least."), why);
  }

  @Test
  @Practice("B2")
  void anotherCriterionRanksAnewAndIsWrittenDown() {
    JsonNode rubric =
        says.say("/rubrics", Map.of("name", "Debt", "criteria", "Risk; 2\nCost; 1; against"));
    String id = rubric.at("/rubric/id").asString();
    String old = says.bet("Old scheduler");
    String slow = says.bet("Slow tests");
    says.score(old, id, Map.of("risk", "5", "cost", "3"));
    says.score(slow, id, Map.of("risk", "3", "cost", "2"));
    assertEquals(List.of("1 Old scheduler", "2 Slow tests"), order(id));
    Map<String, String> more =
        Map.of(
            "name", "Debt",
            "criteria", "Risk; 2\nCost; 1; against\nCustomer impact; 3",
            "why", "Customers come first");
    JsonNode changed = says.say("/rubrics/" + id, more);
    assertEquals(2, changed.at("/rubric/version").asInt());
    assertEquals(List.of("0 Old scheduler", "0 Slow tests"), sorted(order(id)));
    says.score(old, id, Map.of("risk", "5", "cost", "3", "customer_impact", "1"));
    says.score(slow, id, Map.of("risk", "3", "cost", "2", "customer_impact", "5"));
    assertEquals(List.of("1 Slow tests", "2 Old scheduler"), order(id));
    String journal = ship.get("/api/v1/journal?kind=rubric").body();
    assertTrue(journal.contains("Customers come first"), journal);
    assertTrue(journal.contains("Old scheduler > Slow tests"), journal);
    says.say(
        "/rubrics/" + id,
        Map.of("name", "Debt", "criteria", "Risk; 9\nCost; 1; against", "why", "Risk alone"));
    assertEquals(List.of("1 Old scheduler", "2 Slow tests"), order(id));
    assertTrue(
        says.page("/rubrics/" + id).contains("The order before: Slow tests &gt; Old scheduler."));
  }

  private static List<String> sorted(List<String> texts) {
    return texts.stream().sorted().toList();
  }

  @Test
  @Practice("B5")
  void aLargeRewriteNeedsASpikeAndASpikeHasAnEnd() {
    String bet =
        says.say(
                "/bets",
                Map.of(
                    "problem", "Booking is old",
                    "success", "It is new",
                    "tradeoff", "A year",
                    "rewrite", "yes"))
            .at("/bet/id")
            .asString();
    String flagged =
        "rewrite-without-spike The large rewrite “Booking is old” has no answered spike.";
    assertTrue(findings().contains(flagged), findings().toString());
    String spike =
        says.say(
                "/spikes",
                Map.of("question", "Can one route move?", "due", "2026-11-09", "decision", "ADR 7"))
            .at("/probe/id")
            .asString();
    assertFalse(overdue("Can one route move?"));
    tide.rise(8);
    assertTrue(overdue("Can one route move?"), findings().toString());
    assertTrue(says.page("/spikes").contains("Its timebox ended on 9 Nov 2026 without an answer"));
    says.say("/spikes/" + spike + "/answer", Map.of("answer", "Yes, in three days"));
    assertFalse(overdue("Can one route move?"));
    assertTrue(findings().contains(flagged), "it answers a question of nothing yet");
    says.say("/spikes/" + spike + "/link", Map.of("bet", bet, "decision", "ADR 7"));
    assertFalse(findings().contains(flagged));
    assertTrue(says.page("/bets/" + bet).contains("Yes, in three days"));
    says.refused("/spikes/" + spike + "/answer", Map.of("answer", "No"));
  }

  private boolean overdue(String what) {
    return ship.found().stream()
        .anyMatch(one -> one.kind().equals("promise-overdue") && one.says().contains(what));
  }

  @Test
  @Practice("C14")
  void committingWithoutATechnicalNoteIsAFinding() {
    String bet = says.bet("Tickets on paper");
    String flagged =
        "bet-without-technical-note “Tickets on paper” was committed to without a technical note.";
    assertFalse(findings().contains(flagged));
    says.say("/bets/" + bet + "/stage", Map.of("stage", "committed", "why", "Season begins"));
    assertTrue(findings().contains(flagged));
    says.say("/bets/" + bet + "/notes", Map.of("note", "The printer speaks PDF alone"));
    assertFalse(findings().contains(flagged));
    JsonNode turns = says.look("/bets/" + bet).get("turns");
    assertEquals("technical note", turns.at("/0/kind").asString());
    assertEquals("Season begins", turns.at("/1/words").asString());
    String why = says.refused("/bets/" + bet + "/stage", Map.of("stage", "done", "why", "x"));
    assertTrue(why.contains("running, proposed, dropped"), why);
    says.refused("/bets/" + bet + "/stage", Map.of("stage", "running"));
  }

  @Test
  void whatADroppedBetPredictedIsWithdrawnAndSaysSo() {
    says.fact("codes", "organisation", Village.NOW.minusSeconds(86_400), 41);
    String forum =
        says.say("/forums", Map.of("title", "Bridge", "kind", "review")).findValue("id").asString();
    String bet = says.bet("Tickets on paper");
    says.say(
        "/bets/" + bet + "/predictions",
        Map.of(
            "gauge", "codes@organisation",
            "expect", "up",
            "effect", "2026-11-02",
            "judged_on", "2027-02-01",
            "probability", "60",
            "forum", forum));
    assertEquals("Bridge", says.look("/track-record").at("/forums/0/name").asString());
    says.refused(
        "/bets/" + bet + "/predictions",
        Map.of(
            "gauge", "codes@organisation",
            "expect", "up",
            "effect", "2026-11-02",
            "judged_on", "2027-02-01",
            "forum", "Mara Lind"));
    says.say("/bets/" + bet + "/stage", Map.of("stage", "dropped", "why", "No paper left"));
    String page = says.page("/bets/" + bet);
    assertTrue(page.contains("Withdrawn before its day"), page);
    assertTrue(page.contains("No paper left"), page);
    assertEquals(1, says.look("/track-record").at("/forums/0/withdrawn").asInt());
    tide.rise(100);
    ship.rounds();
    assertEquals(List.of(), findings().stream().filter(one -> one.contains("verdict")).toList());
  }

  @Test
  @Practice("M4")
  void anAssumptionHasATestAndADay() {
    String bet = says.bet("Nobody finds the pier");
    String path = "/bets/" + bet + "/assumptions";
    assertEquals(
        "How it is tested is missing.",
        says.refused(path, Map.of("question", "Guests read signs", "due", "2026-11-16")));
    String id =
        says.say(
                path,
                Map.of(
                    "question", "Guests read signs",
                    "test", "Ask twenty guests",
                    "due", "2026-11-16"))
            .at("/probe/id")
            .asString();
    String page = says.page("/bets/" + bet);
    assertTrue(
        page.contains("Test: Ask twenty guests") && page.contains("until 16 Nov 2026"), page);
    tide.rise(15);
    assertTrue(overdue("Guests read signs"));
    says.say(
        "/assumptions/" + id + "/answer",
        Map.of("verdict", "broke", "answer", "Two of twenty did"));
    assertFalse(overdue("Guests read signs"));
    assertTrue(says.page("/bets/" + bet).contains("It did not hold"));
  }
}
