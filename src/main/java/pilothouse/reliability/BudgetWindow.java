package pilothouse.reliability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;

/**
 * The time that a budget is for: the last so many days, or a part of the calendar.
 *
 * @param start of one of those parts; null for a window that goes with time
 * @param zone of the calendar
 */
record BudgetWindow(Span span, @Nullable LocalDateTime start, ZoneId zone) {

  /** What it is where nobody says one: 28 days, which hold each weekday equally often. */
  static BudgetWindow usual(ZoneId zone) {
    return new BudgetWindow(new Span(28, Span.Unit.DAY), null, zone);
  }

  /** From a moment on, and before another. */
  record Extent(Instant from, Instant to) {
    Duration length() {
      return Duration.between(from, to);
    }
  }

  boolean isRolling() {
    return start == null;
  }

  /** The whole window before a moment: one that goes with time ends there. */
  Extent until(Instant end) {
    if (start == null) {
      return new Extent(span.before(end, zone), end);
    }
    ZonedDateTime first = start.atZone(zone);
    ZonedDateTime here = end.minusMillis(1).atZone(zone);
    long many = span.between(first, here) - 1;
    while (!span.moved(first, many + 1).isAfter(here)) {
      many++;
    }
    return new Extent(span.moved(first, many).toInstant(), span.moved(first, many + 1).toInstant());
  }

  /** In words. */
  String says() {
    return Texts.say(
        isRolling() ? "reliability.window.rolling" : "reliability.window.calendar", span.says());
  }
}
