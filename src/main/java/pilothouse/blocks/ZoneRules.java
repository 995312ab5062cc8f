package pilothouse.blocks;

import biweekly.component.DaylightSavingsTime;
import biweekly.component.Observance;
import biweekly.component.StandardTime;
import biweekly.component.VTimezone;
import biweekly.util.DateTimeComponents;
import biweekly.util.DayOfWeek;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A zone as a calendar tells it: each change of the clock since some day, and the rules that hold
 * from then on.
 */
final class ZoneRules {
  private static final int BEFORE_DAYS = 400;
  private static final int MOST = 400;

  private final java.time.zone.ZoneRules rules;
  private final VTimezone told;

  private ZoneRules(ZoneId zone) {
    this.rules = zone.getRules();
    this.told = new VTimezone(zone.getId());
  }

  /** What holds from that day on. */
  static VTimezone of(ZoneId zone, LocalDate since) {
    ZoneRules all = new ZoneRules(zone);
    Instant at = since.minusDays(BEFORE_DAYS).atStartOfDay(zone).toInstant();
    ZoneOffset offset = all.rules.getOffset(at);
    LocalDateTime begin = LocalDateTime.ofInstant(at, offset);
    all.add(begin, offset, offset, at, Optional.empty());
    all.changes(at);
    return all.told;
  }

  private void changes(Instant since) {
    var known = rules.getTransitions();
    Instant last = known.isEmpty() ? since : known.getLast().getInstant();
    Instant at = since;
    for (int i = 0; i < MOST && at.isBefore(last); i++) {
      ZoneOffsetTransition next = rules.nextTransition(at);
      if (next == null || next.getInstant().isAfter(last)) {
        break;
      }
      add(next, Optional.empty());
      at = next.getInstant();
    }
    int year =
        LocalDateTime.ofInstant(last.isAfter(since) ? last : since, ZoneOffset.UTC).getYear();
    for (ZoneOffsetTransitionRule rule : rules.getTransitionRules()) {
      ZoneOffsetTransition first = rule.createTransition(year);
      if (!first.getInstant().isAfter(at)) {
        first = rule.createTransition(year + 1);
      }
      add(first, Optional.of(yearly(rule)));
    }
  }

  private void add(ZoneOffsetTransition change, Optional<Recurrence> yearly) {
    add(
        change.getDateTimeBefore(),
        change.getOffsetBefore(),
        change.getOffsetAfter(),
        change.getInstant(),
        yearly);
  }

  private void add(
      LocalDateTime begin,
      ZoneOffset from,
      ZoneOffset to,
      Instant at,
      Optional<Recurrence> yearly) {
    boolean isSummer = rules.isDaylightSavings(at);
    Observance one = isSummer ? new DaylightSavingsTime() : new StandardTime();
    one.setDateStart(
        new DateTimeComponents(
            begin.getYear(),
            begin.getMonthValue(),
            begin.getDayOfMonth(),
            begin.getHour(),
            begin.getMinute(),
            begin.getSecond(),
            false));
    one.setTimezoneOffsetFrom(new UtcOffset(from.getTotalSeconds() * 1_000L));
    one.setTimezoneOffsetTo(new UtcOffset(to.getTotalSeconds() * 1_000L));
    yearly.ifPresent(one::setRecurrenceRule);
    told.addComponent(one);
  }

  /** The day of a rule: the n-th or last such day of a month, or the first one from a day on. */
  private static Recurrence yearly(ZoneOffsetTransitionRule rule) {
    Month month = rule.getMonth();
    int from = rule.getDayOfMonthIndicator();
    Recurrence.Builder builder = new Recurrence.Builder(Frequency.YEARLY).byMonth(month.getValue());
    if (rule.getDayOfWeek() == null) {
      return builder.byMonthDay(from).build();
    }
    DayOfWeek day = DayOfWeek.valueOf(rule.getDayOfWeek().name());
    if (from == -1 || from == month.minLength() - 6) {
      return builder.byDay(-1, day).build();
    }
    if (from > 0 && from % 7 == 1) {
      return builder.byDay(from / 7 + 1, day).build();
    }
    int step = from > 0 ? 1 : -1;
    return builder
        .byDay(day)
        .byMonthDay(IntStream.range(0, 7).mapToObj(i -> from + step * i).toList())
        .build();
  }
}
