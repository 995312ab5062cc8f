package pilothouse.metrics;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * A span of time, from (inclusive) to (exclusive), in the organisation's zone; weeks start on
 * Monday there.
 *
 * @param over until when its days are over: a week that ends later is not whole
 */
public record Window(Instant from, Instant to, ZoneId zone, Instant over) {
  public Window {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a window ends after it starts: " + from + " to " + to);
    }
    over = over.isBefore(to) ? over : to;
  }

  /** One that is all over. */
  public Window(Instant from, Instant to, ZoneId zone) {
    this(from, to, zone, to);
  }

  /** Whole days, the last one included; those from today on are not over. */
  public static Window ofDays(LocalDate first, LocalDate last, LocalDate today, ZoneId zone) {
    return new Window(
        first.atStartOfDay(zone).toInstant(),
        last.plusDays(1).atStartOfDay(zone).toInstant(),
        zone,
        today.atStartOfDay(zone).toInstant());
  }

  /** Whether an epoch second lies in the window. */
  public boolean holds(long epochSecond) {
    return epochSecond >= from.getEpochSecond() && epochSecond < to.getEpochSecond();
  }

  /** The start of the week that holds the instant. */
  public Instant weekOf(Instant at) {
    return at.atZone(zone)
        .toLocalDate()
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
        .atStartOfDay(zone)
        .toInstant();
  }
}
