package pilothouse.blocks;

import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.RawProperty;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When an event is.
 *
 * @param wall what the clock shows where it begins
 * @param days how many, where it is of whole days; else 0
 * @param length how long, where it is of hours
 */
record Timing(LocalDateTime wall, Zoned zone, long days, Duration length) {
  private static final Set<String> FREE = Set.of("FREE", "WORKINGELSEWHERE");
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;

  /** Why it cannot be told. */
  static final class Unknown extends Exception {
    private static final long serialVersionUID = 1L;
    private final Skip why;

    Unknown(Skip why) {
      super(why.word());
      this.why = why;
    }

    Skip why() {
      return why;
    }
  }

  static Timing of(VEvent event, Zones zones) throws Unknown {
    DateStart start = event.getDateStart();
    if (start == null || start.getValue() == null || !isSane(start)) {
      throw new Unknown(Skip.TIMES);
    }
    Zoned zone = known(zones.of(start, start.getValue()));
    LocalDateTime wall = Zones.wall(start.getValue());
    DateEnd end = event.getDateEnd();
    boolean isOfDays = !start.getValue().hasTime();
    long days = 0;
    Duration length = Duration.ZERO;
    if (end != null && end.getValue() != null) {
      LocalDateTime last = Zones.wall(end.getValue());
      Instant to = known(zones.of(end, end.getValue())).at(last);
      days = isOfDays ? Math.max(ChronoUnit.DAYS.between(wall, last), 0) : 0;
      length = Duration.between(zone.at(wall), to);
    } else if (event.getDuration() != null && event.getDuration().getValue() != null) {
      length = Duration.ofMillis(event.getDuration().getValue().toMillis());
      days = isOfDays ? Math.max(length.toDays(), 1) : 0;
    } else if (isOfDays) {
      days = 1;
    }
    if (length.isNegative()) {
      throw new Unknown(Skip.TIMES);
    }
    if (days == 0 && length.isZero()) {
      throw new Unknown(Skip.NO_LENGTH);
    }
    return new Timing(wall, zone, isOfDays ? days : 0, length);
  }

  private static boolean isSane(DateStart start) {
    int year = Zones.wall(start.getValue()).getYear();
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  static Zoned known(@Nullable Zoned zone) throws Unknown {
    if (zone == null) {
      throw new Unknown(Skip.ZONE);
    }
    return zone;
  }

  /** The same at another time of the clock. */
  Span at(LocalDateTime begin) {
    Instant from = zone.at(begin);
    return new Span(from, days > 0 ? zone.at(begin.plusDays(days)) : from.plus(length));
  }

  /** Whether it takes time, as the standard says it, or Outlook. */
  static boolean isBusy(VEvent event) {
    RawProperty outlook = event.getExperimentalProperty("X-MICROSOFT-CDO-BUSYSTATUS");
    boolean isFree = outlook != null && FREE.contains(String.valueOf(outlook.getValue()).strip());
    return !isFree && (event.getTransparency() == null || !event.getTransparency().isTransparent());
  }
}
