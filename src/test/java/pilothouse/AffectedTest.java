package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pilothouse.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;

/** What decisions affect, and what changes cost there before and after them. */
@OnBothDatabases
class AffectedTest {
  /** Twelve weeks before the end of what the village tells. */
  private static final Duration SINCE = Duration.ofDays(84);

  private final Tide tide = new Tide(Village.NOW.minus(SINCE));
  private final Ship ship = Ship.at(tide, Village.repository()).read("ferry");
  private final Wire wire = new Wire(ship);

  @BeforeEach
  void begins() {
    for (String system : List.of("booking", "tickets", "docs")) {
      ship.post("/catalog", "title=" + system);
    }
  }

  @AfterEach
  void stops() {
    ship.close();
  }

  private JsonNode asked(String... affects) {
    return titled("One store for bookings", affects);
  }

  private JsonNode titled(String title, String... affects) {
    Map<String, Object> words = new HashMap<>();
    words.put("title", title);
    words.put("question", "Where shall bookings be kept?");
    words.put("options", List.of("One", "Many"));
    words.put("affects", List.of(affects));
    return wire.put("/decisions", words);
  }

  private void decided() {
    wire.put("/decisions/1/choice", Map.of("option", "One", "reasons", "Less to keep"));
    tide.rise(SINCE);
    ship.told(VillageDelivery.facts());
  }

  private static List<String> scopes(JsonNode decision) {
    return decision.get("affects").valueStream().map(one -> one.get("scope").asString()).toList();
  }

  private static JsonNode series(JsonNode affected, String id) {
    return affected
        .valueStream()
        .flatMap(one -> one.get("series").valueStream())
        .filter(one -> one.get("id").asString().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError(affected.toString()));
  }

  @Test
  void whatItAffectsIsSaidAtTheBeginningAndLaterAndTakenAway() {
    ship.post("/teams", "title=Harbour");
    JsonNode made = asked("repository:ferry//booking", "team:harbour", "team:harbour");
    assertEquals(List.of("repository:ferry//booking", "team:harbour"), scopes(made));
    String like =
        "Write it like system:checkout, team:harbour, repository:shop, or repository:shop//src for"
            + " a path.";
    assertEquals(
        "“team:nowhere” is no system, team or path that you may look at.",
        wire.refused(422, "/decisions/1/affected", Map.of("scope", "team:nowhere")));
    assertTrue(ship.get("/decisions/1").body().contains(like));
    wire.refused(422, "/decisions/1/affected", Map.of("scope", "organisation"));
    wire.refused(422, "/decisions/1/affected", Map.of("scope", "team:harbour//src"));
    JsonNode more = wire.put("/decisions/1/affected", Map.of("scope", "repository:ferry"));
    assertEquals(3, scopes(more).size());
    assertEquals(
        more, wire.put("/decisions/1/affected", Map.of("scope", "repository:ferry")), "once");
    int number = more.at("/affects/1/number").asInt();
    wire.refused(422, "/decisions/1/affected/" + number + "/end", Map.of("why", ""));
    JsonNode less =
        wire.put("/decisions/1/affected/" + number + "/end", Map.of("why", "They left"));
    assertEquals(List.of("repository:ferry//booking", "repository:ferry"), scopes(less));
    wire.refused(404, "/decisions/1/affected/" + number + "/end", Map.of("why", "Twice"));
    String page = ship.get("/decisions/1").body();
    assertTrue(page.contains("They left"), "what was said stays in its history");
    assertTrue(ship.get("/journal").body().contains("what a decision affects taken away"));
  }

  @Test
  void itAffectsTwentyThingsAtMost() {
    IntStream.range(0, 21).forEach(i -> ship.post("/teams", "title=Crew" + i));
    String[] all = IntStream.range(0, 21).mapToObj(i -> "team:crew" + i).toArray(String[]::new);
    Map<String, Object> words = new HashMap<>();
    words.put("title", "All");
    words.put("question", "All?");
    words.put("affects", List.of(all));
    assertEquals("A decision affects at most 20 things.", wire.refused(422, "/decisions", words));
    asked(java.util.Arrays.copyOf(all, 20));
    assertEquals(
        "A decision affects at most 20 things.",
        wire.refused(422, "/decisions/1/affected", Map.of("scope", "team:crew20")));
    assertEquals(200, ship.get("/decisions/1").statusCode());
  }

  @Test
  void eachShowsWhatChangesCostBeforeAndAfterWithItsReceipts() {
    ship.told(List.of(Quay.measured("spend", "system:booking", tide.instant(), 900)));
    asked("system:booking", "system:docs");
    decided();
    JsonNode told = wire.get("/decisions/1/affected");
    JsonNode lead = series(told, "change-lead-time@system:booking");
    assertEquals("seconds", lead.get("unit").asString());
    assertEquals(16 * 3600, lead.at("/before/median").asDouble(), lead.toString());
    assertEquals(104, lead.at("/before/n").asInt());
    assertEquals(9 * 3600, lead.at("/after/median").asDouble());
    assertEquals(48, lead.at("/after/n").asInt());
    assertTrue(lead.get("points").size() > 30, "week by week");
    for (String half : List.of("before", "after")) {
      String receipt = lead.at("/" + half + "/receipt").asString();
      String says = half.equals("before") ? "16 h" : "9 h";
      assertTrue(ship.get(receipt).body().contains(says), receipt);
    }
    JsonNode docs = series(told, "change-lead-time@system:docs");
    assertTrue(docs.at("/before/median").isNull(), docs.toString());
    assertFalse(docs.at("/before/unknown").asString().isEmpty());
    JsonNode debt = told.at("/0/series/2");
    assertEquals("debt", debt.get("id").asString());
    assertEquals("nobody wrote down debt there", debt.at("/before/unknown").asString());
    wire.put(
        "/decisions/1/affected",
        Map.of("scope", "system:booking", "gauge", "spend@system:booking"));
    JsonNode spend = series(wire.get("/decisions/1/affected"), "spend@system:booking");
    assertEquals(900, spend.at("/after/median").asDouble());
    assertEquals(1, spend.at("/after/n").asInt());
    String page = ship.get("/decisions/1").body();
    assertTrue(page.contains("System booking around D-1, decided 10 Aug 2026"), page);
    assertTrue(page.contains("median, n = "), page);
  }

  @Test
  void beforeAnybodyDecidesThereIsNoAfter() {
    tide.rise(SINCE);
    ship.told(VillageDelivery.facts());
    asked("system:booking");
    JsonNode lead = series(wire.get("/decisions/1/affected"), "change-lead-time@system:booking");
    assertTrue(lead.at("/before/median").asDouble() > 0);
    assertEquals("nobody decided yet", lead.at("/after/unknown").asString());
    assertTrue(ship.get("/decisions/1").body().contains("System booking, until now"));
  }

  @Test
  void theDebtOfAPathIsACostFromMonthToMonth() {
    Map<String, Object> debt = new HashMap<>();
    debt.put("title", "Prices are computed twice");
    debt.put("effect", "slows");
    debt.put("spots", List.of("ferry:booking/src/Booking.java"));
    debt.put("interest_low", "4");
    debt.put("interest_high", "8");
    wire.put("/debt", debt);
    asked("repository:ferry//booking", "repository:ferry//web");
    decided();
    JsonNode told = wire.get("/decisions/1/affected");
    JsonNode cost = told.at("/0/series").valueStream().toList().getLast();
    assertEquals(6, cost.at("/after/median").asDouble(), told.toString());
    assertTrue(cost.at("/after/n").asInt() >= 3);
    assertTrue(ship.get("/decisions/1").body().contains("6 h a week (4 to 8)"));
    String receipt = cost.at("/after/receipt").asString();
    assertTrue(ship.get(receipt).body().contains("Prices are computed twice"), receipt);
    JsonNode other = told.at("/1/series").valueStream().toList().getLast();
    assertTrue(other.at("/after/median").isNull(), "it lies in another folder");
  }

  @Test
  void debtThatWasWrittenDownLaterIsNoEffectOfTheDecision() {
    asked("repository:ferry//booking");
    decided();
    wire.put(
        "/debt",
        Map.of(
            "title",
            "Prices are computed twice",
            "effect",
            "slows",
            "spots",
            List.of("ferry:booking/src/Booking.java"),
            "interest_low",
            "4",
            "interest_high",
            "8"));
    JsonNode cost =
        wire.get("/decisions/1/affected").at("/0/series").valueStream().toList().getLast();
    assertTrue(
        cost.at("/before/unknown").asString().startsWith("the register of it began by "),
        cost.toString());
    assertTrue(ship.get("/decisions/1").body().contains("all since the register began, by "));
  }

  @Test
  void aPlaceFindsWhatAffectsItAndItsEventsTellOfIt() {
    asked("system:booking");
    titled("One store for tickets", "system:tickets");
    decided();
    JsonNode found = wire.get("/decisions?place=system:booking");
    assertEquals(1, found.get("decisions").size());
    assertEquals(1, found.at("/decisions/0/number").asInt());
    String page = ship.get("/decisions?place=system:booking").body();
    assertTrue(page.contains("D-1 One store") && !page.contains("D-2 One store"), page);
    assertEquals(422, ship.get("/api/v1/decisions?place=system:nowhere").statusCode());
    JsonNode compared =
        wire.get(
            "/compare?one=change-lead-time@system:booking&other=time-in-review@system:booking");
    assertTrue(compared.get("events").toString().contains("D-1 One store for bookings: One"));
    wire.put("/decisions/1/affected/2/end", Map.of("why", "No"));
    assertEquals(0, wire.get("/decisions?place=system:booking").get("decisions").size());
  }
}
