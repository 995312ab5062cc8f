package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pilothouse.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;

/** Technical debt from the day on which it is written down to its payback. */
@OnBothDatabases
class DebtTest {
  private final Tide tide = new Tide(Village.NOW);
  private final Ship ship = Ship.at(tide);
  private final Wire wire = new Wire(ship);

  @AfterEach
  void stops() {
    ship.close();
  }

  private JsonNode owed(String title, String effect, Map<String, ?> more) {
    Map<String, Object> words = new HashMap<>(more);
    words.put("title", title);
    words.put("effect", effect);
    return wire.put("/debt", words);
  }

  private JsonNode owed() {
    return owed(
        "Prices are computed twice",
        "slows",
        Map.of(
            "says", "Two places disagree since the split.",
            "spots", List.of("ferry:booking/src/Booking.java", "ferry:tickets"),
            "principal_low", "40",
            "principal_high", "80",
            "principal_by", "the booking team",
            "interest_low", "4",
            "interest_high", "8",
            "severity", "high"));
  }

  @Practice("D1")
  @Test
  void anItemIsWrittenDownChangedAndFoundWithAllItsVersions() {
    JsonNode made = owed();
    assertEquals("open", made.get("state").asString());
    assertEquals("estimate", made.get("interest_basis").asString());
    assertEquals(5.0, made.at("/break_even_weeks/low").asDouble());
    assertEquals(20.0, made.at("/break_even_weeks/high").asDouble());
    assertEquals("2027-01-01", made.get("due").asString());
    assertEquals("written down here", made.at("/sources/0/says").asString());
    Map<String, Object> words = new HashMap<>();
    words.put("title", "Prices are computed three times");
    words.put("effect", "risks");
    words.put("why", "A third one was found");
    JsonNode said = wire.put("/debt/1/words", words);
    assertEquals("risks", said.get("effect").asString());
    for (String kept : List.of("says", "severity", "principal", "interest", "owner", "where")) {
      assertEquals(made.get(kept), said.get(kept), "what a program leaves out stays: " + kept);
    }
    JsonNode less = wire.put("/debt/1/words", Map.of("spots", List.of(), "says", ""));
    assertEquals(0, less.get("where").size(), "what it sends empty is emptied");
    assertEquals("Prices are computed three times", less.get("title").asString());
    String page = ship.get("/debt/1").body();
    assertTrue(page.contains("TD-1 Prices are computed three times"), page);
    assertTrue(page.contains("A third one was found") && page.contains("computed twice"), page);
    assertTrue(ship.get("/journal").body().contains("debt changed"));
    assertTrue(ship.get("/search?q=computed").body().contains("TD-1 Prices"));
    assertEquals(404, ship.get("/debt/2").statusCode());
  }

  @Test
  void whatMakesNoSenseIsRefusedWithTheMend() {
    owed();
    assertEquals(
        "What it does is missing.", wire.refused(422, "/debt", Map.of("title", "Nothing said")));
    for (Map<String, String> bad :
        List.of(
            Map.of("effect", "hurts"),
            Map.of("severity", "awful"),
            Map.of("owner", "nobody here"),
            Map.of("outcome", "none"),
            Map.of("principal_low", "9", "principal_high", "3"),
            Map.of("principal_low", "1e9"),
            Map.of("spots", ":path"),
            Map.of("place", "system:none"),
            Map.of("requires", "TD-9"))) {
      Map<String, Object> words = new HashMap<>(Map.of("title", "x", "effect", "slows"));
      words.putAll(bad);
      if (bad.containsKey("spots")) {
        words.put("spots", List.of(":path"));
      }
      wire.refused(422, "/debt", words);
    }
    wire.refused(409, "/debt", Map.of("title", "prices are computed TWICE", "effect", "waits"));
    owed("Second", "waits", Map.of("requires", "TD-1"));
    Map<String, Object> circle = Map.of("title", "First", "effect", "slows", "requires", "TD-2");
    assertEquals("TD-2 waits for this item itself.", wire.refused(422, "/debt/1/words", circle));
    wire.refused(409, "/debt/1/payback", Map.of("low", "1", "words", "x"));
    wire.refused(409, "/debt/1/reopen", Map.of("why", "x"));
    wire.refused(422, "/debt/1/deferral", Map.of("day", "2020-01-01", "why", "x"));
    wire.refused(422, "/debt/1/deferral", Map.of("day", "2099-01-01", "why", "x"));
    wire.refused(422, "/debt/1/same", Map.of("as", "TD-1"));
    assertEquals(2, wire.get("/debt").get("items").size(), "nothing else came or went");
  }

  @Practice("D3")
  @Test
  void theThreeListsAddUpToTheRegister() {
    owed();
    owed("Old printer", "risks", Map.of("principal_low", "10", "interest_low", "2.5"));
    owed("Names", "waits", Map.of());
    owed("Names of rooms", "waits", Map.of("interest_low", "1", "interest_high", "3"));
    wire.put("/debt/3/closing", Map.of("how", "dropped", "why", "It is gone"));
    JsonNode all = wire.get("/debt");
    assertEquals(3, all.at("/sums/3/items").asInt());
    for (String part : List.of("/items", "/principal/low", "/interest/high", "/unknown")) {
      double sum = 0;
      for (int list = 0; list < 3; list++) {
        sum += all.at("/sums/" + list + part).asDouble();
      }
      assertEquals(sum, all.at("/sums/3" + part).asDouble(), 1e-9, part);
    }
    assertEquals(1, wire.get("/debt?effect=waits").get("items").size());
    assertEquals(1, wire.get("/debt?state=closed").get("items").size());
    String page = ship.get("/debt").body();
    assertTrue(page.contains("3 items: the three lists add up to the register"), page);
  }

  @Practice("D4")
  @Test
  void whatPaysBackFirstStandsFirst() {
    owed("Slow to pay", "slows", Map.of("principal_low", "100", "interest_low", "1"));
    owed("Nobody knows, high", "risks", Map.of("severity", "high"));
    owed("Quick to pay", "waits", Map.of("principal_low", "10", "interest_low", "5"));
    owed("Nobody knows", "slows", Map.of());
    JsonNode all = wire.get("/debt").get("items");
    assertEquals(
        List.of("Quick to pay", "Slow to pay", "Nobody knows, high", "Nobody knows"),
        all.valueStream().map(one -> one.get("title").asString()).toList());
    assertEquals("unknown", all.at("/3/interest_basis").asString());
    assertEquals(2, wire.get("/debt").at("/sums/3/unknown").asInt());
    JsonNode first = wire.get("/debt?most=1");
    assertEquals("3 rank", first.get("next").asString());
    JsonNode second = wire.get("/debt?most=1&after=3%20rank");
    assertEquals("Slow to pay", second.at("/items/0/title").asString());
    String page = ship.get("/debt?sort=title").body();
    assertTrue(page.indexOf("TD-4") < page.indexOf("TD-3"), page);
  }

  @Practice("D8")
  @Test
  void puttingAnItemOffShowsItsAddedCostByDate() {
    owed();
    JsonNode late =
        wire.put("/debt/1/deferral", Map.of("day", "2026-12-14", "why", "The season first"));
    assertEquals("2026-12-14", late.get("deferred_until").asString());
    JsonNode until = late.at("/waiting/1");
    assertEquals("2026-12-14", until.get("until").asString());
    assertEquals(23.8, until.at("/hours/low").asDouble(), 0.1);
    assertEquals(47.6, until.at("/hours/high").asDouble(), 0.1);
    tide.rise(28);
    String page = ship.get("/debt/1").body();
    assertTrue(page.contains("until 14 Dec 2026") && page.contains("The season first"), page);
    assertTrue(page.contains("since 2 Nov 2026, until today"), page);
    assertTrue(page.contains("16–32 h"), page);
    assertEquals("open", wire.put("/debt/1/resume", Map.of("why", "Now")).get("state").asString());
  }

  @Practice("D9")
  @Test
  void closingWithoutMeasuringAgainLeavesThePaybackUnverified() {
    owed();
    JsonNode closed = wire.put("/debt/1/closing", Map.of("how", "paid", "why", "One place now"));
    assertEquals("unverified", closed.get("payback").asString());
    assertTrue(ship.get("/debt?state=unverified").body().contains("payback unverified"));
    JsonNode paid =
        wire.put("/debt/1/payback", Map.of("low", "1", "words", "Asked the team for a month"));
    assertEquals("verified", paid.get("payback").asString());
    assertTrue(ship.get("/debt/1").body().contains("It cost 4–8 h a week, and costs 1 h now"));
    assertFalse(ship.get("/debt?state=unverified").body().contains("TD-1"));
  }

  @Test
  void theSameTwiceIsOneItemWithTheSourcesOfBoth() {
    owed();
    owed("Fares are computed twice", "slows", Map.of());
    wire.put("/debt/2/same", Map.of("as", "TD-1", "why", "Fares are prices"));
    assertEquals(2, wire.get("/debt/1").get("sources").size());
    assertEquals("joined", wire.get("/debt/2").get("state").asString());
    assertEquals(1, wire.get("/debt").get("items").size());
    assertTrue(ship.get("/debt/2").body().contains("The same as TD-1"));
  }

  @Practice("D5")
  @Test
  void aWindowThatLapsedIsFoundAndWindowsCanBeSet() {
    owed();
    owed("Old printer", "risks", Map.of("severity", "critical"));
    tide.rise(13);
    assertEquals(List.of(), wire.found("debt-window-lapsed"));
    tide.rise(2);
    assertEquals(
        List.of("TD-2 Old printer was to be mended by 16 Nov 2026, and is still open."),
        wire.found("debt-window-lapsed"));
    assertEquals(1, wire.get("/debt?state=late").get("items").size());
    wire.put("/debt/rules", Map.of("what", "window-critical", "value", "30", "why", "Season"));
    assertEquals(List.of(), wire.found("debt-window-lapsed"));
    assertEquals("2026-12-02", wire.get("/debt/2").get("due").asString());
    wire.refused(422, "/debt/rules", Map.of("what", "window-low", "value", "0"));
    wire.refused(422, "/debt/rules", Map.of("what", "rate", "value", "much"));
    assertTrue(ship.get("/debt/rules").body().contains("Season"));
  }

  @Test
  void waitingThatIsOverAndMendingThatNobodyLookedAtAreFound() {
    owed();
    owed("Old printer", "risks", Map.of());
    wire.put("/debt/1/deferral", Map.of("day", "2026-11-20", "why", "Season"));
    wire.put("/debt/2/closing", Map.of("how", "paid", "why", "New one"));
    tide.rise(27);
    assertEquals(1, wire.found("debt-deferral-over").size());
    assertEquals(List.of(), wire.found("debt-payback-unverified"));
    tide.rise(2);
    assertEquals(1, wire.found("debt-payback-unverified").size());
    wire.put("/debt/2/payback", Map.of("low", "0", "words", "Nobody waits any more"));
    assertEquals(List.of(), wire.found("debt-payback-unverified"));
  }

  @Practice("D8")
  @Test
  void stakeholdersSeeMoneyAndRiskWithoutJargon() {
    owed();
    owed("Old printer", "risks", Map.of("interest_low", "2", "severity", "high"));
    wire.put("/debt/rules", Map.of("what", "rate", "value", "90 eur"));
    wire.put("/debt/1/deferral", Map.of("day", "2027-02-01", "why", "The season first"));
    tide.rise(70);
    JsonNode told = wire.get("/debt/stakeholders");
    assertEquals(3, told.get("trend").size(), "nobody knows what was owed before November");
    assertEquals(2, told.at("/trend/0/items").asInt());
    assertEquals(6, told.at("/trend/2/hours_a_week/low").asDouble());
    assertEquals(40, told.at("/postponed/0/hours_so_far/low").asDouble());
    String page = ship.get("/debt/stakeholders").body();
    assertTrue(page.contains("6–10 h · 540–900 EUR"), page);
    assertTrue(page.contains("40–80 h · 3,600–7,200 EUR"), page);
    assertTrue(page.contains("What waits costs the same: 8 hours a week"), page);
    String shown =
        page.substring(page.indexOf("<main"), page.indexOf("</main>")).toLowerCase(Locale.ROOT);
    for (String jargon :
        List.of("debt</", "refactor", "principal", "interest", "hotspot", "sarif", "backlog")) {
      assertFalse(shown.contains(jargon), jargon);
    }
    wire.put("/debt/2/closing", Map.of("how", "paid", "why", "Sold"));
    assertEquals(4, wire.get("/debt/stakeholders").at("/trend/2/hours_a_week/low").asDouble());
  }

  @Practice("D8")
  @Test
  void whatNobodyKnowsIsUnknownAndNotNothing() {
    owed("Old printer", "risks", Map.of("principal_high", "5"));
    owed("Names", "waits", Map.of());
    String says = Jsoup.parse(ship.get("/debt/stakeholders").body()).text();
    assertTrue(says.contains("Mending it takes about 0–5 h. What 2 of them cost"), says);
    assertTrue(says.contains("What mending 1 of them takes nobody said."), says);
    assertTrue(says.contains("Can wait 1 unknown unknown"), says);
    assertFalse(says.contains("31 Oct"), "before the register began nobody knows");
    assertEquals(
        "“It broke” is no number or address of an incident.",
        wire.refused(422, "/debt/1/incidents", Map.of("incident", "It broke")));
  }

  @Practice({"B5", "C10"})
  @Test
  void whatBecameDebtByItselfIsOfferedAndTakenOnce() {
    wire.put("/spikes", Map.of("question", "Does the old quay have power?", "due", "2026-11-20"));
    wire.put(
        "/decisions",
        Map.of(
            "title", "Lamps are lit by timers",
            "question", "How are lamps lit?",
            "options", List.of("Timers")));
    wire.put("/decisions/1/choice", Map.of("option", "Timers", "reasons", "Nobody forgets"));
    ship.post("/teams", "title=Harbour");
    wire.put(
        "/decisions/1/standards",
        Map.of("kind", "hand", "says", "Lit at dusk", "owner", "Harbour", "day", "2026-11-25"));
    assertFalse(ship.get("/debt").body().contains("Became debt by itself"));
    tide.rise(40);
    String page = ship.get("/debt").body();
    assertTrue(page.contains("Does the old quay have power?"), page);
    assertTrue(page.contains("Its review was due on 25 Nov 2026"), page);
    String key = page.replaceAll("(?s).*name=\"key\" value=\"([^\"]+)\".*", "$1");
    String kind =
        page.contains("value=\"" + key + "\"") && key.contains(" ") ? "standard" : "spike";
    JsonNode taken = wire.put("/debt/lapses", Map.of("kind", kind, "key", key));
    assertEquals(taken, wire.put("/debt/lapses", Map.of("kind", kind, "key", key)), "once");
    assertEquals(1, wire.get("/debt").get("items").size());
    wire.refused(404, "/debt/lapses", Map.of("kind", "standard", "key", "none"));
  }
}
