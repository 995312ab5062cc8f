package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The roadmap: what is promised, what is believed, who agreed, and what the chances are. */
class RoadmapTest {
  private final Tide tide = new Tide(Village.NOW);
  private final Ship ship = Ship.at(tide, Village.repository()).read("ferry");
  private final Wagering says = new Wagering(ship);

  @AfterEach
  void stops() {
    ship.close();
  }

  private String item(String kind, Map<String, String> more) {
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "kind", kind,
                "title", "Tickets on the phone",
                "words", "Guests show a code",
                "measure", "Nine of ten guests board with a code",
                "due", "2026-11-30"));
    all.putAll(more);
    return says.say("/roadmap", all).at("/item/id").asString();
  }

  @Test
  @Practice("A13")
  void aMilestoneIsDoneWhenItsMeasureIsMetOrWaived() {
    String words = item("milestone", Map.of());
    String why = says.refused("/roadmap/" + words + "/done", Map.of());
    assertTrue(why.contains("Nine of ten guests board with a code"), why);
    assertEquals("open", says.look("/roadmap/" + words).at("/item/state").asString());
    JsonNode done = says.say("/roadmap/" + words + "/done", Map.of("waived", "Season is over"));
    assertEquals("done", done.at("/item/state").asString());
    assertTrue(says.page("/roadmap/" + words).contains("The measure was waived: Season is over"));
    assertEquals("unverified", promised(words), "nothing shows that it is kept");
    says.fact("codes", "organisation", Village.NOW.minusSeconds(86_400), 41);
    String number =
        item("milestone", Map.of("gauge", "codes@organisation", "expect", "up", "target", "90"));
    why = says.refused("/roadmap/" + number + "/done", Map.of("evidence", "I think so"));
    assertTrue(why.contains("is 41 min on 1 Nov 2026, and the target is 90 min."), why);
    tide.rise(7);
    for (int day = 1; day <= 6; day++) {
      says.fact("codes", "organisation", Village.NOW.plusSeconds(day * 86_400L), 93);
    }
    done = says.say("/roadmap/" + number + "/done", Map.of());
    assertEquals("done", done.at("/item/state").asString());
    assertTrue(done.at("/turns/0/words").asString().contains("the target was 90 min"));
    assertEquals("kept", promised(number));
    says.refused("/roadmap/" + number + "/done", Map.of("waived", "again"));
    assertEquals(
        "Acceptance measure",
        says.page("/roadmap/" + number).replaceAll("(?s).*(Acceptance measure).*", "$1"));
  }

  /** How the promise of a milestone ended. */
  private String promised(String id) {
    String promise = says.look("/roadmap/" + id).at("/item/promise").asString();
    return says.look("/promises/" + promise).at("/promise/state").asString();
  }

  /** As soon as there is an outcome, a milestone is for one, and its page leads there. */
  @Test
  @Practice("A13")
  void aMilestoneIsForAnOutcome() {
    String orphan = item("milestone", Map.of());
    assertTrue(says.page("/roadmap/" + orphan).contains("It has no parent outcome."));
    ship.post("/teams", "title=Harbour");
    says.fact("activation", "organisation", Village.NOW.minusSeconds(60), 41);
    String outcome = says.outcome("Guests come back");
    Map<String, String> bare =
        Map.of(
            "kind", "milestone",
            "title", "Codes",
            "measure", "Nine of ten",
            "due", "2026-12-01");
    assertEquals("A milestone is for an outcome: choose one.", says.refused("/roadmap", bare));
    says.refused("/roadmap", with(bare, "outcome", "none"));
    says.refused("/roadmap", with(with(bare, "outcome", outcome), "due", "soon"));
    says.refused("/roadmap", with(with(bare, "outcome", outcome), "measure", ""));
    String id = says.say("/roadmap", with(bare, "outcome", outcome)).at("/item/id").asString();
    assertTrue(
        says.page("/roadmap/" + id)
            .contains("<a href=\"/outcomes/" + outcome + "\">Guests come back</a>"));
  }

  private static Map<String, String> with(Map<String, String> all, String key, String value) {
    Map<String, String> more = new HashMap<>(all);
    more.put(key, value);
    return more;
  }

  @Test
  @Practice("A15")
  void aHypothesisPastItsKillDateWithoutAResultIsAFinding() {
    String id = item("hypothesis", Map.of("measure", "Ten guests try it"));
    assertEquals("[]", ship.found().toString());
    tide.rise(30);
    assertTrue(
        ship.found().stream().anyMatch(one -> one.says().contains("Tickets on the phone")),
        ship.found().toString());
    assertTrue(says.page("/roadmap").contains("past its kill date without a result"));
    says.refused("/roadmap/" + id + "/done", Map.of("evidence", "x"));
    says.say("/roadmap/" + id + "/result", Map.of("verdict", "broke", "words", "Two tried it"));
    assertEquals("[]", ship.found().toString());
    assertFalse(says.page("/roadmap").contains("past its kill date"));
    String milestone = item("milestone", Map.of("due", "2027-03-01"));
    says.refused(
        "/roadmap/" + milestone + "/result", Map.of("verdict", "held", "words", "It is no belief"));
  }

  @Test
  @Practice("B6")
  void whatANamedFunctionDidNotAgreeToShowsSo() {
    String id =
        item("milestone", Map.of("functions", "product, design", "function", "engineering"));
    String page = says.page("/roadmap");
    assertTrue(page.contains(">Milestone</td>"), page);
    assertTrue(page.contains("product: nobody said yet"), page);
    assertTrue(page.contains("design: nobody said yet"), page);
    assertTrue(page.contains("engineering: agreed"));
    assertTrue(page.contains("contributors from two functions at least. So far: engineering."));
    says.say("/roadmap/" + id + "/agreement", Map.of("function", "product", "says", "agreed"));
    page = says.page("/roadmap");
    assertTrue(page.contains("product: agreed") && page.contains("design: nobody said yet"), page);
    assertEquals(
        "Nobody asked for “wizard” here, and no outcome knows it.",
        says.refused("/roadmap/" + id + "/agreement", agreed("wizard")));
    assertTrue(page.contains("by the same hand as another: nobody signs in here"), page);
    assertTrue(says.look("/roadmap/" + id).at("/agreements/0/same_hand").asBoolean());
    assertTrue(page.contains("Functions that contributed: engineering, product."), page);
    says.say(
        "/roadmap/" + id + "/agreement",
        Map.of("function", "product", "says", "not agreed", "why", "Too early"));
    assertTrue(says.page("/roadmap/" + id).contains("product: does not agree Too early"));
    String csv = ship.get("/roadmap.csv").body();
    assertTrue(csv.contains("engineering,product; design"), csv);
  }

  /** Who said it stands beside it, by name for those who may see names, and says it once. */
  @Test
  void onePersonAgreesForOneFunction() {
    ship.post("/teams", "title=Pier");
    String id = item("milestone", Map.of("place", "team:pier"));
    Crew crew = Crew.of(ship);
    Crew.Hand lead = crew.join("pia@ferry.example", "lead", "team", "pier");
    Crew.Hand reader = crew.join("ria@ferry.example", "reader", "team", "pier");
    String path = "/roadmap/" + id + "/agreement";
    assertEquals(303, lead.post(path, agreed("product")).statusCode());
    var second = lead.post(path, agreed("design"));
    assertEquals(409, second.statusCode());
    assertTrue(second.body().contains("You agreed for “product” already"), second.body());
    assertEquals(303, crew.captain().post(path, agreed("design")).statusCode());
    String row = crew.captain().get("/roadmap").body();
    assertTrue(row.contains("said by Hand lead") && row.contains("said by Ada Lind"), row);
    for (String page : new String[] {"/roadmap", "/roadmap/" + id, "/api/v1/roadmap/" + id}) {
      String told = reader.get(page).body();
      assertTrue(told.contains("somebody"), told);
      assertFalse(told.contains("Hand lead") || told.contains("Ada Lind"), told);
    }
    lead.post(path, Map.of("function", "product", "says", "not agreed"));
    assertEquals(303, lead.post(path, agreed("design")).statusCode());
  }

  private static Map<String, String> agreed(String function) {
    return Map.of("function", function, "says", "agreed");
  }

  /** A duration is typed in hours, a share in percent, or each with its unit. */
  @Test
  void amountsAreOfTheUnitOfTheirNumber() {
    ship.told(VillageDelivery.facts());
    assertEquals(86_400, target("change-lead-time", "24"));
    assertEquals(259_200, target("change-lead-time", "3 d"));
    assertEquals(0.19, target("change-fail-rate", "19"), 1e-9);
    assertEquals(0.19, target("change-fail-rate", "19 %"), 1e-9);
    assertEquals(2, target("deployment-frequency", "2"));
    String why =
        says.refused(
            "/roadmap",
            Map.of(
                "kind", "milestone",
                "title", "Faster",
                "measure", "It is",
                "due", "2026-12-01",
                "gauge", "change-lead-time@system:booking",
                "expect", "down",
                "target", "24 %"));
    assertTrue(why.contains("“24 %” is no amount of that number."), why);
    String bet = says.bet("Changes wait");
    Map<String, String> said =
        Map.of(
            "gauge", "change-lead-time@system:booking",
            "expect", "down",
            "size", "24",
            "effect", "2026-11-02",
            "judged_on", "2027-01-31");
    JsonNode told = says.say("/bets/" + bet + "/predictions", said);
    String prediction = told.at("/predictions/0/id").asString();
    assertEquals(86_400, says.look("/verdicts/" + prediction).findValue("size").asDouble());
  }

  /** The unit that a measured number has may stand behind an amount; another one may not. */
  @Test
  void theUnitOfAMeasuredNumberMayBeTyped() {
    says.fact("wait", "organisation", Village.NOW.minusSeconds(86_400), 17.5);
    String wait = "wait@organisation";
    for (String typed : List.of("10 min", "10MIN", "10")) {
      String id = item("milestone", Map.of("gauge", wait, "expect", "down", "target", typed));
      JsonNode told = says.look("/roadmap/" + id);
      assertEquals(10, told.at("/item/target").asDouble());
      assertEquals("Wait, the organisation: at most 10 min", told.get("target").asString());
    }
    Map<String, String> odd =
        Map.of(
            "kind", "milestone",
            "title", "Codes",
            "words", "Guests board with a code",
            "measure", "Shorter",
            "due", "2026-12-14",
            "gauge", wait,
            "expect", "down",
            "target", "10 h");
    assertTrue(says.refused("/roadmap", odd).contains("“10 h” is no amount"), "another unit");
  }

  private double target(String metric, String typed) {
    String id =
        item(
            "milestone",
            Map.of("gauge", metric + "@system:booking", "expect", "down", "target", typed));
    JsonNode told = says.look("/roadmap/" + id);
    assertTrue(says.page("/roadmap/" + id).contains(told.get("target").asString()));
    return told.at("/item/target").asDouble();
  }

  @Test
  void theForecastTellsChancesFromTheFlowOfTheRepositories() {
    String id = item("milestone", Map.of("repositories", "ferry", "items", "10"));
    JsonNode chances = says.look("/roadmap/" + id).get("forecast");
    assertEquals(91, chances.get("history").asInt());
    assertTrue(
        chances.get("likely").asString().compareTo(chances.get("probable").asString()) <= 0
            && chances.get("probable").asString().compareTo(chances.get("nearly_sure").asString())
                <= 0,
        chances.toString());
    assertTrue(chances.get("by_then").asDouble() > 0.5, chances.toString());
    assertTrue(says.page("/roadmap").contains("chance to be done by 30 Nov 2026"));
    String csv = ship.get("/roadmap.csv").body();
    assertTrue(csv.matches("(?s).*,0\\.\\d\\d\r\n"), "a decimal, never certain: " + csv);
    assertTrue(says.page("/roadmap").contains("seed 20260105"));
    Map<String, String> nowhere =
        Map.of(
            "kind", "milestone",
            "title", "Codes",
            "measure", "Nine of ten",
            "due", "2026-12-01",
            "repositories", "ferry, none");
    assertEquals(
        "There is no repository “none” that you may see.", says.refused("/roadmap", nowhere));
    tide.rise(200);
    assertEquals(
        "No forecast: no change came in on the 91 days that it learns from.",
        says.look("/roadmap/" + id).at("/forecast/says").asString());
  }
}
