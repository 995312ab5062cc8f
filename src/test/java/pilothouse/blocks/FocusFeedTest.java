package pilothouse.blocks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.component.VEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pilothouse.Practice;

/** Blocks as a calendar, read by another library than wrote it, strictly. */
class FocusFeedTest {
  private static final Instant AT = Instant.parse("2026-01-05T08:00:00Z");

  static Block block(Words... versions) {
    List<Block.Version> all = new ArrayList<>();
    for (Words words : versions) {
      all.add(
          new Block.Version(all.size() + 1, words, AT.plusSeconds(all.size()), "x", "x", "why"));
    }
    return new Block("3e1b6a1e-0d0f-4f6e-9a55-c1a5f1d3f000", "harbour", all);
  }

  static Words words(String zone, int every, @Nullable String until, Pause... pauses) {
    return new Words(
        "Debt; and, a long purpose – with signs that have to be folded and escaped \\ äöü",
        "",
        new Weekly(
            Set.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY),
            LocalTime.of(9, 0),
            LocalTime.of(12, 30),
            ZoneId.of(zone),
            LocalDate.parse("2026-01-07"),
            until == null ? null : LocalDate.parse(until),
            every),
        List.of(pauses));
  }

  private static String text(Block... blocks) {
    return new String(FocusFeed.of("Harbour", List.of(blocks)), StandardCharsets.UTF_8);
  }

  private static Calendar read(String text) throws Exception {
    Calendar calendar = new CalendarBuilder().build(new StringReader(text));
    var result = calendar.validate(true);
    assertFalse(result.hasErrors(), result.toString());
    return calendar;
  }

  private static List<Instant> starts(Calendar calendar, String from, String to) {
    VEvent event = (VEvent) calendar.getComponent(Component.VEVENT).orElseThrow();
    Period<ZonedDateTime> period =
        new Period<>(
            ZonedDateTime.parse(from + "T00:00:00Z"), ZonedDateTime.parse(to + "T00:00:00Z"));
    return event.<ZonedDateTime>calculateRecurrenceSet(period).stream()
        .map(one -> Instant.from(one.getStart()))
        .sorted()
        .toList();
  }

  private static List<Instant> own(Words words, String from, String to) {
    return words
        .weekly()
        .between(LocalDate.parse(from), LocalDate.parse(to).minusDays(1))
        .filter(day -> !words.isPaused(day))
        .map(day -> words.weekly().on(day).from())
        .toList();
  }

  @Practice("D7")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Berlin",
        "America/New_York",
        "UTC",
        "Asia/Kolkata",
        "America/Santiago",
        "Asia/Jerusalem",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
        "Pacific/Auckland",
        "America/Mexico_City",
        "Asia/Tehran"
      })
  void whatIsWrittenIsReadStrictlyAndComesBackOnTheSameDays(String zone) throws Exception {
    Words words =
        words(
            zone,
            2,
            "2028-03-30",
            new Pause(LocalDate.parse("2026-12-20"), LocalDate.parse("2027-01-09")),
            new Pause(LocalDate.parse("2027-03-30"), LocalDate.parse("2027-03-30")));
    String text = text(block(words));
    assertEquals(
        own(words, "2026-01-01", "2028-12-31"),
        starts(read(text), "2026-01-01", "2028-12-31"),
        text);
    String own = text.replace("TZID:" + zone, "TZID:Ours").replace("TZID=" + zone, "TZID=Ours");
    assertEquals(
        own(words, "2026-01-01", "2028-12-31"),
        starts(read(own), "2026-01-01", "2028-12-31"),
        "by the rules of the file alone: " + own);
    assertEquals(!zone.equals("UTC"), text.contains("BEGIN:VTIMEZONE"));
  }

  @Test
  void linesAreFoldedAndEndAsTheStandardSays() {
    String text = text(block(words("Europe/Berlin", 1, null)));
    assertFalse(text.replace("\r\n", "").contains("\n"), "a line ends with CR and LF");
    for (String line : text.split("\r\n", -1)) {
      assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
    }
    String unfolded = text.replace("\r\n ", "");
    assertTrue(unfolded.contains("SUMMARY:Focus time: Debt\\; and\\, a long purpose – with"), text);
    assertTrue(text.contains("\r\nTRANSP:OPAQUE\r\n"), text);
    assertTrue(text.contains("\r\nRRULE:FREQ=WEEKLY;BYDAY=TU,TH;WKST=MO\r\n"), text);
    assertTrue(text.contains("\r\nDTSTART;TZID=Europe/Berlin:20260108T090000\r\n"), text);
    assertTrue(text.contains("\r\nDTEND;TZID=Europe/Berlin:20260108T123000\r\n"), text);
  }

  @Test
  void eachVersionRaisesTheSequenceOfTheSameEvent() {
    Words first = words("Europe/Berlin", 1, null);
    String one = text(block(first));
    String two = text(block(first, words("Europe/Berlin", 1, "2026-06-30")));
    String uid = "\r\nUID:3e1b6a1e-0d0f-4f6e-9a55-c1a5f1d3f000@focus.pilothouse\r\n";
    assertTrue(one.contains(uid) && two.contains(uid), one);
    assertTrue(one.contains("\r\nSEQUENCE:0\r\n"), one);
    assertTrue(one.contains("\r\nDTSTAMP:20260105T080000Z\r\n"), one);
    assertTrue(two.contains("\r\nSEQUENCE:1\r\n"), two);
    assertTrue(two.contains("UNTIL=20260630T070000Z"), two);
    assertEquals(one, text(block(first)), "the same blocks are the same bytes");
  }

  @Test
  void whatIsTakenBackIsCancelled() throws Exception {
    String text = text(block(words("UTC", 1, "2026-01-01")));
    assertTrue(text.contains("STATUS:CANCELLED"), text);
    assertTrue(text.contains("DTSTART:20260108T090000Z"), text);
    read(text);
    assertEquals(ZoneOffset.UTC, ZoneId.of("UTC").normalized());
  }

  @Test
  void noBlockIsACalendarAllTheSame() throws Exception {
    String text = text();
    assertTrue(text.startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"), text);
  }
}
