package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.git.GitRepo;
import pilothouse.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;

/** A feature flag from the day on which it is written down to its removal, or its end as debt. */
@OnBothDatabases
class FlagsTest {
  private final Tide tide = new Tide(Village.NOW);
  @TempDir Path folder;
  private Ship ship;
  private Wire wire;

  @BeforeEach
  void sails() {
    GitRepo repo = GitRepo.init(folder.resolve("shop"));
    repo.on("2026-10-01T08:00:00Z")
        .write("src/Cart.java", "if (flags.isOn(\"checkout-v2\")) {}\n")
        .write("src/Other.java", "isOn(\"checkout-v2-beta\"); isOn(\"brand-new\"); // \u00fc\n")
        .write("docs/flags.md", "new, checkout-v2\n")
        .write("flags.flagd.json", "{\"flags\": {\"lamps\": {\"state\": \"ENABLED\"}}}\n")
        .commit("Base");
    ship = Ship.at(tide, repo.path()).read("shop");
    wire = new Wire(ship);
    ship.post("/teams", "title=Harbour");
  }

  @AfterEach
  void stops() {
    ship.close();
  }

  private JsonNode flag(String key, Map<String, ?> more) {
    Map<String, Object> all = new java.util.HashMap<>(more);
    all.put("key", key);
    return wire.put("/flags", all);
  }

  private List<String> promises() {
    JsonNode open = wire.get("/promises");
    return open.at("/promises").valueStream().map(one -> one.get("what").asString()).toList();
  }

  @Practice("G4")
  @Test
  void aFlagHasAKindAnAgeAnOwnerAndALife() {
    JsonNode made = flag("checkout-v2", Map.of("owner", "Harbour", "since", "2026-10-03"));
    assertEquals("release", made.get("kind").asString());
    assertEquals(30, made.get("age_days").asInt());
    assertEquals("2027-01-01", made.get("ends").asString(), "90 days");
    assertEquals("expiry", made.get("ends_by").asString());
    assertEquals("Harbour", made.get("owner").asString());
    assertEquals("2026-12-12", flag("half", Map.of("kind", "experiment")).get("ends").asString());
    assertEquals("review", flag("stop", Map.of("kind", "operational")).get("ends_by").asString());
    wire.put("/flags/lives", Map.of("kind", "experiment", "days", 20));
    assertEquals("2026-11-22", flag("tenth", Map.of("kind", "experiment")).get("ends").asString());
    assertEquals(2, wire.get("/flags?kind=experiment").get("flags").size());
    assertEquals(1, wire.get("/flags?owner=Harbour").get("flags").size());
    assertEquals("tenth", wire.get("/flags?sort=newest").at("/flags/0/key").asString());
    assertTrue(ship.get("/search?q=checkout").body().contains("/flags/1"));
    assertTrue(ship.get("/journal").body().contains("flag written down"));
    JsonNode next = wire.get("/flags?most=2").get("next");
    assertEquals(
        2,
        wire.get("/flags?most=2&after=" + next.asString().replace(" ", "%20")).get("flags").size());
  }

  @Test
  void whatMakesNoSenseIsRefusedWithTheMend() {
    flag("one", Map.of());
    wire.refused(409, "/flags", Map.of("key", "one"));
    wire.refused(422, "/flags", Map.of("key", " "));
    wire.refused(422, "/flags", Map.of("key", "a\nb"));
    wire.refused(422, "/flags", Map.of("key", "k".repeat(201)));
    wire.refused(422, "/flags", Map.of("key", "two", "kind", "odd"));
    wire.refused(422, "/flags", Map.of("key", "two", "owner", "Nobody"));
    wire.refused(422, "/flags", Map.of("key", "two", "since", "2027-01-01"));
    wire.refused(422, "/flags", Map.of("key", "two", "since", "2026-10-01", "ends", "2026-09-01"));
    wire.refused(422, "/flags/lives", Map.of("kind", "release", "days", 0));
    wire.refused(422, "/flags/1/extension", Map.of("day", "2027-05-01"));
    wire.refused(422, "/flags/1/extension", Map.of("day", "2026-05-01", "why", "x"));
    wire.refused(409, "/flags/1/return", Map.of("why", "x"));
    assertEquals(404, ship.get("/flags/9").statusCode());
    assertEquals(1, wire.get("/flags?state=all").get("flags").size());
  }

  @Practice("G4")
  @Test
  void pastItsDayItIsFoundAndBecomesDebtOnce() {
    flag("checkout-v2", Map.of("owner", "Harbour", "ends", "2026-11-20"));
    flag("stop", Map.of("kind", "operational", "ends", "2026-11-21"));
    tide.rise(18);
    assertEquals(List.of(), wire.found("flag-expired"));
    assertFalse(ship.get("/debt").body().contains("checkout-v2"));
    tide.rise(2);
    assertEquals(
        List.of("The flag stop was to be looked at again by 21 Nov 2026."),
        wire.found("flag-expired"));
    assertEquals(1, wire.found("promise-overdue").size(), "of what somebody owes it is told once");
    assertEquals(2, wire.get("/flags?state=late").get("flags").size());
    String page = ship.get("/debt").body();
    assertTrue(page.contains("Feature flag checkout-v2"), page);
    assertTrue(page.contains("It was to be gone by 20 Nov 2026"), page);
    Map<String, String> what =
        Map.of("kind", "flag", "key", wire.get("/flags/1").get("id").asString());
    JsonNode taken = wire.put("/debt/lapses", what);
    assertEquals("/flags/1", taken.at("/sources/0/address").asString(), "it links back");
    assertEquals(taken, wire.put("/debt/lapses", what), "once");
    assertFalse(ship.get("/debt").body().contains("It was to be gone by"));
    assertEquals("/debt/1", wire.get("/flags/1").get("debt").asString());
    assertTrue(ship.get("/flags/1").body().contains("It is debt: TD-1 Feature flag checkout-v2"));
    assertEquals("Harbour", taken.get("owner").asString(), "whose the flag is, owes it");
    assertEquals("2027-11-20", taken.get("due").asString(), "from the day when it was to go");
    assertTrue(ship.get("/debt/1").body().contains("Its window counts from the day"));
    wire.put("/debt/1/closing", Map.of("how", "dropped", "why", "It stays for good"));
    String closed = ship.get("/flags/1").body();
    assertTrue(closed.contains("It was debt: TD-1 Feature flag checkout-v2"), closed);
    assertTrue(closed.contains("Counts no more: It stays for good"), closed);
  }

  @Test
  void aPlaceThatIsNotThereIsRefused() {
    for (String list : List.of("/flags", "/flags.csv", "/debt", "/debt.csv")) {
      assertEquals(422, ship.get(list + "?place=nonsense").statusCode(), list);
      assertEquals(200, ship.get(list + "?place=organisation").statusCode(), list);
    }
    assertEquals(422, ship.get("/api/v1/flags?place=system:none").statusCode());
    assertEquals(422, ship.get("/api/v1/debt?place=repository:none//src").statusCode());
    assertTrue(ship.get("/debt").body().contains("<datalist"), "places to choose from");
  }

  @Test
  void whoOwnsAFlagThatWasLateWhenItWasToldIsNotLateBeforeAnybodyAsked() {
    flag("old", Map.of("owner", "Harbour", "since", "2026-01-01"));
    assertEquals("2026-11-16", wire.get("/promises").at("/promises/0/due").asString());
    assertEquals(1, wire.found("flag-expired").size());
    assertEquals(List.of(), wire.found("promise-overdue"));
    assertEquals(List.of(), wire.found("promise-escalated"));
    tide.rise(15);
    assertEquals(List.of(), wire.found("flag-expired"));
    assertEquals(1, wire.found("promise-overdue").size());
  }

  @Practice("G4")
  @Test
  void aLongerLifeAsksForAReasonAndIsCounted() {
    flag("checkout-v2", Map.of("owner", "Harbour", "ends", "2026-11-20"));
    assertEquals(List.of("Remove the flag checkout-v2"), promises());
    tide.rise(30);
    String day = "2026-12-20";
    assertEquals(
        1,
        wire.put("/flags/1/extension", Map.of("day", day, "why", "Not all have it"))
            .get("extended")
            .asInt());
    assertEquals(List.of(), wire.found("flag-expired"));
    assertEquals(day, wire.get("/promises").at("/promises/0/due").asString());
    wire.put("/flags/1/extension", Map.of("day", "2027-01-20", "why", "Still not"));
    String page = ship.get("/flags/1").body();
    assertTrue(page.contains("Extended 2 times"), page);
    assertTrue(page.contains("Extended to 20 Jan 2027") && page.contains("Still not"), page);
    assertEquals(
        2,
        wire.put("/flags/1/extension", Map.of("day", "2026-12-24", "why", "Sooner"))
            .get("extended")
            .asInt());
    assertEquals("2026-12-24", wire.get("/promises").at("/promises/0/due").asString());
    assertEquals(1, promises().size());
  }

  @Test
  void removalIsUnverifiedUntilSomethingShowsItAndNothingIsLost() {
    flag("checkout-v2", Map.of("owner", "Harbour", "says", "The new way to pay"));
    wire.put(
        "/flags/1/words",
        Map.of("kind", "experiment", "says", "Half pay anew", "owner", "", "why", "Test"));
    assertEquals(List.of(), promises(), "nobody owns it any more");
    wire.put("/flags/1/words", Map.of("kind", "release", "owner", "Harbour"));
    assertEquals("Half pay anew", wire.get("/flags/1").get("says").asString(), "left out");
    assertEquals(List.of("Remove the flag checkout-v2"), promises());
    JsonNode gone = wire.put("/flags/1/removal", Map.of());
    assertEquals("removed", gone.get("state").asString());
    assertEquals("", gone.get("evidence").asString());
    assertEquals(1, wire.get("/flags?state=unverified").get("flags").size());
    assertEquals(List.of(), promises());
    wire.refused(409, "/flags/1/removal", Map.of());
    wire.put("/flags/1/return", Map.of("why", "It broke"));
    assertEquals(1, promises().size());
    wire.put("/flags/1/removal", Map.of("evidence", "https://example.org/pull/7"));
    assertEquals(0, wire.get("/flags?state=unverified").get("flags").size());
    assertEquals(0, wire.get("/flags").get("flags").size());
    tide.rise(400);
    assertEquals(List.of(), wire.found("flag-expired"));
    String page = ship.get("/flags/1").body();
    assertTrue(page.contains("https://example.org/pull/7") && page.contains("It broke"), page);
    String out = ship.get("/flags.csv?state=all").body();
    assertTrue(out.startsWith("key,kind,says,place,owner,since,ends,state,evidence"), out);
    assertTrue(
        out.contains("checkout-v2,release,Half pay anew,organisation,Harbour,2026-11-02"), out);
  }

  @Practice("G4")
  @Test
  void itIsShownWhereAKeyStillStandsInCode() {
    flag("checkout-v2", Map.of());
    flag("new", Map.of());
    flag("lamps", Map.of());
    flag("?odd", Map.of());
    assertTrue(wire.get("/flags/1").get("code").isNull(), "not searched yet");
    ship.rounds();
    JsonNode code = wire.get("/flags/1").get("code");
    assertEquals(
        List.of("docs/flags.md", "src/Cart.java"),
        code.get("files").valueStream().map(one -> one.get("path").asString()).toList());
    assertEquals(0, code.get("not_searched").asInt());
    assertEquals(1, wire.get("/flags/2").at("/code/files").size(), "brand-new is another word");
    assertEquals(0, wire.get("/flags/3").at("/code/files").size(), "where it is defined");
    assertTrue(wire.get("/flags/4").get("code").isNull(), "that cannot be told from other text");
    String page = ship.get("/flags/1").body();
    assertTrue(page.contains("still in 2 files"), page);
    assertEquals(200, ship.get("/systems/shop/file?path=src%2FCart.java").statusCode());
    assertTrue(page.contains("/systems/shop/file?path=src%2FCart.java"), page);
    assertTrue(ship.get("/flags/3").body().contains("nowhere in code"));
    assertTrue(ship.get("/flags/4").body().contains("unknown"));
  }
}
