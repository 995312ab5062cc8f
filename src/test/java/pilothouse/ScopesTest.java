package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One switch for the scope and one for the period, in the address of every page they narrow. */
class ScopesTest {
  private static final Ship SHIP = ship();

  private static Ship ship() {
    Ship ship =
        Ship.with(Village.repository()).read("ferry").told(VillageDelivery.facts()).declared();
    ship.post("/catalog", "title=Tickets&name=tickets&owner=harbour");
    ship.post("/teams", "title=Quiet");
    return ship;
  }

  @AfterAll
  static void stops() {
    SHIP.close();
  }

  @Test
  void aTeamsSystemsStandTogether() {
    String delivery = SHIP.get("/delivery?scope=team:harbour").body();
    assertTrue(delivery.contains("/delivery/tickets"), delivery);
    assertFalse(delivery.contains("href=\"/delivery/booking"), "booking is not theirs");
    assertTrue(SHIP.get("/delivery").body().contains("href=\"/delivery/booking"));
    for (String page : new String[] {"/", "/systems"}) {
      String body = SHIP.get(page + "?scope=team:harbour").body();
      assertTrue(body.contains(": Harbour</h1>"), page);
      assertTrue(body.contains(">ferry/web</a>"), page + " shows the folder they live in");
      assertTrue(body.contains("<a href=\"/catalog/tickets\">tickets</a>"), page);
      assertTrue(body.contains("href=\"/delivery?scope=team%3Aharbour\""), page);
    }
  }

  @Test
  void aTeamThatAnswersForNothingIsToldSo() {
    assertTrue(
        SHIP.get("/systems?scope=team:quiet").body().contains("Quiet answers for no system"));
    assertEquals(200, SHIP.get("/?scope=team:quiet").statusCode());
    assertEquals(200, SHIP.get("/delivery?scope=team:quiet").statusCode());
  }

  @Test
  void ownersCountOnTheLastDayOfThePeriod() {
    String before = "from=2025-01-01&to=2025-06-30";
    String delivery = SHIP.get("/delivery?scope=team:harbour&" + before).body();
    assertFalse(delivery.contains("/delivery/tickets"), "nobody answered for it then");
  }

  @Test
  void theTeamsNumbersAreTheSameAsJsonAndCsv() {
    String json = SHIP.get("/api/v1/services?scope=team:harbour").body();
    assertTrue(json.contains("\"tickets\"") && !json.contains("\"booking\""), json);
    String csv = SHIP.get("/delivery.csv?scope=team:harbour").body();
    assertTrue(csv.contains("tickets") && !csv.contains("booking"), csv);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/systems/ferry/flow?scope=team:harbour&period=13w | /systems?scope=team%3Aharbour&period=13w",
        "/systems/ferry?scope=organisation | /systems",
        "/systems/ferry/debt?scope=repository:ferry&period=26w | /systems/ferry/debt?period=26w",
        "/?scope=repository:ferry | /systems/ferry",
        "/systems?scope=repository:ferry&from=2026-01-01 | /systems/ferry?from=2026-01-01",
        "/delivery?scope=system:tickets&period=13w | /delivery/tickets?period=13w",
        "/delivery/tickets?scope=team:harbour | /delivery?scope=team%3Aharbour",
        "/delivery/tickets?scope=system:booking&definition=merges | /delivery/booking?definition=merges",
        "/delivery/tickets/deployment-frequency?scope=system:booking | /delivery/booking/deployment-frequency"
      })
  void whatHasAPageOfItsOwnIsGoneTo(String from, String to) {
    HttpResponse<String> answer = SHIP.get(from);
    assertEquals(303, answer.statusCode(), answer.body());
    String there = answer.headers().firstValue("Location").orElseThrow();
    assertEquals(to, there);
    assertEquals(200, SHIP.get(there).statusCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/?scope=team:nobody | 404 | There is no team “nobody”",
        "/delivery?scope=team:harbor | 404 | Did you mean “team:harbour”?",
        "/delivery?scope=planet:earth | 400 | is no scope",
        "/catalog?scope=team:harbour | 400 | is nothing that this page knows",
        "/systems?folder=web | 400 | is nothing that this page knows",
        "/api/v1/services?scope=system:tickets | 400 | cannot be narrowed to a system"
      })
  void whatIsNoScopeIsRefused(String path, int status, String says) {
    HttpResponse<String> answer = SHIP.get(path);
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(says == null || answer.body().contains(says), answer.body());
  }

  @Test
  void scopeAndPeriodGoAlongFromPlaceToPlace() {
    String today = SHIP.get("/?scope=team:harbour&period=13w").body();
    assertTrue(today.contains("href=\"/systems?period=13w&amp;scope=team:harbour\""), today);
    String delivery = SHIP.get("/delivery?scope=team:harbour&period=13w").body();
    assertTrue(delivery.contains("href=\"/?period=13w&amp;scope=team:harbour\""), delivery);
    assertTrue(delivery.contains("href=\"/catalog\""), "what cannot be narrowed keeps nothing");
    String all = SHIP.get("/systems/ferry?period=all").body();
    assertTrue(all.contains("href=\"/delivery\""), "services have no period “all”");
  }
}
