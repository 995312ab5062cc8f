package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pilothouse.evidence.facts.Measurement;
import pilothouse.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;

/** What is held again and again: reviews, leaders' forums, plannings, demos, quarters. */
@OnBothDatabases
class RhythmTest {
  private final Tide tide = new Tide(Village.NOW);
  private Ship ship;
  private Wire wire;

  @BeforeEach
  void starts() {
    ship = Ship.at(tide).told(VillageDelivery.facts());
    ship.post("/teams", "title=Harbour");
    wire = new Wire(ship);
  }

  @AfterEach
  void stops() {
    ship.close();
  }

  private JsonNode forum(Map<String, ?> values) {
    return wire.put("/forums", values).get("forum");
  }

  /** Opens the next occasion, and gives its id. */
  private String opened(JsonNode forum) {
    return wire.put("/forums/" + forum.get("id").asString() + "/occasions", Map.of())
        .get("occasions")
        .get(0)
        .get("id")
        .asString();
  }

  @Test
  @Practice("F10")
  void aReviewShowsSignalsAloneAndOffersToCancelWithoutAny() {
    JsonNode forum = forum(Map.of("title", "Weekly", "place", "team:harbour"));
    String quiet = opened(forum);
    assertTrue(wire.get("/reviews/" + quiet).get("nothing_to_discuss").asBoolean());
    String page = ship.get("/reviews/" + quiet).body();
    assertTrue(page.contains("Nothing to discuss: no signal since the last time."), page);
    assertTrue(page.contains("There is nothing to discuss: cancel it?"), page);
    assertEquals(
        "Nothing says why it is cancelled.",
        wire.refused(422, "/reviews/" + quiet + "/cancel", Map.of()));
    wire.put("/reviews/" + quiet + "/cancel", Map.of("why", "nothing changed"));
    assertEquals("cancelled", wire.get("/reviews/" + quiet).get("ending").asString());

    tide.rise(3);
    wire.put(
        "/blockers",
        Map.of("team", "harbour", "what", "No test crane", "owner", "local", "due", "2026-11-06"));
    tide.rise(4);
    String busy = opened(forum);
    JsonNode agenda = wire.get("/reviews/" + busy).get("minutes").get("agenda");
    assertEquals(1, agenda.size(), agenda.toString());
    assertEquals("new", agenda.get(0).get("change").asString());
    assertTrue(agenda.get(0).get("says").asString().contains("No test crane"));
    wire.put("/reviews/" + busy + "/held", Map.of("why", "the crane is ordered"));

    String promise = wire.get("/blockers").get(0).get("id").asString();
    tide.rise(7);
    String still = opened(forum);
    List<String> changes = changes(still);
    assertFalse(changes.contains("promise-overdue"), "what stood the last time is no news");
    wire.put("/promises/" + promise + "/keep", Map.of("evidence", "it lifts"));
    assertEquals(List.of("promise kept"), changes(still), "told once: not that it is gone, too");
  }

  @Test
  void anOverdueBlockerStandsOnceOnToday() {
    wire.put(
        "/blockers",
        Map.of("team", "harbour", "what", "No test crane", "owner", "local", "due", "2026-11-03"));
    tide.rise(20);
    ship.rounds();
    assertEquals(1, ship.get("/").body().split("No test crane", -1).length - 1);
    JsonNode findings = wire.get("/findings").get("findings");
    List<JsonNode> crane =
        findings
            .valueStream()
            .filter(one -> one.get("says").asString().contains("No test crane"))
            .toList();
    assertEquals(1, crane.size(), "not as a promise, an escalation and a blocker: " + crane);
    wire.put(
        "/findings/later",
        Map.of(
            "finding",
            crane.getFirst().get("id").asString(),
            "until",
            "2026-11-24",
            "why",
            "the crane comes on Monday"));
    assertFalse(ship.get("/").body().contains("No test crane"), "nor from another side");
    tide.rise(3);
    assertTrue(ship.get("/").body().contains("No test crane"), "until then");
  }

  /** A promise that is due, overdue, escalated and a blocker is one thing. */
  @Test
  void oneOverduePromiseIsToldOnceInAReview() {
    JsonNode forum = forum(Map.of("title", "Weekly", "place", "team:harbour"));
    wire.put(
        "/blockers",
        Map.of("team", "harbour", "what", "No test crane", "owner", "local", "due", "2026-11-03"));
    tide.rise(6);
    String first = opened(forum);
    assertEquals(List.of("new"), changes(first), "overdue, and a blocker for too long");
    wire.put("/reviews/" + first + "/held", Map.of("why", "the crane is ordered"));
    tide.rise(7);
    ship.rounds();
    String second = opened(forum);
    assertEquals(List.of("promise escalated"), changes(second), "and no other finding of it");
    wire.put("/reviews/" + second + "/held", Map.of("why", "it is on its way"));
    tide.rise(7);
    String promise = wire.get("/blockers").get(0).get("id").asString();
    wire.put("/promises/" + promise + "/extend", Map.of("due", "2026-12-24", "why", "late"));
    wire.put("/promises/" + promise + "/keep", Map.of("evidence", "it lifts"));
    assertEquals(List.of("promise kept"), changes(opened(forum)), "what happened last");
  }

  private List<String> changes(String review) {
    return wire.get("/reviews/" + review)
        .get("minutes")
        .get("agenda")
        .valueStream()
        .map(one -> one.get("change").asString())
        .toList();
  }

  /** What is ended before its day was held on the day that it was ended. */
  @Test
  void anOccasionThatIsEndedBeforeItsDayWasHeldToday() {
    JsonNode forum = forum(Map.of("title", "Weekly", "place", "team:harbour"));
    String page = "/forums/" + forum.get("id").asString();
    wire.put(page + "/occasions", Map.of("day", "2026-11-24"));
    String review = wire.get(page).at("/occasions/0/id").asString();
    wire.put("/reviews/" + review + "/held", Map.of("why", "all were here"));
    assertEquals("2026-11-02", wire.get("/reviews/" + review).get("day").asString());
    assertTrue(ship.get("/reviews/" + review).body().contains("Held on 2 Nov 2026"));
  }

  /** What was dropped and is open again is told as owed, with its day. */
  @Test
  void aPromiseThatIsOwedAgainIsNotToldAsDropped() {
    JsonNode forum = forum(Map.of("title", "Weekly", "place", "team:harbour"));
    JsonNode kept =
        wire.put(
            "/blockers",
            Map.of("team", "harbour", "what", "No crane", "owner", "local", "due", "2026-12-04"));
    String promise = kept.get("id").asString();
    wire.put("/promises/" + promise + "/drop", Map.of("why", "not needed"));
    String review = opened(forum);
    assertEquals(List.of("promise dropped"), changes(review));
    wire.put("/promises/" + promise + "/reopen", Map.of("why", "needed after all"));
    assertEquals(List.of("promise reopened"), changes(review));
    assertTrue(
        ship.get("/reviews/" + review).body().contains("Owed again: No crane, by 4 Dec 2026"));
  }

  @Test
  @Practice("F11")
  void leadersHaveExactlyTwoNumbersAndTheMinutesKeepBothWithTheirVerdicts() {
    Map<String, String> one =
        Map.of(
            "title",
            "Leads",
            "kind",
            "leadership",
            "cadence",
            "monthly",
            "pin_one",
            "change-lead-time@system:booking");
    assertEquals(
        "A leadership forum has exactly two health metrics, and not the same one twice.",
        wire.refused(422, "/forums", one));
    Map<String, String> two = new java.util.HashMap<>(one);
    two.put("pin_two", "nonsense@system:booking");
    assertTrue(wire.refused(422, "/forums", two).contains("names no number"));
    two.put("pin_two", "deployment-frequency@system:tickets");
    String review = opened(forum(two));
    JsonNode open = wire.get("/reviews/" + review).get("minutes").get("pins");
    tide.rise(35);
    assertEquals(
        open,
        wire.get("/reviews/" + review).get("minutes").get("pins"),
        "its own day fixes what it looks at: on another day it shows the same limits");
    wire.put(
        "/reviews/" + review + "/lines",
        Map.of("says", "Fewer reviewers a change", "kind", "decision"));
    wire.put("/reviews/" + review + "/held", Map.of());
    JsonNode pins = wire.get("/reviews/" + review).get("minutes").get("pins");
    assertEquals(2, pins.size());
    JsonNode lead = pins.get(0);
    assertTrue(lead.get("value").asString().matches("\\d.*"), lead.toString());
    assertTrue(lead.get("verdict").asString().startsWith("Signal on "), lead.toString());
    assertTrue(
        pins.get(1).get("verdict").asString().matches("(No signal|Cannot tell).*"),
        pins.toString());
    tide.rise(70);
    assertEquals(pins, wire.get("/reviews/" + review).get("minutes").get("pins"), "frozen");
    String page = ship.get("/reviews/" + review).body();
    assertTrue(page.contains(lead.get("value").asString()), page);
    assertTrue(page.contains("Signal on "), page);
    assertTrue(page.contains("Decision: Fewer reviewers a change"), page);
  }

  /** What was told at the last meeting is no news at this one. */
  @Test
  @Practice("F11")
  void aSignalFromBeforeTheLastMeetingIsToldAsOlder() {
    for (String number : List.of("rides", "calls")) {
      for (int day = -40; day < 28; day++) {
        Instant at = Village.NOW.plus(Duration.ofDays(day));
        String key = Measurement.key(number, "organisation", at);
        double value = day == -13 ? 60 : 10 + Math.floorMod(day, 3);
        ship.told(List.of(new Measurement(key, at, number, "organisation", at, value, "a day")));
      }
    }
    JsonNode forum =
        forum(
            Map.of(
                "title", "Leads",
                "kind", "leadership",
                "cadence", "monthly",
                "pin_one", "rides@organisation",
                "pin_two", "calls@organisation"));
    String first = opened(forum);
    JsonNode told = wire.get("/reviews/" + first).at("/minutes/pins/0/verdict");
    assertTrue(told.asString().startsWith("Signal on 20 Oct 2026"), told.asString());
    wire.put("/reviews/" + first + "/held", Map.of("why", "A storm: nothing to decide"));
    tide.rise(28);
    JsonNode pin = wire.get("/reviews/" + opened(forum)).at("/minutes/pins/0/verdict");
    assertEquals(
        "No new signal since 2 Nov 2026. The last one stood on 20 Oct 2026: Above the upper limit.",
        pin.asString());
  }

  @Test
  void aForumWithoutAnOccasionForLongerThanItsCadenceIsAFinding() {
    JsonNode forum = forum(Map.of("title", "Weekly", "place", "team:harbour"));
    tide.rise(7);
    assertEquals(List.of(), wire.found("forum-not-held"), "seven days are a week");
    tide.rise(1);
    assertEquals(
        List.of("“Weekly” is weekly, and has had no occasion since it was made on 2 Nov 2026."),
        wire.found("forum-not-held"));
    String review = opened(forum);
    wire.put("/reviews/" + review + "/cancel", Map.of("why", "nothing changed"));
    assertEquals(List.of(), wire.found("forum-not-held"), "to cancel it is a decision, too");
    tide.rise(8);
    assertEquals(
        List.of(
            "“Weekly” is weekly, and its last occasion was on 10 Nov 2026:"
                + " hold one, or cancel it with a reason."),
        wire.found("forum-not-held"));
    wire.put("/forums/" + forum.get("id").asString() + "/end", Map.of("why", "nobody comes"));
    assertEquals(List.of(), wire.found("forum-not-held"));
  }

  @Test
  void anOccasionForADayToComeIsMovedOrCalledOffAndBlocksNothing() {
    JsonNode forum = forum(Map.of("title", "Weekly", "place", "team:harbour"));
    String page = "/forums/" + forum.get("id").asString();
    wire.put(page + "/occasions", Map.of("day", "2027-01-29"));
    String far = wire.get(page).at("/occasions/0/id").asString();
    assertEquals(
        "The occasion of this forum on 29 Jan 2027 is open, and one is open at a time.",
        wire.refused(409, page + "/occasions", Map.of()));
    assertTrue(ship.get(page).body().contains("is open: end it, move it or cancel it there."));
    wire.refused(422, "/reviews/" + far + "/move", Map.of("day", "2028-01-29"));
    JsonNode moved = wire.put("/reviews/" + far + "/move", Map.of("day", "2027-01-15"));
    assertEquals("2027-01-15", moved.get("day").asString());
    assertEquals(
        "1 Nov 2026 is over.",
        wire.refused(422, "/reviews/" + far + "/move", Map.of("day", "2026-11-01")));
    wire.put("/reviews/" + far + "/cancel", Map.of("why", "too early to tell"));
    wire.refused(409, "/reviews/" + far + "/move", Map.of("day", "2026-11-03"));
    String next = ship.get("/reviews").body();
    assertTrue(next.contains("9 Nov 2026"), "a week from the day it was called off: " + next);
    tide.rise(8);
    assertEquals(1, wire.found("forum-not-held").size(), "what was called off was not held");
    opened(forum);
    wire.put(page + "/end", Map.of("why", "nobody comes"));
    assertEquals(
        "The forum “Weekly” has ended: nothing more is held of it.",
        wire.refused(409, page + "/occasions", Map.of()));
  }

  /** Who may not see the place of a number is told nothing of it, in open and in kept minutes. */
  @Test
  void pinsAreForThoseWhoSeeTheirPlace() {
    try (Ship own = Ship.at(tide).told(VillageDelivery.facts())) {
      own.post("/teams", "title=Harbour");
      own.post("/teams", "title=Pier");
      own.post("/catalog", "title=Booking&owner=harbour");
      Crew crew = Crew.of(own);
      crew.captain()
          .post(
              "/forums",
              Map.of(
                  "title", "Leads",
                  "kind", "leadership",
                  "cadence", "monthly",
                  "place", "team:pier",
                  "pin_one", "change-lead-time@system:booking",
                  "pin_two", "change-fail-rate@system:booking"));
      String forum =
          crew.captain().get("/forums").body().replaceAll("(?s).*(/forums/[0-9a-f-]{36}).*", "$1");
      crew.captain().post(forum + "/occasions", Map.of());
      String review =
          crew.captain().get(forum).body().replaceAll("(?s).*(/reviews/[0-9a-f-]{36}).*", "$1");
      Crew.Hand pier = crew.join("pia@ferry.example", "lead", "team", "pier");
      pinsAreHidden(crew, pier, List.of(forum, review));
      crew.captain().post(review + "/held", Map.of("why", "nothing to say"));
      pinsAreHidden(crew, pier, List.of(review, "/api/v1" + review));
    }
  }

  private static void pinsAreHidden(Crew crew, Crew.Hand pier, List<String> pages) {
    for (String page : pages) {
      String whole = crew.captain().get(page).body();
      assertFalse(whole.contains("Not for you"), whole);
      assertTrue(whole.contains("/delivery/booking/"), whole);
      String hidden = pier.get(page).body();
      assertTrue(hidden.contains("Not for you: this number is of a place"), hidden);
      assertFalse(hidden.contains("/delivery/booking/"), hidden);
    }
  }

  @Test
  @Practice("M2")
  void aPlanningSaysWhichFunctionIsMissing() {
    assertTrue(
        wire.refused(422, "/forums", Map.of("title", "Planning", "kind", "planning"))
            .contains("at least two functions"));
    JsonNode forum =
        forum(
            Map.of(
                "title",
                "Planning",
                "kind",
                "planning",
                "cadence",
                "quarterly",
                "functions",
                List.of("engineering", "product", "design")));
    String planning = opened(forum);
    for (String function : List.of("engineering", "product")) {
      wire.put("/reviews/" + planning + "/present", Map.of("function", function));
    }
    assertTrue(ship.get("/reviews/" + planning).body().contains("design is missing"));
    wire.put(
        "/reviews/" + planning + "/lines",
        Map.of(
            "says",
            "Halve the queue",
            "kind",
            "decision",
            "becomes",
            "action",
            "owner",
            "local",
            "due",
            "2026-12-01"));
    wire.put("/reviews/" + planning + "/held", Map.of());
    JsonNode minutes = wire.get("/reviews/" + planning).get("minutes");
    assertEquals("[\"design\"]", minutes.get("missing").toString());
    assertEquals(
        List.of("Planning was held on 2 Nov 2026 without design."),
        wire.found("planning-without-function"));
    String action = minutes.get("lines").get(0).get("became").asString();
    assertTrue(ship.get(action).body().contains("Halve the queue"), "an action is a promise");
    String page = ship.get("/reviews/" + planning).body();
    assertTrue(page.contains(", by 1 Dec 2026"), "with its owner and its day: " + page);
  }

  @Test
  @Practice("M5")
  void whatIsSaidAtADemoBecomesAPromiseOrACustomerNote() {
    JsonNode forum = forum(Map.of("title", "Demo", "kind", "demo", "place", "team:harbour"));
    String demo = opened(forum);
    Map<String, String> note =
        new HashMap<>(
            Map.of("says", "The list is too long", "kind", "feedback", "becomes", "note"));
    assertEquals(
        "A customer note has a tone, and none of them is said.",
        wire.refused(422, "/reviews/" + demo + "/lines", note));
    note.put("tone", "complaint");
    wire.put("/reviews/" + demo + "/lines", note);
    wire.put(
        "/reviews/" + demo + "/lines",
        Map.of(
            "says", "Show ten at once", "kind", "feedback", "becomes", "action", "owner", "local"));
    wire.put("/reviews/" + demo + "/held", Map.of());
    JsonNode kept = wire.get("/customer-notes").get("notes").get(0);
    assertEquals("The list is too long", kept.get("says").asString());
    assertEquals("complaint", kept.get("tone").asString(), "nobody but who heard it knows");
    assertEquals("Demo", kept.get("source").asString());
    assertEquals("team:harbour", kept.get("place").asString());
    assertTrue(ship.get("/promises").body().contains("Show ten at once"));
    assertTrue(wire.refused(409, "/reviews/" + demo + "/lines", note).contains("minutes are kept"));
  }

  @Test
  @Practice("N3")
  void aQuarterOpensWhenTheLastOneIsClosedWithScoreCauseAndFate() {
    Map<String, ?> next = Map.of("name", "2026-Q4", "objectives", List.of("Twice as many ride"));
    JsonNode first =
        wire.put(
            "/quarters",
            Map.of("name", "2026-Q3", "objectives", List.of("Nobody waits", "Fewer leaks")));
    assertEquals(
        "2026-Q3 is open still: “Nobody waits”, “Fewer leaks”.",
        wire.refused(409, "/quarters", next));
    String page = "/quarters/" + first.get("id").asString();
    assertEquals(
        List.of("2026-Q3 is over and still open; objectives without a score: 2."),
        wire.found("quarter-left-open"));
    JsonNode objectives = first.get("objectives");
    String one = objectives.get(0).get("id").asString();
    assertTrue(
        wire.refused(422, page + "/scores", Map.of("objective", one, "score", 70, "fate", "keep"))
            .contains("cause"));
    wire.put(
        page + "/scores",
        Map.of("objective", one, "score", 70, "fate", "keep", "cause", "one more boat"));
    assertEquals(
        "There is no score yet for “Fewer leaks”.", wire.refused(409, page + "/close", Map.of()));
    String two = objectives.get(1).get("id").asString();
    wire.put(
        page + "/scores",
        Map.of("objective", two, "score", 0, "fate", "drop", "cause", "nobody began"));
    assertTrue(wire.refused(409, "/quarters", next).contains("each objective has its score"));
    wire.put(page + "/close", Map.of());
    assertEquals(List.of(), wire.found("quarter-left-open"));
    assertEquals("2026-Q4", wire.put("/quarters", next).get("name").asString());
    assertEquals(List.of(), wire.found("quarter-left-open"), "it is not over yet");
    assertTrue(ship.get(page).body().contains("one more boat"));
    assertTrue(
        wire.refused(409, "/quarters", Map.of("name", "2026-Q2", "objectives", List.of("x")))
            .contains("is open still"));
  }

  @Test
  void aQuarterIsClosedBeforeItsLastDayWithAReason() {
    JsonNode opened =
        wire.put("/quarters", Map.of("name", "2026-Q4", "objectives", List.of("Nobody waits")));
    String page = "/quarters/" + opened.get("id").asString();
    String one = opened.at("/objectives/0/id").asString();
    wire.put(
        page + "/scores", Map.of("objective", one, "score", 70, "fate", "keep", "cause", "a boat"));
    assertTrue(ship.get(page).body().contains("Why it is closed before its last day"));
    assertEquals("2026-Q4 is not over yet.", wire.refused(422, page + "/close", Map.of()));
    wire.put(page + "/close", Map.of("why", "the season is over"));
    assertTrue(ship.get(page).body().contains("Closed before its last day: the season is over"));
  }
}
