package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pilothouse.storage.OnBothDatabases;
import pilothouse.storage.PerDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Search over all, through its page, its list and its API. */
@OnBothDatabases
class SearchTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final PerDatabase<Ship> SHIPS = new PerDatabase<>(SearchTest::started);
  private final Ship ship = SHIPS.here();

  private static Ship started() {
    Ship ship =
        Ship.with(Village.repository())
            .read("ferry")
            .told(VillageDelivery.facts())
            .declared()
            .joined();
    ship.post("/rules", "kind=service&pattern=tickets-*&target=harbour-lights&why=one+team");
    // What was read comes to the search behind the pages.
    while (found(ship, "Booking.java").isEmpty()) {
      Thread.onSpinWait();
    }
    return ship;
  }

  @AfterAll
  static void stops() {
    SHIPS.each(Ship::close);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "harbour lights | system | Harbour lights | /catalog/harbour-lights",
        "Harbour Li | system | Harbour lights | /catalog/harbour-lights",
        "LIGHTS | system | Harbour lights | /catalog/harbour-lights",
        "ferry | repository | ferry | /systems/ferry",
        "hárbøur | team | Harbour | /teams/harbour",
        "mara | person | Mara Lind | /people/identities?q=mara-lind#person-mara-lind",
        "mara@ferry.example | person | Mara Lind | /people/identities?q=mara-lind#person-mara-lind",
        "truck | metric | Truck factor | /formulas#truck-factor",
        "dora | page | Delivery | /delivery",
        "declare | page | Declare a system | /catalog#new",
        "tickets | rule | service tickets-* → harbour-lights | /rules#all",
        "booking.java | file | Booking.java | /systems/ferry/file?path=booking%2Fsrc%2FBooking.java",
        "booking/src/Book | file | Booking.java | /systems/ferry/file?path=booking%2Fsrc%2FBooking.java"
      })
  void whatIsCalledSoIsFoundWhereItStands(String words, String kind, String title, String at) {
    List<JsonNode> all =
        found(words).stream().filter(hit -> hit.get("kind").asString().equals(kind)).toList();
    assertFalse(all.isEmpty(), words);
    assertEquals(title, all.getFirst().get("title").asString());
    assertEquals(at, all.getFirst().get("address").asString());
    assertEquals(200, ship.get(at.replaceFirst("#.*", "")).statusCode());
  }

  @Test
  void incidentsAndChangeRequestsAreFoundByWhatSourcesTold() {
    JsonNode incident = awaited("double bookings", "incident");
    assertEquals("Double bookings on Sundays", incident.get("title").asString());
    assertEquals("/delivery/booking#incidents", incident.get("address").asString());
    String change =
        """
        {"id": "c-1", "repository": "ferry/tickets", "number": 4711,
         "merged_at": "2026-10-30T09:00:00Z"}
        """;
    ship.send(
        HttpRequest.newBuilder(ship.at("/in/change"))
            .POST(HttpRequest.BodyPublishers.ofString(change)));
    assertEquals("#4711", awaited("#4711", "change").get("title").asString());
  }

  private JsonNode awaited(String words, String kind) {
    while (true) {
      for (JsonNode hit : found(words)) {
        if (hit.get("kind").asString().equals(kind)) {
          return hit;
        }
      }
    }
  }

  @Test
  void whatWasJustSaidIsFoundAndWhatIsGoneIsNot() {
    ship.post("/teams", "title=Zwischendeck");
    assertEquals(1, found("zwischen").size());
    ship.post("/teams/zwischendeck/retire", "why=over");
    assertEquals(0, found("zwischen").size());
  }

  @Test
  void theBestComesFirst() {
    ship.post("/teams", "title=Light");
    List<JsonNode> teams =
        found("light").stream().filter(hit -> hit.get("kind").asString().equals("team")).toList();
    assertEquals("Light", teams.getFirst().get("title").asString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"",
        "*",
        "a\"b",
        "harbour AND",
        "NOT harbour",
        "harbour* OR *",
        "title:harbour",
        "^harbour",
        "harbour NEAR(lights, 2)",
        "'; drop table search_document; --",
        "harbour & | !",
        "<-> :*",
        "\\",
        "%",
        "_",
        "🚢 ⛴️",
        "\u0000",
        "(",
        "{harbour}",
        "-harbour",
        "支付 系统"
      })
  void whateverIsWrittenCountsAsWords(String words) {
    HttpResponse<String> page = ship.get("/search?q=" + coded(words));
    assertEquals(200, page.statusCode(), page.body());
    assertEquals(200, ship.get("/search/found?q=" + coded(words)).statusCode());
    assertEquals(200, ship.get("/api/v1/search?q=" + coded(words)).statusCode());
    assertFalse(found("harbour").isEmpty());
  }

  @Test
  void whatIsVeryLongIsCutAndSaysSo() {
    HttpResponse<String> page = ship.get("/search?q=" + "harbour+".repeat(100) + "x");
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("Only the first words"), page.body());
    assertEquals(400, ship.get("/search?q=" + "x".repeat(5_000)).statusCode());
  }

  @Test
  void nothingFoundSaysSoAndHintsAtNothing() {
    String page = ship.get("/search?q=nosuchthing").body();
    assertTrue(page.contains("Nothing of that name can be seen here."), page);
    assertTrue(ship.get("/search?q=%22").body().contains("no letter and no digit"));
    assertEquals(400, ship.get("/api/v1/search?q=x&kind=secret").statusCode());
    assertEquals(400, ship.get("/api/v1/search?q=x&limit=101").statusCode());
  }

  private List<JsonNode> found(String words) {
    return found(ship, words);
  }

  private static List<JsonNode> found(Ship ship, String words) {
    List<JsonNode> all = new ArrayList<>();
    JSON.readTree(ship.get("/api/v1/search?q=" + coded(words)).body()).forEach(all::add);
    return all;
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
