package pilothouse.blocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pilothouse.Practice;
import pilothouse.web.Refused;

/** When something stands in a calendar: golden times, worked out by hand. */
class CalendarFileTest {
  private static final String OUTLOOK =
      """
      BEGIN:VTIMEZONE
      TZID:Customized Time Zone
      BEGIN:STANDARD
      DTSTART:16010101T030000
      TZOFFSETFROM:+0200
      TZOFFSETTO:+0100
      RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
      END:STANDARD
      BEGIN:DAYLIGHT
      DTSTART:16010101T020000
      TZOFFSETFROM:+0100
      TZOFFSETTO:+0200
      RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
      END:DAYLIGHT
      END:VTIMEZONE
      """;

  private static String calendar(String... events) {
    StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Test//EN\n");
    for (String event : events) {
      text.append(event.startsWith("BEGIN") ? event : "BEGIN:VEVENT\n" + event + "\nEND:VEVENT\n");
    }
    return text.append("END:VCALENDAR\n").toString().replace("\n", "\r\n");
  }

  private static Draught read(String from, String to, String... events) {
    Draught draught =
        new Draught(
            "harbour", LocalDate.parse(from), LocalDate.parse(to), ZoneId.of("Europe/Berlin"));
    CalendarFile.read(calendar(events).getBytes(StandardCharsets.UTF_8), draught);
    return draught;
  }

  /** Its busy times in October 2026, as {@code 05T07:00/08:00}. */
  private static String october(String... events) {
    return busy(read("2026-10-01", "2026-10-31", events));
  }

  private static String busy(Draught draught) {
    return draught.meetings().stream()
        .filter(Meeting::busy)
        .filter(one -> one.span().to().isAfter(Instant.parse("2026-10-01T00:00:00Z")))
        .map(one ->
            (one.span().from() + "/" + one.span().to()).replaceAll("2026-10-|:00Z|:00\\.000Z", ""))
        .collect(Collectors.joining(" "));
  }

  @Practice("D7")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          DTSTART:20261005T070000Z;DTEND:20261005T080000Z | 05T07:00/05T08:00
          DTSTART,TZID=Europe/Berlin:20261005T090000;DURATION:PT45M | 05T07:00/05T07:45
          DTSTART,TZID=W. Europe Standard Time:20261005T090000;DURATION:PT1H | 05T07:00/05T08:00
          DTSTART,TZID=/mozilla.org/20050126_1/Europe/Berlin:20261005T090000;DURATION:PT1H | 05T07:00/05T08:00
          DTSTART,TZID=Eastern Standard Time:20261005T090000;DURATION:PT1H | 05T13:00/05T14:00
          DTSTART:20261005T090000;DURATION:PT1H | 05T07:00/05T08:00
          DTSTART,VALUE=DATE:20261005;DTEND,VALUE=DATE:20261007 | 04T22:00/06T22:00
          DTSTART,VALUE=DATE:20261025 | 24T22:00/25T23:00
          DTSTART,TZID=Europe/Berlin:20261019T090000;DURATION:PT1H;RRULE:FREQ=WEEKLY,COUNT=2 | 19T07:00/19T08:00 26T08:00/26T09:00
          DTSTART,TZID=Europe/Berlin:20261024T023000;DURATION:PT1H;RRULE:FREQ=DAILY,COUNT=2 | 24T00:30/24T01:30 25T00:30/25T01:30
          DTSTART,TZID=Europe/Berlin:20200106T090000;DURATION:PT1H;RRULE:FREQ=WEEKLY,INTERVAL=2,BYDAY=MO | 05T07:00/05T08:00 19T07:00/19T08:00
          DTSTART,TZID=Europe/Berlin:20260105T090000;DURATION:PT1H;RRULE:FREQ=MONTHLY,BYDAY=-1FR | 30T08:00/30T09:00
          DTSTART,TZID=Europe/Berlin:20260930T090000;DURATION:PT1H;RRULE:FREQ=DAILY,UNTIL=20261002T070000Z | 01T07:00/01T08:00 02T07:00/02T08:00
          DTSTART,TZID=Europe/Berlin:20260930T090000;DURATION:PT1H;RRULE:FREQ=DAILY,UNTIL=20261002 | 01T07:00/01T08:00 02T07:00/02T08:00
          DTSTART:20261005T070000Z;DURATION:PT1H;TRANSP:TRANSPARENT | ``
          DTSTART:20261005T070000Z;DURATION:PT1H;X-MICROSOFT-CDO-BUSYSTATUS:FREE | ``
          DTSTART:20261005T070000Z;DURATION:PT1H;STATUS:TENTATIVE | 05T07:00/05T08:00
          DTSTART:20261005T070000Z;DURATION:PT1H;STATUS:CANCELLED | ``
          DTSTART:20261005T070000Z;DURATION:PT1H;RDATE:20261006T070000Z | 05T07:00/05T08:00 06T07:00/06T08:00
          """)
  void timesAreThoseOfTheStandard(String event, String golden) {
    String lines =
        event.strip().replace(";", "\n").replace(",TZID", ";TZID").replace(",VALUE", ";VALUE");
    lines =
        lines
            .lines()
            .map(line -> line.startsWith("RRULE") ? line.replaceAll(",(?=[A-Z]+=)", ";") : line)
            .collect(Collectors.joining("\n"));
    assertEquals(golden == null ? "" : golden, october("UID:1\n" + lines), lines);
  }

  @Test
  void daysOfASeriesAreDroppedMovedAndCancelled() {
    String series =
        """
        UID:standup
        DTSTART;TZID=Customized Time Zone:20261005T090000
        DTEND;TZID=Customized Time Zone:20261005T091500
        RRULE:FREQ=WEEKLY;COUNT=4
        EXDATE;TZID=Customized Time Zone:20261012T090000\
        """;
    String moved =
        """
        UID:standup
        RECURRENCE-ID;TZID=Customized Time Zone:20261019T090000
        DTSTART;TZID=Customized Time Zone:20261020T140000
        DTEND;TZID=Customized Time Zone:20261020T150000\
        """;
    String cancelled =
        """
        UID:standup
        RECURRENCE-ID:20261026T080000Z
        DTSTART:20261026T080000Z
        STATUS:CANCELLED\
        """;
    assertEquals("05T07:00/05T07:15 20T12:00/20T13:00", october(OUTLOOK, series, moved, cancelled));
    assertEquals(
        "05T07:00/05T07:15 20T12:00/20T13:00",
        october(OUTLOOK, cancelled, moved, series),
        "whatever comes first");
  }

  @Test
  void aCancelledSeriesIsNone() {
    assertEquals(
        "",
        october(
            "UID:1\nDTSTART:20261005T070000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY\nSTATUS:CANCELLED"));
  }

  @Practice("D7")
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RRULE:FREQ=SECONDLY | often 1
          RRULE:FREQ=HOURLY | often 1
          RRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5;BYMINUTE=1,2,3,4,5 | often 1
          RRULE:FREQ=FORTNIGHTLY | rule 1
          RRULE:FREQ=DAILY;BYMONTH=13 | rule 1
          STATUS:CANCELLED | cancelled 1
          RECURRENCE-ID;RANGE=THISANDFUTURE:20261005T070000Z | from-then-on 1
          """)
  void whatCannotBeTakenIsCountedWithItsReason(String line, String left) {
    Draught draught =
        read(
            "2026-10-01",
            "2026-10-31",
            "UID:1\nDTSTART:20261005T070000Z\nDURATION:PT1H\n" + line,
            "UID:2\nDTSTART:20261006T070000Z\nDURATION:PT1H");
    assertEquals(left, draught.left());
    assertTrue(busy(draught).contains("06T07:00/06T08:00"), busy(draught));
    assertTrue(Skip.kept(draught.left()).startsWith("1 "), Skip.kept(draught.left()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DTSTART;TZID=Moon/Base:20261005T090000 | zone 1
          DTSTART:yesterday | times 1
          DTSTART:20261005T090000Z~DTEND:20261004T090000Z | times 1
          DTSTART:20261005T090000Z | no-length 1
          DTSTART:00010101T090000Z~DURATION:PT1H~RRULE:FREQ=DAILY | times 1
          SUMMARY:nothing else | times 1
          DTSTART:20261005T070000Z~DTEND:99999999T070000Z | times 1
          DTSTART:20269905T070000Z~DURATION:PT1H | times 1
          DTSTART:20261005T070000Z~DURATION:PT1H~EXDATE:20261305T070000Z | times 1
          DTSTART:19000105T070000Z~DURATION:PT1H~RRULE:FREQ=DAILY;COUNT=2000000000 | often 1
          """)
  void whatSaysNotWhenItIsIsCounted(String lines, String left) {
    Draught draught =
        read("2026-10-01", "2026-10-31", "UID:1\n" + lines.strip().replace("~", "\n"));
    assertEquals(left, draught.left());
    assertEquals(List.of(), List.copyOf(draught.meetings()));
  }

  @Test
  void whatIsThereTwiceOrOursIsLeftOut() {
    String one = "UID:1\nDTSTART:20261005T070000Z\nDURATION:PT1H";
    Draught draught =
        read(
            "2026-10-01",
            "2026-10-31",
            one,
            one + "\nSEQUENCE:1",
            "UID:x" + Block.AT + "\nDTSTART:20261005T090000Z\nDURATION:PT1H");
    assertEquals("own 1, twice 1", draught.left());
    assertEquals(1, draught.meetings().size());
  }

  @Practice("D7")
  @ParameterizedTest
  @ValueSource(strings = {"", "PK\u0003\u0004", "<html>", "BEGIN:VCARD\nEND:VCARD", "{}"})
  void whatIsNoCalendarIsRefused(String file) {
    Draught draught =
        new Draught(
            "harbour",
            LocalDate.parse("2026-10-01"),
            LocalDate.parse("2026-10-31"),
            ZoneId.of("UTC"));
    Refused refused =
        assertThrows(
            Refused.class, () -> CalendarFile.read(file.getBytes(StandardCharsets.UTF_8), draught));
    assertTrue(String.valueOf(refused.getMessage()).contains("BEGIN:VCALENDAR"));
  }

  @Test
  void tooManyEventsAreRefused() {
    String[] many = new String[10_001];
    java.util.Arrays.setAll(many, i -> "UID:" + i + "\nDTSTART:20261005T070000Z\nDURATION:PT1H");
    assertThrows(Refused.class, () -> read("2026-10-01", "2026-10-31", many));
  }
}
