package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pilothouse.storage.OnBothDatabases;

/** Standards on the pages of the systems that they are for. */
@OnBothDatabases
class OwnStandardsTest {
  private static final Map<String, Object> BY_HAND =
      Map.of(
          "kind", "hand",
          "says", "Each system has a runbook",
          "owner", "Harbour",
          "day", "2026-12-01");

  private final Ship ship = Ship.with(Village.repository()).read("ferry");
  private final Wire wire = new Wire(ship);
  private final Quay quay = Quay.of(ship);

  @BeforeEach
  void declares() {
    ship.post("/teams", "title=Harbour");
    ship.post("/catalog", "title=Checkout");
  }

  @AfterEach
  void stops() {
    ship.close();
  }

  @Practice("C10")
  @Test
  void aSystemsOwnPageShowsWhetherItHoldsToEachStandard() {
    ship.post("/catalog", "title=Lamps&repository=ferry");
    ship.post("/catalog", "title=Bells&repository=ferry");
    String decision = quay.decided("organisation");
    assertFalse(ship.get("/systems/ferry").body().contains("Each system has a runbook"));
    wire.put(decision + "/standards", BY_HAND);
    String number = wire.get("/decisions/standards").at("/0/number").asString();
    for (String[] seen : new String[][] {{"lamps", "conforms"}, {"bells", "deviates"}}) {
      wire.put(
          decision + "/checks",
          Map.of(
              "standard",
              number,
              "system",
              seen[0],
              "result",
              seen[1],
              "evidence",
              "https://wiki.example/" + seen[0],
              "day",
              "2026-12-15"));
    }
    String both = ship.get("/systems/ferry").body();
    assertTrue(both.contains("D-1 Reliability or speed: Each system has a runbook"), both);
    assertTrue(both.contains("https://wiki.example/lamps"), both);
    assertTrue(both.contains("https://wiki.example/bells"), both);
    assertFalse(both.contains("checkout"), "of no other system");
    assertTrue(ship.get("/catalog/lamps").body().contains("https://wiki.example/lamps"));
    assertFalse(ship.get("/catalog/lamps").body().contains("https://wiki.example/bells"));
    assertTrue(ship.get("/catalog/checkout").body().contains("Nobody looked"));
    assertEquals(
        2, wire.get("/decisions/standards?place=repository:ferry").at("/0/systems").size());
  }
}
