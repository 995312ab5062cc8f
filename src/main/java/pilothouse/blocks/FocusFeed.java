package pilothouse.blocks;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalWriter;
import biweekly.property.ExceptionDates;
import biweekly.property.Status;
import biweekly.util.DayOfWeek;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import pilothouse.text.Texts;

/**
 * The blocks of a team as a calendar (RFC 5545). Nothing in it but what they say, so that the same
 * blocks are the same bytes. Who keeps a block free is not in it.
 */
final class FocusFeed {
  static final String TYPE = "text/calendar; charset=utf-8";
  private static final int LONGEST_PAUSE = 800;

  private FocusFeed() {}

  static byte[] of(String title, List<Block> blocks) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId("-//Pilothouse//Focus time//EN");
    String name = Texts.say("blocks.feed.name", title);
    calendar.setName(name);
    calendar.setExperimentalProperty("X-WR-CALNAME", name);
    Map<String, LocalDate> zones = new TreeMap<>();
    blocks.stream()
        .map(block -> block.words().weekly())
        .filter(weekly -> !isUtc(weekly.zone()))
        .forEach(weekly ->
            zones.merge(weekly.zone().getId(), weekly.since(), (a, b) -> a.isBefore(b) ? a : b));
    Map<String, TimezoneAssignment> told = new TreeMap<>();
    zones.forEach((zone, since) -> told.put(zone, told(ZoneId.of(zone), since)));
    told.values().forEach(calendar.getTimezoneInfo().getTimezones()::add);
    blocks.stream()
        .sorted(Comparator.comparing(Block::id))
        .forEach(block -> calendar.addEvent(event(calendar, block, told)));
    return written(calendar);
  }

  private static boolean isUtc(ZoneId zone) {
    return zone.normalized().equals(java.time.ZoneOffset.UTC);
  }

  private static TimezoneAssignment told(ZoneId zone, LocalDate since) {
    VTimezone rules = ZoneRules.of(zone, since);
    return new TimezoneAssignment(TimeZone.getTimeZone(zone), rules);
  }

  private static VEvent event(
      ICalendar calendar, Block block, Map<String, TimezoneAssignment> told) {
    Weekly weekly = block.words().weekly();
    Span first = weekly.on(weekly.first());
    VEvent event = new VEvent();
    event.setUid(block.uid());
    event.setSequence(block.newest().number() - 1);
    event.setDateTimeStamp(Date.from(block.newest().at()));
    event.setLastModified(Date.from(block.newest().at()));
    event.setCreated(Date.from(block.versions().getFirst().at()));
    event.setSummary(Texts.say("blocks.feed.event", block.words().purpose()));
    event.setDateStart(Date.from(first.from()));
    event.setDateEnd(Date.from(first.to()));
    event.setTransparency(false);
    event.setExperimentalProperty("X-MICROSOFT-CDO-BUSYSTATUS", "BUSY");
    event.setStatus(weekly.isTakenBack() ? Status.cancelled() : Status.confirmed());
    event.setRecurrenceRule(rule(weekly));
    ExceptionDates without = new ExceptionDates();
    paused(block.words())
        .map(day -> new ICalDate(Date.from(weekly.on(day).from())))
        .forEach(without.getValues()::add);
    if (!without.getValues().isEmpty()) {
      event.addExceptionDates(without);
    }
    TimezoneAssignment zone = told.get(weekly.zone().getId());
    if (zone != null) {
      calendar.getTimezoneInfo().setTimezone(event.getDateStart(), zone);
      calendar.getTimezoneInfo().setTimezone(event.getDateEnd(), zone);
      calendar.getTimezoneInfo().setTimezone(without, zone);
    }
    return event;
  }

  private static Recurrence rule(Weekly weekly) {
    Recurrence.Builder rule =
        new Recurrence.Builder(Frequency.WEEKLY)
            .workweekStarts(DayOfWeek.MONDAY)
            .byDay(weekly.days().stream().map(FocusFeed::day).toList());
    if (weekly.every() > 1) {
      rule.interval(weekly.every());
    }
    if (!weekly.isTakenBack()) {
      weekly.last().ifPresent(last -> rule.until(Date.from(weekly.on(last).from())));
    }
    return rule.build();
  }

  private static DayOfWeek day(java.time.DayOfWeek day) {
    return DayOfWeek.valueOf(day.name());
  }

  private static Stream<LocalDate> paused(Words words) {
    return words.pauses().stream()
        .flatMap(pause -> words.weekly().between(pause.first(), pause.last()))
        .distinct()
        .sorted()
        .limit(LONGEST_PAUSE);
  }

  private static byte[] written(ICalendar calendar) {
    StringWriter out = new StringWriter();
    try (ICalWriter writer = new ICalWriter(out, ICalVersion.V2_0)) {
      writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
      writer.write(calendar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Folding.folded(out.toString()).getBytes(StandardCharsets.UTF_8);
  }
}
