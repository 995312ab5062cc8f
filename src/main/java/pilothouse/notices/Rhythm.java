package pilothouse.notices;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;

/** How often somebody wants to be told. */
enum Rhythm {
  AT_ONCE("at once"),
  HOURLY("hourly"),
  DAILY("daily"),
  WEEKLY("weekly");

  private final String word;

  Rhythm(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static Optional<Rhythm> of(String word) {
    return Arrays.stream(values()).filter(rhythm -> rhythm.word.equals(word)).findFirst();
  }

  /**
   * When the next message is due.
   *
   * @param hour of the day there, for daily and weekly ones
   * @param weekday from 1, Monday, for weekly ones
   */
  Instant next(Instant after, int hour, int weekday, ZoneId zone) {
    ZonedDateTime now = after.atZone(zone);
    return switch (this) {
      case AT_ONCE -> after;
      case HOURLY -> now.truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
      case DAILY -> {
        Instant today = at(now.toLocalDate(), hour, zone);
        yield today.isAfter(after) ? today : at(now.toLocalDate().plusDays(1), hour, zone);
      }
      case WEEKLY -> {
        DayOfWeek day = DayOfWeek.of(weekday);
        LocalDate same = now.toLocalDate().with(TemporalAdjusters.nextOrSame(day));
        Instant soon = at(same, hour, zone);
        yield soon.isAfter(after) ? soon : at(same.plusWeeks(1), hour, zone);
      }
    };
  }

  /** An hour that the clocks leave out is the one behind it. */
  private static Instant at(LocalDate day, int hour, ZoneId zone) {
    return ZonedDateTime.of(day, LocalTime.of(hour, 0), zone).toInstant();
  }
}
