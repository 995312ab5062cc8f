package pilothouse.blocks;

import biweekly.component.VEvent;
import biweekly.property.ExceptionRule;
import biweekly.property.RecurrenceDates;
import biweekly.property.RecurrenceRule;
import biweekly.util.Frequency;
import biweekly.util.ICalDate;
import biweekly.util.Recurrence;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TimeZone;
import java.util.TreeSet;

/**
 * When an event comes back. Rules are followed by the library on the clock on the wall, and each
 * time is then looked up in its zone: so it stays at its hour when clocks are changed.
 */
record Repeating(VEvent event, Timing timing, Zones zones) {
  /** So often an event may come in the days that are told. */
  static final int MOST = 3_000;

  /** What ends after a count has to be counted from its first day: so far at most. */
  private static final int MOST_COUNTED = 20_000;

  private static final Set<Frequency> SLOW =
      Set.of(Frequency.DAILY, Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY);
  private static final TimeZone WALL = TimeZone.getTimeZone("UTC");
  private static final int A_DAY = 24;

  /** What the clock shows each time it begins in those days, and once before them. */
  SortedSet<LocalDateTime> walls(Draught draught) throws Timing.Unknown {
    SortedSet<LocalDateTime> walls = new TreeSet<>(Set.of(timing.wall()));
    for (RecurrenceDates dates : event.getRecurrenceDates()) {
      for (ICalDate date : dates.getDates()) {
        var moment = Timing.known(zones.of(dates, date)).at(Zones.wall(date));
        walls.add(timing.zone().wall(moment));
      }
    }
    List<RecurrenceRule> rules = event.getProperties(RecurrenceRule.class);
    if (rules.size() > 1 || !event.getProperties(ExceptionRule.class).isEmpty()) {
      throw new Timing.Unknown(Skip.RULE);
    }
    if (!rules.isEmpty()) {
      follow(rules.getFirst().getValue(), draught, walls);
    }
    return walls;
  }

  private void follow(Recurrence rule, Draught draught, SortedSet<LocalDateTime> walls)
      throws Timing.Unknown {
    if (rule == null || rule.getFrequency() == null || !rule.getXRules().isEmpty()) {
      throw new Timing.Unknown(Skip.RULE);
    }
    if (!SLOW.contains(rule.getFrequency()) || times(rule) > A_DAY) {
      throw new Timing.Unknown(Skip.OFTEN);
    }
    Integer count = rule.getCount();
    long days = ChronoUnit.DAYS.between(timing.wall(), timing.zone().wall(draught.to()));
    if (count != null && Math.min(count, days * times(rule)) > MOST_COUNTED) {
      throw new Timing.Unknown(Skip.OFTEN);
    }
    Duration before = timing.length().plusDays(timing.days() + 1);
    LocalDateTime from = timing.zone().wall(draught.from().minus(before));
    LocalDateTime to = timing.zone().wall(draught.to());
    try {
      var dates = until(rule).getDateIterator(date(timing.wall()), WALL);
      dates.advanceTo(date(from));
      LocalDateTime last = LocalDateTime.MIN;
      for (int i = 0; dates.hasNext(); i++) {
        LocalDateTime wall = LocalDateTime.ofInstant(dates.next().toInstant(), ZoneOffset.UTC);
        if (wall.isAfter(to) || !wall.isAfter(last)) {
          return;
        }
        if (i >= MOST) {
          throw new Timing.Unknown(Skip.OFTEN);
        }
        walls.add(wall);
        last = wall;
      }
    } catch (RuntimeException | AssertionError e) {
      // So the library refuses a thirteenth month and the like.
      throw new Timing.Unknown(Skip.RULE);
    }
  }

  private static long times(Recurrence rule) {
    return (long) Math.max(1, rule.getByHour().size())
        * Math.max(1, rule.getByMinute().size())
        * Math.max(1, rule.getBySecond().size());
  }

  /** The same rule with its end on the same clock; an end that is a day is in it as a whole. */
  private Recurrence until(Recurrence rule) {
    ICalDate end = rule.getUntil();
    if (end == null) {
      return rule;
    }
    LocalDateTime wall = Zones.wall(end);
    if (!end.hasTime()) {
      wall = wall.plusDays(1).minusSeconds(1);
    } else if (end.getRawComponents().isUtc()) {
      wall = timing.zone().wall(wall.toInstant(ZoneOffset.UTC));
    }
    return new Recurrence.Builder(rule).until(date(wall)).build();
  }

  private static Date date(LocalDateTime wall) {
    return Date.from(wall.toInstant(ZoneOffset.UTC));
  }
}
