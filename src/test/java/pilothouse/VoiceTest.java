package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pilothouse.evidence.facts.Measurement;
import pilothouse.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;

/**
 * What people and customers said, what was promised back, what stops teams, and what fell silent.
 */
@OnBothDatabases
class VoiceTest {
  private final Tide tide = new Tide(Village.NOW);
  private Ship ship;
  private Wire wire;

  @BeforeEach
  void starts() {
    ship = Ship.at(tide).told(VillageDelivery.facts());
    ship.post("/teams", "title=Harbour");
    ship.post("/catalog", "title=Booking&owner=harbour");
    wire = new Wire(ship);
  }

  @AfterEach
  void stops() {
    ship.close();
  }

  private static Measurement measured(String metric, String scope, Instant at, double value) {
    return new Measurement(
        Measurement.key(metric, scope, at), at, metric, scope, at, value, "points");
  }

  @Test
  @Practice("E3")
  void aRoundClosesWithAPromiseOrAReasonAndTheNextOneShowsWhatBecameOfIt() {
    JsonNode first = wire.put("/rounds", Map.of("title", "Autumn", "place", "team:harbour"));
    String page = "/rounds/" + first.get("id").asString();
    wire.put(page + "/themes", Map.of("themes", List.of("theme,weight", "Builds are slow,often")));
    assertEquals(
        "The table has a column “email”: names and single answers are not kept.",
        wire.refused(
            422, page + "/themes", Map.of("themes", List.of("email,theme", "a@b.example,Noise"))));
    assertEquals(
        "Nothing is promised back, and nothing says why.",
        wire.refused(422, page + "/close", Map.of()));
    assertEquals(
        "The last round there, “Autumn”, was not answered: nothing was promised back, and nothing says why.",
        wire.refused(409, "/rounds", Map.of("title", "Winter", "place", "team:harbour")));
    wire.put(
        page + "/promises",
        Map.of(
            "said",
            "Builds are slow",
            "what",
            "Halve the build",
            "owner",
            "local",
            "due",
            "2026-11-20"));
    wire.put(
        page + "/promises",
        Map.of(
            "said", "Buy us a boat", "what", "Buy a boat", "owner", "local", "due", "2027-01-20"));
    String open = ship.get(page).body();
    assertTrue(
        open.matches("(?s).*Builds are slow\\s*<span[^>]*> from the round’s themes.*"), open);
    assertTrue(open.contains("in the leader’s words, without a theme"), open);
    wire.put(page + "/close", Map.of());
    tide.rise(30);
    JsonNode second = wire.put("/rounds", Map.of("title", "Winter", "place", "team:harbour"));
    List<String> before = new ArrayList<>();
    for (JsonNode one : second.get("before")) {
      before.add(
          String.join(
              ", ",
              one.get("what").asString(),
              one.get("state").asString(),
              one.get("from").asString()));
    }
    before.sort(null);
    assertEquals(List.of("Buy a boat, open, words", "Halve the build, overdue, theme"), before);
    String shown = ship.get("/rounds/" + second.get("id").asString()).body();
    assertTrue(shown.contains("Halve the build") && shown.contains("Overdue"), shown);
    String next = "/rounds/" + second.get("id").asString();
    wire.put(next + "/close", Map.of("no_action", "nothing was said"));
    assertTrue(ship.get(next).body().contains("nothing was said"));
  }

  @Test
  void aRoundThatNobodyAnswersIsFound() {
    wire.put("/rounds", Map.of("title", "Autumn"));
    assertEquals(List.of(), wire.found("round-unanswered"));
    tide.rise(22);
    assertEquals(
        List.of("The round “Autumn” was not answered for more than 21 days."),
        wire.found("round-unanswered"));
  }

  @Test
  @Practice("F5")
  void surveysAndCustomerNotesStandBesideTheNumbersOfDelivery() {
    Instant at = Village.NOW.minus(Duration.ofDays(10));
    ship.told(List.of(measured("developer-satisfaction", "team:harbour", at, 3.4)));
    wire.put(
        "/customer-notes",
        Map.of(
            "says",
            "Booking is quick now",
            "place",
            "system:booking",
            "tone",
            "praise",
            "tags",
            List.of("speed", "web")));
    wire.put(
        "/customer-notes",
        Map.of("says", "Long ago", "place", "system:booking", "day", "2024-01-01"));
    JsonNode all = wire.get("/signals?place=team:harbour&period=13w");
    JsonNode survey =
        all.get("measured")
            .valueStream()
            .filter(
                one -> one.get("gauge").asString().equals("developer-satisfaction@team:harbour"))
            .findFirst()
            .orElseThrow();
    assertEquals("3.4 points", survey.get("value").asString());
    assertEquals(1, all.get("notes").size(), "of the same period alone");
    assertEquals("[\"speed\",\"web\"]", all.get("notes").get(0).get("tags").toString());
    String delivery = all.get("delivery").get(0).get("gauge").asString();
    assertTrue(delivery.endsWith("@system:booking"), delivery);
    String page = ship.get("/signals?place=team:harbour&period=13w").body();
    for (String part : List.of("Booking is quick now", "3.4 points", "change-lead-time@")) {
      assertTrue(page.contains(part), part);
    }
    assertFalse(page.contains("Long ago"));
  }

  @Test
  @Practice("G8")
  void aBlockerOlderThanATeamAllowsIsAFindingAndLoadIsCountedByTeam() {
    wire.put(
        "/blockers",
        Map.of("team", "harbour", "what", "No crane", "owner", "local", "due", "2026-12-31"));
    tide.rise(5);
    assertEquals(List.of(), wire.found("blocker-too-old"), "five days are allowed");
    tide.rise(1);
    assertEquals(
        List.of("“No crane” has stopped a team for 6 days; 5 are the most."),
        wire.found("blocker-too-old"));
    wire.put("/blockers/limits", Map.of("team", "harbour", "days", 10));
    assertEquals(List.of(), wire.found("blocker-too-old"));
    assertEquals(6, wire.get("/blockers").get(0).get("days").asInt());
    JsonNode load = wire.get("/load").get(0);
    assertEquals("harbour", load.get("team").asString());
    assertEquals("[\"booking\"]", load.get("systems").toString());
    assertEquals(1, load.get("blockers").asInt());
    assertTrue(load.get("interrupts").asInt() >= 1, "booking had incidents in these weeks");
    assertTrue(ship.get("/blockers").body().contains("No crane"));
  }

  @Test
  @Practice("F12")
  void aSignalSilentForLongerThanExpectedIsADeadInstrument() {
    ship.told(List.of(measured("sign-ins", "organisation", Village.NOW, 120)));
    JsonNode flow = wire.put("/flows", Map.of("title", "Sign in"));
    String signals = "/flows/" + flow.get("id").asString() + "/signals";
    assertTrue(ship.get("/flows").body().contains("No signal"));
    wire.put(signals, Map.of("gauge", "sign-ins@organisation", "days", 2));
    wire.put(signals, Map.of("gauge", "passkeys@organisation", "days", 9));
    wire.put(signals, Map.of("gauge", "passkeys@organisation", "days", 4));
    assertEquals(2, wire.get("/flows").get(0).get("signals").size(), "told twice, it is one");
    assertEquals(List.of(), wire.found("instrument-dead"));
    tide.rise(3);
    assertEquals(
        List.of(
            "Instrument dead: sign-ins@organisation of “Sign in” was seen last on 2 Nov 2026;"
                + " 2 days of silence are the most."),
        wire.found("instrument-dead"));
    JsonNode seen = wire.get("/flows").get(0).get("signals").get(1);
    assertTrue(seen.get("dead").asBoolean());
    assertTrue(ship.get("/flows").body().contains("Dead: silent for more than 2 days"));
    tide.rise(2);
    assertEquals(2, wire.found("instrument-dead").size(), "never seen is dead, too");
    Instant now = Village.NOW.plus(Duration.ofDays(5));
    ship.told(List.of(measured("sign-ins", "organisation", now, 130)));
    assertEquals(1, wire.found("instrument-dead").size());
  }

  @Test
  @Practice("M6")
  void anOverduePromiseToAStakeholderStandsOnToday() {
    JsonNode one = wire.put("/stakeholders", Map.of("title", "Sales, North", "days", 14));
    String page = "/stakeholders/" + one.get("id").asString();
    wire.put(
        page + "/promises", Map.of("what", "A price list", "owner", "local", "due", "2026-11-05"));
    wire.put(page + "/contacts", Map.of("says", "they wait for prices"));
    tide.rise(5);
    assertTrue(ship.get("/").body().contains("A price list"), "on the first page");
    JsonNode map = wire.get("/stakeholders").get(0);
    assertEquals(1, map.get("overdue").asInt());
    assertEquals("2026-11-02", map.get("last_contact").asString());
    assertTrue(ship.get(page).body().contains("Overdue since 5 Nov 2026"));
    assertEquals(List.of(), wire.found("stakeholder-silence"));
    tide.rise(10);
    assertEquals(
        List.of("Nobody has written down a talk with Sales, North for more than 14 days."),
        wire.found("stakeholder-silence"));
  }

  @Test
  void notesAndRoundsGoOnAfterTheFirstPage() {
    wire.put("/customer-notes", Map.of("says", "It is slow"));
    wire.put("/rounds", Map.of("title", "Autumn", "place", "team:harbour"));
    ship.storage()
        .write(rows -> {
          for (int i = 0; i < 120; i++) {
            rows.execute(
                """
                insert into customer_note (id, place, said_on, says, tags, tone, source, at, who,
                  who_name)
                select id || ?, place, ?, says, tags, tone, source, at, who, who_name
                from customer_note where length(id) = 36
                """,
                "-" + i,
                "2026-10-%02d".formatted(1 + i % 20));
            rows.execute(
                """
                insert into round (id, title, place, asked_on, previous, at, who, who_name,
                  closed_at, closed_by, closed_name, no_action)
                select id || ?, title, place, ?, '', at, who, who_name, at, '', '', 'none'
                from round where length(id) = 36
                """,
                "-" + i,
                "2026-10-%02d".formatted(1 + i % 20));
          }
          return true;
        });
    for (String list : List.of("/customer-notes", "/rounds")) {
      List<String> told = parts(list, list.equals("/rounds") ? "rounds" : "notes");
      assertEquals(121, told.size(), list);
      assertEquals(121, told.stream().distinct().count(), "each once");
      String page = ship.get(list).body();
      assertEquals(51, page.split("<tr>", -1).length - 1, "fifty below their heads");
      String next = page.replaceAll("(?s).*href=\"(" + list + "\\?after=[^\"]+)\".*", "$1");
      String second = ship.get(next).body();
      assertTrue(second.contains(">First part</a>") && second.contains(">More</a>"), second);
      assertEquals(400, ship.get(list + "?after=nonsense").statusCode());
    }
  }

  /** The ids of all parts of a list, as a program reads them. */
  private List<String> parts(String list, String name) {
    List<String> ids = new ArrayList<>();
    String after = "";
    do {
      JsonNode part = wire.get(list + "?most=50" + after);
      part.get(name).forEach(one -> ids.add(one.get("id").asString()));
      String next = part.get("next").isNull() ? "" : part.get("next").asString();
      after = next.isEmpty() ? "" : "&after=" + next.replace(" ", "%20");
    } while (!after.isEmpty());
    return ids;
  }
}
