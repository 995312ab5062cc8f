package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pilothouse.findings.Finding;
import tools.jackson.databind.JsonNode;

/** What is tried, what was learned, and the one metric of a quarter. */
class ExperimentsTest {
  private static final String GAUGE = "boarding@organisation";
  private final Tide tide = new Tide(Village.NOW);
  private final Ship ship = Ship.at(tide);
  private final Wagering says = new Wagering(ship);

  @AfterEach
  void stops() {
    ship.close();
  }

  /** A number for each day of so many weeks before now, about 40 minutes with some to and fro. */
  private void measured(int weeks) {
    for (int day = weeks * 7; day > 0; day--) {
      measured(-day, 40 + (day % 5) - (day % 3));
    }
  }

  private void measured(int day, double value) {
    says.fact("boarding", "organisation", Village.NOW.plus(java.time.Duration.ofDays(day)), value);
  }

  private String experiment(Map<String, String> more) {
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "hypothesis", "Lanes by destination shorten boarding",
                "guardrail", "No more missed ferries",
                "due", "2026-12-14"));
    all.putAll(more);
    return says.say("/experiments", all).at("/experiment/id").asString();
  }

  @Test
  @Practice({"G5", "O7"})
  void aResultIsRefusedWithoutAMetricThatWasSaidBefore() {
    measured(13);
    String id = experiment(Map.of());
    Map<String, String> result =
        Map.of(
            "ending", "supported",
            "guarded", "yes",
            "result", "Four minutes less",
            "learned", "Signs are read when they are red",
            "change", "https://code.example/changes/12");
    assertEquals(
        "No metric was said before: a result is not taken.",
        says.refused("/experiments/" + id + "/result", result));
    assertTrue(says.page("/experiments/" + id).contains("Say the metric first"));
    says.refused("/experiments/" + id + "/metric", Map.of("gauge", "none@here", "expect", "down"));
    says.say("/experiments/" + id + "/metric", Map.of("gauge", GAUGE, "expect", "down"));
    says.refused("/experiments/" + id + "/metric", Map.of("gauge", GAUGE, "expect", "up"));
    JsonNode ended = says.say("/experiments/" + id + "/result", result);
    assertEquals("supported", ended.at("/experiment/ending").asString());
    String page = says.page("/experiments/" + id);
    assertTrue(page.contains("href=\"https://code.example/changes/12\""), page);
    assertTrue(page.contains("Signs are read when they are red"));
    says.refused("/experiments/" + id + "/result", result);
    assertTrue(ship.get("/experiments.csv").body().contains("boarding@organisation,down"));
  }

  /** A refusal names the field by its short name and says what is wrong with it. */
  @Test
  void aRefusalSaysWhatIsWrong() {
    Map<String, String> empty = Map.of("hypothesis", "Lanes", "due", "");
    assertEquals("Guardrail is missing. Last day is missing.", says.refused("/experiments", empty));
    var broken =
        ship.send(
            java.net.http.HttpRequest.newBuilder(ship.at("/api/v1/outcomes"))
                .header("Content-Type", "application/json")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{broken")));
    assertEquals(400, broken.statusCode());
    assertTrue(broken.body().contains("is not a JSON object"), broken.body());
  }

  /** The same hypothesis is tried once at a time. */
  @Test
  void oneHypothesisIsOpenOnceAtAPlace() {
    experiment(Map.of());
    String why =
        says.refused(
            "/experiments",
            Map.of(
                "hypothesis", "Lanes by destination shorten boarding",
                "guardrail", "No more missed ferries",
                "due", "2026-12-20"));
    assertEquals("There is one called “Lanes by destination shorten boarding” already.", why);
  }

  private static final String MISSED = "missed-ferries@organisation";

  private void missed(int day, double value) {
    says.fact("missed-ferries", "organisation", Village.NOW.plus(Duration.ofDays(day)), value);
  }

  private String guarded(String side, String limit) {
    missed(-3, 1);
    measured(13);
    return experiment(guardedBy(side, limit));
  }

  private String found() {
    return ship.found().stream()
        .filter(one -> one.kind().equals("experiment-guardrail-broken"))
        .map(Finding::says)
        .collect(Collectors.joining());
  }

  private static final Map<String, String> RESULT =
      Map.of("ending", "supported", "result", "Four minutes less", "learned", "Signs are read");

  @Test
  @Practice("G5")
  void aGuardrailThatIsANumberReadsItself() {
    String id = guarded("above", "2");
    JsonNode guard = says.look("/experiments/" + id).get("guard");
    assertEquals("unknown", guard.get("held").asString(), "what was before it is no news of it");
    assertEquals("must not rise above 2 min", guard.get("limit").asString());
    tide.rise(2);
    missed(2, 3);
    assertEquals(
        "The guardrail of the experiment “Lanes by destination shorten boarding” is broken: "
            + "Missed ferries is 3 min, and must not rise above 2 min.",
        found());
    guard = says.look("/experiments/" + id).get("guard");
    assertEquals("no", guard.get("held").asString());
    assertTrue(says.page(guard.get("page").asString()).contains("Missed ferries"));
    assertTrue(says.page("/experiments/" + id).contains("Broken"));
    tide.rise(1);
    missed(3, 2);
    assertEquals("", found(), "it holds again");
    String page = says.page("/experiments/" + id);
    assertTrue(page.contains("It was beyond its limit on 4 Nov 2026, and came back."), page);
    Map<String, String> said = new HashMap<>(RESULT);
    said.put("guarded", "no");
    assertTrue(says.refused("/experiments/" + id + "/result", said).contains("is read, not said"));
    JsonNode ended = says.say("/experiments/" + id + "/result", RESULT);
    assertEquals("yes", ended.at("/experiment/guarded").asString());
    missed(4, 9);
    tide.rise(4);
    guard = says.look("/experiments/" + id).get("guard");
    assertEquals("2 min", guard.get("value").asString(), "as it was when it ended");
    assertTrue(says.page("/experiments/" + id).contains("Guardrail held"));
    assertEquals("", found());
  }

  @Test
  @Practice("G5")
  void aGuardrailWithoutDataIsUnknownAndABrokenOneStaysSo() {
    String id = guarded("above", "2");
    tide.rise(30);
    says.say("/experiments/" + id + "/result", RESULT);
    assertTrue(says.page("/experiments/" + id).contains("Unknown whether the guardrail held"));
    String other = experiment(guardedBy("below", "1"));
    missed(30, 0);
    tide.rise(1);
    assertTrue(found().contains("must not fall below 1 min"), found());
    says.say("/experiments/" + other + "/result", RESULT);
    assertEquals("", found(), "what is over needs nobody");
    assertTrue(says.page("/experiments/" + other).contains("Guardrail broken"));
    assertTrue(says.page("/experiments").contains("Guardrail broken"));
    says.refused("/experiments", wrong("guard_limit", "soon"));
    says.refused("/experiments", wrong("guard_gauge", "none@here"));
    says.refused("/experiments", wrong("guard_gauge", ""));
    says.refused("/experiments", wrong("guard_side", "beside"));
  }

  private static Map<String, String> guardedBy(String side, String limit) {
    return Map.of(
        "gauge", GAUGE,
        "expect", "down",
        "guard_gauge", MISSED,
        "guard_side", side,
        "guard_limit", limit,
        "due", "2027-01-31");
  }

  private static Map<String, String> wrong(String field, String value) {
    Map<String, String> all = new HashMap<>(guardedBy("above", "2"));
    all.put("hypothesis", "h");
    all.put("guardrail", "g");
    all.put(field, value);
    return all;
  }

  @Test
  @Practice("E6")
  void aFailedExperimentClosesWithItsLessonAndWithoutPenalty() {
    measured(13);
    String id = experiment(Map.of("gauge", GAUGE, "expect", "down"));
    Map<String, String> result =
        new HashMap<>(Map.of("ending", "failed", "guarded", "unknown", "result", "Nothing moved"));
    assertEquals(
        "What was learned is missing.", says.refused("/experiments/" + id + "/result", result));
    result.put("learned", "Lanes help only where the quay is wide");
    says.say("/experiments/" + id + "/result", result);
    JsonNode lessons = says.look("/lessons");
    assertEquals(
        "Lanes help only where the quay is wide", lessons.at("/lessons/0/lesson/words").asString());
    JsonNode all = says.look("/experiments");
    assertEquals(1, all.get("failed").asInt());
    assertEquals(0, all.get("running").asInt());
    String page = says.page("/experiments");
    assertTrue(page.contains("0 running, 0 supported, 1 failed, 0 unclear"), page);
    assertFalse(page.contains("%"), "no rate of failing");
    tide.rise(60);
    assertTrue(
        ship.found().stream().noneMatch(one -> one.kind().equals("promise-overdue")),
        "the promise of a result is kept");
  }

  /** What was learned is looked for while the next one writes a problem like it. */
  @Test
  void whoWritesASimilarBetSeesWhatWasLearned() {
    says.say(
        "/lessons", Map.of("title", "Lanes at the quay", "words", "Boarding stays slow in rain"));
    says.say("/lessons", Map.of("title", "Printers", "words", "Toner dries out"));
    says.bet("Boarding blocks the quay");
    String like = says.page("/bets/like?problem=The+boarding+at+our+quays+takes+an+hour");
    assertTrue(like.contains("Boarding stays slow in rain"), like);
    assertTrue(like.contains("Boarding blocks the quay"));
    assertFalse(like.contains("Toner"));
    assertTrue(says.page("/lessons?q=toner").contains("Printers"));
    assertFalse(says.page("/lessons?q=toner").contains("Lanes at the quay"));
    assertTrue(says.page("/bets/like?problem=zzz+qqqqq").contains("No lesson and no bet"));
    assertTrue(says.page("/bets").contains("hx-get=\"/bets/like\""));
  }

  private String focus(String place) {
    return says.say(
            "/focus",
            Map.of(
                "gauge",
                GAUGE,
                "expect",
                "down",
                "why",
                "Guests wait in the rain",
                "place",
                place,
                "experiment",
                experiment(Map.of())))
        .at("/focus/id")
        .asString();
  }

  @Test
  @Practice("A16")
  void aSecondFocusMetricIsRefusedAndTheBaselineStays() {
    measured(30);
    ship.post("/teams", "title=Harbour");
    assertTrue(says.page("/focus").contains("Choose the metric of 2026-Q4</h2>"));
    focus("organisation");
    String page = says.page("/focus");
    assertTrue(page.contains("Choose the metric of 2026-Q4 for another place</h2>"), page);
    assertTrue(page.contains("<option value=\"team:harbour\""), page);
    assertFalse(page.contains("<option value=\"organisation\""), "it has one");
    assertTrue(page.contains("From 1 Jan 2027 on the place may choose another metric"), page);
    String why =
        says.refused(
            "/focus", Map.of("gauge", GAUGE, "expect", "up", "why", "Or that one instead"));
    assertTrue(why.contains("has its focus metric for 2026-Q4 already: " + GAUGE), why);
    JsonNode one = says.look("/focus").at("/focus/0");
    double baseline = one.at("/focus/baseline").asDouble();
    assertEquals("Too early to tell", verdict());
    assertEquals(1, one.get("experiments").size());
    tide.rise(45);
    for (int day = 0; day < 45; day++) {
      measured(day, 20 + (day % 5) - (day % 3));
    }
    assertEquals("Moved as predicted", verdict());
    one = says.look("/focus").at("/focus/0");
    assertEquals(baseline, one.at("/focus/baseline").asDouble(), "it stays as it was");
    assertFalse(one.get("now").asString().equals(one.get("baseline").asString()));
    tide.rise(60);
    says.say("/focus", Map.of("gauge", GAUGE, "expect", "down", "why", "Next quarter"));
  }

  /** Who may not see the place of the number sees neither it nor its baseline, page or program. */
  @Test
  void aBaselineIsForThoseWhoSeeItsPlace() {
    try (Ship own = Ship.at(tide).told(VillageDelivery.facts())) {
      own.post("/teams", "title=Harbour");
      own.post("/teams", "title=Pier");
      own.post("/catalog", "title=Booking&owner=harbour");
      new Wagering(own)
          .say(
              "/focus",
              Map.of(
                  "gauge", "change-lead-time@system:booking",
                  "expect", "down",
                  "why", "Changes wait",
                  "place", "team:pier"));
      Crew crew = Crew.of(own);
      Crew.Hand pier = crew.join("pia@ferry.example", "lead", "team", "pier");
      String whole = crew.captain().get("/api/v1/focus").body();
      assertFalse(whole.contains("\"baseline\" : null"), whole);
      String hidden = pier.get("/api/v1/focus").body();
      assertTrue(hidden.contains("\"baseline\" : null"), hidden);
      assertTrue(hidden.contains("\"baseline\" : \"unknown\""), hidden);
    }
  }

  @Test
  @Practice("A16")
  void aQuarterMayEndWithoutAChange() {
    measured(30);
    focus("organisation");
    tide.rise(61);
    for (int day = 0; day < 61; day++) {
      measured(day, 40 + (day % 5) - (day % 3));
    }
    assertEquals("No detectable change", verdict());
  }

  @Test
  @Practice("A16")
  void aQuarterMayEndWorse() {
    measured(30);
    focus("organisation");
    tide.rise(61);
    for (int day = 0; day < 61; day++) {
      measured(day, 65 + (day % 5) - (day % 3));
    }
    assertEquals("Moved the other way: worse", verdict());
  }

  private String verdict() {
    String page = says.page("/focus");
    return page.replaceAll(
        "(?s).*<p class=\"headline\"><a href=\"/verdicts/[^>]*>([^<]*)<.*", "$1");
  }
}
