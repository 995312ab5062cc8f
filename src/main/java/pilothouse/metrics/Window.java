package pilothouse.metrics;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/**
 * A span of time, from (inclusive) to (exclusive), in the organisation's zone; weeks start on
 * Monday there.
 */
public record Window(Instant from, Instant to, ZoneId zone) {
  public Window {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a window ends after it starts: " + from + " to " + to);
    }
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
