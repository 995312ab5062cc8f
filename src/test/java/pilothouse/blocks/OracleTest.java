package pilothouse.blocks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import pilothouse.Practice;

/** Series as we follow them beside another library, which has its own rules and zones. */
class OracleTest {
  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SU");
  private static final Instant FROM = Instant.parse("2026-10-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-11-16T00:00:00Z");

  private static String rule(Random random) {
    String day = DAYS.get(random.nextInt(DAYS.size()));
    String other = DAYS.get(random.nextInt(DAYS.size()));
    String days = day.equals(other) ? day : day + "," + other;
    int nth = random.nextInt(4) + 1;
    String kind =
        switch (random.nextInt(6)) {
          case 0 -> "FREQ=DAILY";
          case 1 -> "FREQ=WEEKLY;WKST=MO;BYDAY=" + days;
          case 2 -> "FREQ=MONTHLY;BYDAY=" + nth + day;
          case 3 -> "FREQ=MONTHLY;BYDAY=-" + nth + day;
          case 4 -> "FREQ=MONTHLY;BYMONTHDAY=" + (random.nextInt(28) + 1) + ",-1";
          default -> "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-" + nth;
        };
    String end =
        switch (random.nextInt(3)) {
          case 0 -> ";COUNT=" + (random.nextInt(300) + 1);
          case 1 -> ";UNTIL=202611" + (10 + random.nextInt(19)) + "T120000Z";
          default -> "";
        };
    return kind + ";INTERVAL=" + (random.nextInt(3) + 1) + end;
  }

  @Practice("D7")
  @Test
  void seriesAreFollowedAsAnotherLibraryFollowsThem() throws Exception {
    Random random = new Random(11);
    List<String> zones = List.of("Europe/Berlin", "America/New_York", "Australia/Sydney");
    for (int round = 0; round < 150; round++) {
      String rule = rule(random);
      String zone = zones.get(random.nextInt(zones.size()));
      String start =
          "2026%02d%02dT%02d3000"
              .formatted(1 + random.nextInt(9), 1 + random.nextInt(28), 6 + random.nextInt(14));
      String text =
          """
          BEGIN:VCALENDAR
          VERSION:2.0
          PRODID:-//Test//EN
          BEGIN:VEVENT
          UID:1
          DTSTAMP:20260101T000000Z
          DTSTART;TZID=%s:%s
          DURATION:PT1H
          RRULE:%s
          END:VEVENT
          END:VCALENDAR
          """
              .formatted(zone, start, rule)
              .replace("\n", "\r\n");
      assertEquals(theirs(text), ours(text), zone + " " + start + " " + rule);
    }
  }

  private static List<Instant> ours(String text) {
    Draught draught =
        new Draught(
            "harbour",
            LocalDate.parse("2026-10-01"),
            LocalDate.parse("2026-11-15"),
            ZoneId.of("UTC"));
    CalendarFile.read(text.getBytes(StandardCharsets.UTF_8), draught);
    return draught.meetings().stream()
        .map(one -> one.span().from())
        .filter(at -> !at.isBefore(FROM) && at.isBefore(TO))
        .toList();
  }

  /** The first one is part of a series even where its rule would not come there. */
  private static List<Instant> theirs(String text) throws Exception {
    VEvent event =
        (VEvent)
            new CalendarBuilder()
                .build(new StringReader(text))
                .getComponent(Component.VEVENT)
                .orElseThrow();
    Period<ZonedDateTime> period =
        new Period<>(FROM.minusSeconds(7200).atZone(ZoneId.of("UTC")), TO.atZone(ZoneId.of("UTC")));
    return event.<ZonedDateTime>calculateRecurrenceSet(period).stream()
        .map(one -> Instant.from(one.getStart()))
        .filter(at -> !at.isBefore(FROM) && at.isBefore(TO))
        .distinct()
        .sorted()
        .toList();
  }
}
