package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pilothouse.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;

/** Decisions from the question to what opens them again. */
@OnBothDatabases
class DecisionsTest {
  private final Tide tide = new Tide(Village.NOW);
  private final Ship ship = Ship.at(tide);
  private final Wire wire = new Wire(ship);

  @AfterEach
  void stops() {
    ship.close();
  }

  private JsonNode asked() {
    return wire.put(
        "/decisions",
        Map.of(
            "title", "Where tickets are kept",
            "question", "Tickets live in a sheet. Where shall they live?",
            "options",
                List.of(
                    "Buy", "+ live in two weeks", "- 4,000 a month", "Build", "~ our own code")));
  }

  private JsonNode decided() {
    asked();
    return wire.put("/decisions/1/choice", Map.of("option", "buy", "reasons", "Time counts"));
  }

  @Practice("C9")
  @Test
  void whatWasChosenKeepsItsReasonsItsOptionsAndItsDissent() {
    JsonNode open = asked();
    assertEquals("proposed", open.get("state").asString());
    assertEquals("Build", open.at("/options/1/name").asString());
    assertEquals("live in two weeks", open.at("/options/0/good/0").asString());
    wire.put("/decisions/1/voices", Map.of("kind", "dissent", "words", "We will never leave them"));
    assertEquals(
        "“reasons” is empty.", wire.refused(422, "/decisions/1/choice", Map.of("option", "Buy")));
    assertEquals(
        "“Rent” is none of its options.",
        wire.refused(422, "/decisions/1/choice", Map.of("option", "Rent", "reasons", "x")));
    JsonNode done =
        wire.put("/decisions/1/choice", Map.of("option", "buy", "reasons", "Time counts"));
    assertEquals("accepted", done.get("state").asString());
    assertEquals("Buy", done.get("chosen").asString());
    String page = ship.get("/decisions/1").body();
    assertTrue(page.contains("Dissent: We will never leave them"), page);
    assertTrue(page.contains("Chosen: Buy") && page.contains("Time counts"), page);
    assertTrue(
        ship.routes().stream()
            .noneMatch(route -> route.path().contains("/decisions/{decision}/voices/")),
        "nothing takes away what was said");
    assertTrue(ship.get("/journal").body().contains("dissent written down"));
    assertTrue(ship.get("/search?q=sheet").body().contains("D-1 Where tickets are kept"));
  }

  @Test
  void whatIsDecidedIsNotDecidedTwiceAndItsOptionsStay() {
    decided();
    assertEquals(
        "D-1 is decided.",
        wire.refused(409, "/decisions/1/choice", Map.of("option", "Build", "reasons", "x")));
    Map<String, Object> words = new HashMap<>();
    words.put("title", "Where tickets live");
    words.put("question", "Where?");
    words.put("options", List.of("Build"));
    words.put("why", "clearer");
    wire.refused(409, "/decisions/1/words", words);
    words.put(
        "options",
        List.of("Buy", "+ live in two weeks", "- 4,000 a month", "Build", "~ our own code"));
    assertEquals(
        "Where tickets live", wire.put("/decisions/1/words", words).get("title").asString());
    wire.refused(422, "/decisions/1/reopen", Map.of("why", ""));
    assertEquals(
        "proposed",
        wire.put("/decisions/1/reopen", Map.of("why", "The price doubled"))
            .get("state")
            .asString());
  }

  @Practice("C6")
  @Test
  void whenItsTimeIsOverWhatWasSaidToHoldHolds() {
    asked();
    wire.put("/decisions/1/clock", Map.of("day", "2026-11-20", "option", "build"));
    assertTrue(
        wire.get("/promises").toString().contains("Decide D-1 Where tickets are kept"),
        "its decider owes it");
    ship.rounds();
    assertEquals("proposed", wire.get("/decisions/1").get("state").asString());
    tide.rise(60);
    ship.rounds();
    JsonNode over = wire.get("/decisions/1");
    assertEquals("accepted", over.get("state").asString());
    assertEquals("defaulted", over.get("how").asString());
    assertEquals("Build", over.get("chosen").asString());
    assertEquals("Nobody decided by 20 Nov 2026: the time is over", over.get("reasons").asString());
    ship.rounds();
    assertEquals(over, wire.get("/decisions/1"), "once");
  }

  @Test
  void aDayWakesItAndSomebodySaysThatItStillHolds() {
    decided();
    wire.put("/decisions/1/wakes", Map.of("day", "2026-12-01"));
    tide.rise(90);
    ship.rounds();
    assertEquals("woken", wire.get("/decisions/1").get("state").asString());
    assertEquals(
        List.of("D-1 Where tickets are kept should be looked at again: The day came: 1 Dec 2026."),
        wire.found("decision-woken"));
    wire.put("/decisions/1/affirm", Map.of("why", "Nothing changed"));
    ship.rounds();
    assertEquals("accepted", wire.get("/decisions/1").get("state").asString());
    assertEquals(List.of(), wire.found("decision-woken"));
  }

  @Test
  void aNumberBeyondItsLimitWakesItByPointsThatCameSince() {
    Wagering says = new Wagering(ship);
    for (int week = 12; week > 0; week--) {
      says.fact("price", "organisation", Village.NOW.minus(Duration.ofDays(7L * week)), 9_000);
    }
    decided();
    wire.refused(
        422,
        "/decisions/1/wakes",
        Map.of("gauge", "none@organisation", "side", "above", "value", "1"));
    wire.put(
        "/decisions/1/wakes",
        Map.of("gauge", "price@organisation", "side", "above", "value", "5000", "points", 3));
    ship.rounds();
    assertEquals(
        "accepted", wire.get("/decisions/1").get("state").asString(), "the past wakes nothing");
    tide.rise(35);
    for (int week = 1; week <= 4; week++) {
      says.fact("price", "organisation", Village.NOW.plus(Duration.ofDays(7L * week)), 9_000);
    }
    ship.rounds();
    JsonNode woken = wire.get("/decisions/1");
    assertEquals("woken", woken.get("state").asString());
    assertTrue(ship.get("/decisions/1").body().contains("above 5,000 min for 3 points in a row"));
  }

  @Practice("C12")
  @Test
  void whatItPredictsIsJudgedAndStandsOnItsPage() {
    Wagering says = new Wagering(ship);
    for (int day = 90; day > 0; day--) {
      says.fact("waits", "organisation", Village.NOW.minus(Duration.ofDays(day)), 40 + day % 3);
    }
    decided();
    JsonNode predicted =
        wire.put(
            "/decisions/1/predictions",
            Map.of(
                "gauge", "waits@organisation",
                "expect", "down",
                "effect", Village.NOW.toString().substring(0, 10),
                "judged_on", "2026-12-20",
                "probability", "80"));
    assertEquals(1, predicted.get("predictions").size());
    tide.rise(120);
    for (int day = 0; day < 40; day++) {
      says.fact("waits", "organisation", Village.NOW.plus(Duration.ofDays(day)), 20 + day % 3);
    }
    ship.rounds();
    JsonNode judged = wire.get("/decisions/1").at("/predictions/0");
    assertEquals("moved_better", judged.get("verdict").asString());
    assertTrue(ship.get("/decisions/1").body().contains("Where tickets are kept"));
  }

  @Practice({"A4", "F8"})
  @Test
  void decisionsByPrincipleListEveryOneThatCitesItAndFlagWhatIsAgainstRank() {
    wire.put(
        "/direction/principles",
        Map.of("items", List.of(Map.of("says", "Reliability"), Map.of("says", "Speed"))));
    asked();
    assertEquals(
        "Principles hold here, and nobody said which one wins.",
        wire.refused(409, "/decisions/1/choice", Map.of("option", "Buy", "reasons", "x")));
    wire.refused(422, "/decisions/1/principles", Map.of("won", "Beauty"));
    wire.put("/decisions/1/principles", Map.of("won", "speed", "lost", "reliability"));
    wire.put("/decisions/1/choice", Map.of("option", "Buy", "reasons", "Time counts"));
    JsonNode all = wire.get("/decisions/by/principle");
    assertEquals("Reliability", all.at("/0/principle").asString());
    assertFalse(all.at("/0/decisions/0/won").asBoolean());
    assertTrue(all.at("/1/decisions/0/won").asBoolean());
    assertTrue(all.at("/1/decisions/0/unexplained").asBoolean());
    assertEquals(1, wire.found("decision-against-rank").size());
    assertTrue(
        ship.get("/decisions/by/principle").body().contains("stands higher, and nobody said why"));
    wire.put(
        "/decisions/1/principles",
        Map.of("won", "Speed", "lost", "Reliability", "note", "For one season"));
    assertEquals(List.of(), wire.found("decision-against-rank"));
  }

  @Test
  void theOneThatHoldsInItsPlaceIsNamedOnBothSides() {
    decided();
    asked();
    assertEquals(
        "“D-2” is no other decision that is in force.",
        wire.refused(422, "/decisions/1/successor", Map.of("by", "D-2", "why", "x")));
    wire.put("/decisions/2/choice", Map.of("option", "Build", "reasons", "Cheaper now"));
    JsonNode old = wire.put("/decisions/1/successor", Map.of("by", "D-2", "why", "Cheaper now"));
    assertEquals(2, old.get("superseded_by").asInt());
    assertEquals(1, wire.get("/decisions/2").at("/supersedes/0").asInt());
    assertTrue(ship.get("/decisions/1").body().contains("D-2 Where tickets are kept holds"));
  }
}
