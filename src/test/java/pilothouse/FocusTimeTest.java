package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Time that teams block, and what meetings ate of it. */
class FocusTimeTest {
  private static final String BLOCK =
      "team=harbour&purpose=Debt&days=Tue,+Thu&from=09:00&to=12:00&zone=Europe/Berlin"
          + "&since=2026-09-01&every=1";
  private Tide tide;
  private Ship ship;
  private Wire wire;

  @BeforeEach
  void sails() {
    tide = new Tide(Village.NOW);
    ship = Ship.at(tide);
    wire = new Wire(ship);
    ship.post("/teams", "title=Harbour");
    ship.post("/teams", "title=Pier");
  }

  @AfterEach
  void stops() {
    ship.close();
  }

  @Test
  void aBlockEndsWithTodayOrIsTakenBackAndWhatItWasStays() {
    ship.post("/focus-time", BLOCK);
    String block = "/focus-time/harbour/blocks/" + block();
    assertTrue(ship.get(block).body().contains("End it today"));
    ship.post(block + "/end", "why=We+are+done");
    String page = ship.get(block).body();
    assertTrue(page.contains("1 Sep 2026 to 2 Nov 2026") && page.contains("We are done"), page);
    assertFalse(page.contains("End it today"), page);
    wire.refused(409, block + "/end", Map.of());
    ship.post(block, BLOCK.replace("since=2026-09-01", "since=2026-12-01"));
    ship.post(block + "/end", "");
    assertTrue(ship.get(block).body().contains("Taken back"), ship.get(block).body());
  }

  private String block() {
    return wire.get("/focus-time/harbour").at("/blocks/0/id").asString();
  }

  static String calendar(String... events) {
    StringBuilder text =
        new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n");
    for (String event : events) {
      text.append("BEGIN:VEVENT\r\n")
          .append(event.replace("\n", "\r\n"))
          .append("\r\nEND:VEVENT\r\n");
    }
    return text.append("END:VCALENDAR\r\n").toString();
  }

  /** From eleven to one on each Tuesday: one hour of three. */
  private static String lunch() {
    return """
    UID:lunch
    SUMMARY:Salary of Mara Lind
    ORGANIZER;CN=Mara Lind:mailto:mara@ferry.example
    ATTENDEE;CN=Jo Reed:mailto:jo@ferry.example
    LOCATION:Room Kraken
    DESCRIPTION:Wholly private words
    DTSTART;TZID=Europe/Berlin:20260901T110000
    DTEND;TZID=Europe/Berlin:20260901T130000
    RRULE:FREQ=WEEKLY;BYDAY=TU\
    """;
  }

  /** Half of the lunch on one Tuesday, and half an hour before it: 10:30 to 12:00. */
  private static String talk() {
    return """
    UID:talk
    SUMMARY:Secret talk
    DTSTART;TZID=Europe/Berlin:20261020T103000
    DTEND;TZID=Europe/Berlin:20261020T120000\
    """;
  }

  private HttpResponse<String> tell(String query, String body) {
    return ship.send(
        HttpRequest.newBuilder(ship.at("/api/v1/focus-time/harbour/meetings" + query))
            .header("Content-Type", "text/calendar")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    return new tools.jackson.databind.json.JsonMapper().readTree(answer.body());
  }

  @Practice("D7")
  @Test
  void overlapIsCountedOnceAndWhatNobodyToldIsUnknown() {
    ship.post("/focus-time", BLOCK);
    JsonNode before = wire.get("/focus-time/harbour");
    assertTrue(before.get("last_weeks").get("share").isNull(), "unknown, not 0");
    assertTrue(before.get("weeks").get(1).get("eaten_hours").isNull());
    assertEquals(6, before.get("weeks").get(1).get("blocked_hours").asDouble());
    assertEquals(List.of(), wire.found("focus-time-eaten"));
    String page = ship.get("/focus-time/harbour").body();
    assertTrue(page.contains("Unknown: of none of 4 weeks"), page);

    JsonNode receipt = json(tell("", calendar(lunch(), talk())));
    assertEquals("2026-10-05", receipt.get("from").asString());
    assertEquals("2026-11-01", receipt.get("to").asString());
    assertTrue(receipt.get("changed").asBoolean());
    JsonNode team = wire.get("/focus-time/harbour");
    JsonNode sum = team.get("last_weeks");
    assertEquals(4, sum.get("known").asInt());
    assertEquals(24, sum.get("blocked_hours").asDouble());
    assertEquals(4.5, sum.get("eaten_hours").asDouble(), "an hour each week, and half an hour");
    assertEquals(0.1875, sum.get("share").asDouble());
    JsonNode busiest = team.get("weeks").get(2);
    assertEquals("2026-10-19", busiest.get("monday").asString());
    assertEquals(1.5, busiest.get("eaten_hours").asDouble(), "10:30 to 12:00 once, not 2.5 hours");
    assertEquals(0.25, busiest.get("share").asDouble());
    assertEquals(0, busiest.get("blocks").get(1).get("eaten_hours").asDouble());
    assertTrue(team.get("weeks").get(5).get("share").isNull(), "a week that nobody told");
    assertTrue(team.get("weeks").get(0).get("share").isNull(), "the week that runs");
    assertEquals(List.of(), wire.found("focus-time-eaten"), "19 % is not more than 20 %");
  }

  @Practice("D7")
  @Test
  void moreThanAFifthEatenIsAFindingOfTheTeam() {
    ship.post("/focus-time", BLOCK);
    String every = lunch().replace("BYDAY=TU", "BYDAY=TU,TH");
    json(tell("?from=2026-10-19", calendar(every)));
    assertEquals(
        List.of(
            "Team Harbour: meetings ate 4 h of 12 h blocked for focus, 33 % in 2 weeks of which"
                + " all is known (more than 20 %)."),
        wire.found("focus-time-eaten"));
    assertTrue(ship.get("/focus-time").body().contains("2 of 4 weeks known"));
    json(tell("?from=2026-10-19", calendar()));
    assertEquals(List.of(), wire.found("focus-time-eaten"), "the last file holds");
    json(tell("?from=2026-10-26", calendar(every)));
    JsonNode weeks = wire.get("/focus-time/harbour").get("weeks");
    assertEquals(2, weeks.get(1).get("eaten_hours").asDouble());
    assertEquals(0, weeks.get(2).get("eaten_hours").asDouble(), "the days it does not tell stay");
  }

  @Test
  void ofOneKnownWeekNothingIsFound() {
    ship.post("/focus-time", BLOCK);
    json(tell("?from=2026-10-26", calendar(lunch().replace("11", "09"))));
    assertEquals(1, wire.get("/focus-time/harbour").get("last_weeks").get("known").asInt());
    assertEquals(List.of(), wire.found("focus-time-eaten"));
  }

  @Practice("D7")
  @Test
  void nothingOfAnEventIsKeptButWhenItIs() throws Exception {
    StringBuilder log = new StringBuilder();
    Handler hears =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            log.append(line.getMessage()).append(line.getThrown());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger.getLogger("").addHandler(hears);
    ship.post("/focus-time", BLOCK);
    String odd =
        "UID:odd mara@ferry.example\nSUMMARY:Secret odd\nDTSTART:Secret time\nRRULE:Secret rule";
    HttpResponse<String> answer = tell("", calendar(lunch(), talk(), odd));
    Logger.getLogger("").removeHandler(hears);
    String all =
        log
            + answer.body()
            + ship.get("/focus-time/harbour").body()
            + ship.get("/api/v1/journal/people?most=20").body()
            + rows();
    assertTrue(all.contains("meetings told"), "the journal");
    for (String word :
        List.of("Salary", "Mara", "Jo Reed", "Kraken", "Wholly", "Secret", "mara@")) {
      assertFalse(all.contains(word), word);
    }
    assertFalse(rows().contains("lunch") || rows().contains("talk"), "an id is kept as a hash");
  }

  /** All that is kept, as text. */
  private String rows() {
    return ship.storage()
        .read(rows -> {
          StringBuilder all = new StringBuilder();
          for (String table :
              List.of(
                  "focus_block",
                  "focus_block_words",
                  "focus_calendar",
                  "focus_meeting",
                  "journal_entry")) {
            all.append(rows.createQuery("select * from " + table).mapToMap().list());
          }
          return all.toString();
        });
  }

  @Test
  void theSameTwiceChangesNothing() {
    ship.post("/focus-time", BLOCK);
    ship.post("/focus-time", BLOCK);
    assertEquals(1, wire.get("/focus-time/harbour").get("blocks").size());
    assertTrue(json(tell("", calendar(lunch()))).get("changed").asBoolean());
    String before = rows();
    assertFalse(json(tell("", calendar(lunch()))).get("changed").asBoolean());
    assertEquals(before, rows());
  }

  @Practice("D7")
  @Test
  void theTeamsCalendarIsOneThatOthersReadAndItsOwnBlocksEatNothing() throws Exception {
    ship.post("/focus-time", BLOCK + "&pauses=2026-12-24+to+2027-01-02&owner=Harbour");
    HttpResponse<String> answer = ship.get("/focus-time/harbour/focus.ics");
    assertEquals(
        "text/calendar; charset=utf-8", answer.headers().firstValue("Content-Type").orElse(""));
    String text = answer.body();
    var read = new CalendarBuilder().build(new StringReader(text));
    assertFalse(read.validate(true).hasErrors(), text);
    assertTrue(text.contains("EXDATE;TZID=Europe/Berlin:20261224T090000"), text);
    assertFalse(text.contains("Harbour\r\nATTENDEE"), text);
    JsonNode receipt = json(tell("", text));
    assertEquals("own", receipt.get("skipped").get(0).get("reason").asString());
    JsonNode sum = wire.get("/focus-time/harbour").get("last_weeks");
    assertEquals(0, sum.get("eaten_hours").asDouble());
    assertEquals(4, sum.get("known").asInt());
  }

  private static Map<String, Object> learning(String name, String value) {
    return Map.of(
        "purpose",
        "Learning",
        "days",
        List.of("Mon"),
        "from",
        "14:00",
        "to",
        "15:30",
        "since",
        "2026-09-01",
        name,
        value);
  }

  @Practice("D7")
  @Test
  void aChangeIsAVersionAndNeverMovesWhatIsOver() {
    ship.post("/focus-time", BLOCK);
    JsonNode one = wire.get("/focus-time/harbour").get("blocks").get(0);
    String path = "/focus-time/harbour/blocks/" + one.get("id").asString();
    json(tell("", calendar(lunch())));
    JsonNode after = wire.put(path, learning("why", "Mornings are full"));
    assertEquals(2, after.get("version").asInt());
    assertEquals(one.get("uid"), after.get("uid"));
    assertTrue(ship.get("/focus-time/harbour/focus.ics").body().contains("SEQUENCE:1"));
    JsonNode weeks = wire.get("/focus-time/harbour").get("weeks");
    assertEquals(6, weeks.get(1).get("blocked_hours").asDouble(), "as it was then");
    assertEquals(1.5, weeks.get(0).get("blocked_hours").asDouble(), "as it is from today on");
    String page = ship.get(path).body();
    assertTrue(page.contains("Version 1") && page.contains("Mornings are full"), page);
    assertTrue(ship.get("/api/v1/search?q=Learning").body().contains(path));
    String entries = ship.get("/api/v1/journal/people?most=1").body();
    assertTrue(entries.contains("focus block changed"), entries);
    wire.put(path, learning("until", "2026-08-31"));
    assertTrue(ship.get("/focus-time/harbour/focus.ics").body().contains("STATUS:CANCELLED"));
    assertEquals(
        0, wire.get("/focus-time/harbour").get("weeks").get(1).get("blocked_hours").asDouble());
  }

  @Test
  void pausesAreNotBlocked() {
    ship.post("/focus-time", BLOCK + "&pauses=2026-10-20+to+2026-10-21");
    assertEquals(
        3, wire.get("/focus-time/harbour").get("weeks").get(2).get("blocked_hours").asDouble());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          days=Someday    | “SOMEDAY” is no day of the week.
          from=nine       | “nine” is no time of day.
          to=09:00        | A block ends later on the same day
          zone=Moon/Base  | “Moon/Base” is no time zone.
          pauses=soon     | “soon” is no pause.
          owner=Nobody    | Nobody
          every=0         | 1
          since=1999-01-01 | 2020
          until=2026-09-01&since=2026-09-01&days=Fri | No day of the block
          team=nobody     | nobody
          """)
  void whatMakesNoSenseIsRefusedWithTheMend(String field, String why) {
    Map<String, String> fields = new java.util.LinkedHashMap<>();
    for (String pair : (BLOCK + "&" + field).split("&", -1)) {
      fields.put(pair.split("=", -1)[0], pair.split("=", -1)[1]);
    }
    StringBuilder form = new StringBuilder();
    fields.forEach((name, value) -> form.append(name).append('=').append(value).append('&'));
    HttpResponse<String> answer = ship.post("/focus-time", form.toString());
    assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, answer.body());
    assertTrue(answer.body().contains(why), answer.body());
    assertTrue(rows().startsWith("[][]"), rows());
  }

  @Practice("D7")
  @Test
  void whatIsNoCalendarIsRefusedAndLosesNothing() {
    ship.post("/focus-time", BLOCK);
    json(tell("", calendar(lunch())));
    String before = rows();
    assertEquals(422, tell("", "not a calendar").statusCode());
    assertEquals(413, tell("", calendar("DESCRIPTION:" + "x".repeat(5_100_000))).statusCode());
    HttpResponse<String> odd =
        tell("", calendar("UID:1\nDTSTART;TZID=Moon/Base:20261005T090000\nDURATION:PT1H"));
    assertEquals(422, odd.statusCode(), "nothing of it could be understood");
    assertTrue(odd.body().contains("nobody knows its time zone"), odd.body());
    HttpResponse<String> ahead = tell("?to=2026-11-02", calendar(lunch()));
    assertEquals(422, ahead.statusCode());
    assertTrue(ahead.body().contains("may still be booked"), ahead.body());
    assertEquals(422, tell("?from=2024-01-01", calendar(lunch())).statusCode());
    assertEquals(before, rows());
  }

  @Test
  void ofATeamOfOneNothingIsWorkedOut() {
    try (Ship one = Ship.with(Village.repository()).read("ferry").declared().joined()) {
      HttpResponse<String> answer =
          one.send(
              HttpRequest.newBuilder(one.at("/api/v1/focus-time/harbour/meetings"))
                  .POST(HttpRequest.BodyPublishers.ofString(calendar(lunch()))));
      assertEquals(422, answer.statusCode(), answer.body());
      assertTrue(answer.body().contains("worked out for nobody"), answer.body());
    }
  }

  @Test
  void aFormTakesAFileAndShowsWhatCameOfIt() {
    ship.post("/focus-time", BLOCK);
    String form =
        """
        --x
        Content-Disposition: form-data; name="from"

        2026-10-05
        --x
        Content-Disposition: form-data; name="to"

        2026-11-01
        --x
        Content-Disposition: form-data; name="file"; filename="Mara.ics"
        Content-Type: text/calendar

        %s
        --x--
        """
            .replace("\n", "\r\n")
            .formatted(calendar(lunch()));
    HttpResponse<String> answer =
        ship.send(
            HttpRequest.newBuilder(ship.at("/focus-time/harbour/meetings"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("1 event stands in the file."), answer.body());
    assertFalse((answer.body() + rows()).contains("Mara"), "nor what the file is called");
    assertTrue(ship.get("/focus-time/harbour").body().contains("4 h of 24 h"));
    assertTrue(ship.get("/focus-time/harbour/meetings").body().contains("type=\"file\""));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    assertEquals(404, ship.get("/focus-time/nobody").statusCode());
    assertEquals(404, ship.get("/focus-time/nobody/focus.ics").statusCode());
    assertEquals(404, ship.get("/focus-time/harbour/blocks/none").statusCode());
    ship.post("/focus-time", BLOCK);
    String id = wire.get("/focus-time/harbour").get("blocks").get(0).get("id").asString();
    assertEquals(404, ship.get("/focus-time/pier/blocks/" + id).statusCode());
  }

  @Test
  void whoMayChangeTheTeamBlocksItsTimeAndNobodyElse() {
    try (Ship manned = Ship.with()) {
      Crew crew = Crew.of(manned);
      crew.captain().post("/teams", Map.of("title", "Harbour"));
      crew.captain().post("/teams", Map.of("title", "Pier"));
      Crew.Hand lead = crew.join("lead@ferry.example", "lead", "team", "harbour");
      Crew.Hand other = crew.join("other@ferry.example", "lead", "team", "pier");
      Map<String, String> block =
          Map.of(
              "team", "harbour", "purpose", "Debt", "days", "Tue", "from", "09:00", "to", "12:00");
      assertEquals(404, other.post("/focus-time", block).statusCode(), "it does not even see it");
      assertEquals(404, other.get("/focus-time/harbour/focus.ics").statusCode());
      assertEquals(303, lead.post("/focus-time", block).statusCode());
      assertEquals(200, lead.get("/focus-time/harbour/focus.ics").statusCode());
      Crew.Hand reader = crew.join("reads@ferry.example", "reader", "team", "harbour");
      assertEquals(403, reader.post("/focus-time", block).statusCode());
      assertEquals(403, reader.get("/focus-time/harbour/meetings").statusCode());
      assertEquals(200, reader.get("/focus-time/harbour/focus.ics").statusCode());
      Crew.Hand program = crew.program("read", "organisation");
      assertTrue(program.get("/focus-time/harbour/focus.ics").body().startsWith("BEGIN:VCAL"));
      Crew.Hand nobody = Crew.Hand.nobody(manned);
      assertFalse(nobody.get("/focus-time/harbour/focus.ics").body().contains("VCALENDAR"));
    }
  }
}
