package pilothouse.blocks;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a block comes back.
 *
 * @param until the last day; null for none; before the first where the block was taken back
 * @param every each week for 1, each other week for 2; counted from the week of the first day
 */
record Weekly(
    Set<DayOfWeek> days,
    LocalTime from,
    LocalTime to,
    ZoneId zone,
    LocalDate since,
    @Nullable LocalDate until,
    int every) {
  Weekly {
    days = java.util.Collections.unmodifiableSet(new TreeSet<>(days));
  }

  /** Whether it is on that day. */
  boolean isOn(LocalDate day) {
    return (until == null || !day.isAfter(until)) && isOnForGood(day);
  }

  private boolean isOnForGood(LocalDate day) {
    return !day.isBefore(since)
        && days.contains(day.getDayOfWeek())
        && ChronoUnit.WEEKS.between(monday(since), monday(day)) % every == 0;
  }

  /** The first day on which it is, would it never end. */
  LocalDate first() {
    return Stream.iterate(since, day -> day.plusDays(1))
        .filter(this::isOnForGood)
        .findFirst()
        .orElseThrow();
  }

  /** Whether that day is its last, or behind it. */
  boolean isOver(LocalDate day) {
    return until != null && !until.isAfter(day);
  }

  /** Whether it is never on. */
  boolean isTakenBack() {
    return until != null && until.isBefore(first());
  }

  /** Its days from one to another, both included. */
  Stream<LocalDate> between(LocalDate first, LocalDate last) {
    LocalDate begin = first.isBefore(since) ? since : first;
    return last.isBefore(begin)
        ? Stream.empty()
        : begin.datesUntil(last.plusDays(1)).filter(this::isOn);
  }

  /** The same, and no longer than that day; taken back where it has not begun by then. */
  Weekly endingOn(LocalDate day) {
    LocalDate first = first();
    LocalDate last = first.isAfter(day) ? first.minusDays(1) : day;
    return new Weekly(days, from, to, zone, since, last, every);
  }

  /** That day's hours; where clocks are changed, as long as they are there. */
  Span on(LocalDate day) {
    return new Span(
        day.atTime(from).atZone(zone).toInstant(), day.atTime(to).atZone(zone).toInstant());
  }

  /** The last day, where there is one. */
  Optional<LocalDate> last() {
    return Optional.ofNullable(until);
  }

  static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
