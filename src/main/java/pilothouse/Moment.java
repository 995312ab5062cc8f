package pilothouse;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The times that people write: a day, an instant, or how long ago. */
final class Moment {
  private static final Pattern AGO = Pattern.compile("([0-9]{1,5})([dwmy])");
  private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,5})([smhdw])");

  private Moment() {}

  /** The start of the day that was written, or the instant; null for null. */
  static @Nullable Instant since(@Nullable String written, ZoneId zone, Instant now) {
    return written == null ? null : read("--since", written, zone, now, 0);
  }

  /** The end of the day that was written, or the instant; null for null. */
  static @Nullable Instant until(@Nullable String written, ZoneId zone, Instant now) {
    return written == null ? null : read("--until", written, zone, now, 1);
  }

  /**
   * A span, as 5m or 1d.
   *
   * @param wanted what it says, for the mend
   */
  static Duration span(String option, String written, String wanted) {
    Matcher span = SPAN.matcher(written);
    if (!span.matches()) {
      throw new Refused("%s \"%s\" is no span; write %s.".formatted(option, written, wanted));
    }
    long count = Long.parseLong(span.group(1));
    return switch (span.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      case "d" -> Duration.ofDays(count);
      default -> Duration.ofDays(7 * count);
    };
  }

  private static Instant read(String option, String written, ZoneId zone, Instant now, int daysOn) {
    try {
      Matcher ago = AGO.matcher(written);
      if (ago.matches()) {
        return now.atZone(zone).minus(period(ago)).toInstant();
      }
      if (written.indexOf('T') > 0) {
        return OffsetDateTime.parse(written).toInstant();
      }
      return LocalDate.parse(written).plusDays(daysOn).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      throw new Refused(
          ("%s \"%s\" is no date; write a day (2026-01-31), an instant (2026-01-31T12:00:00Z) or how"
                  + " long ago (90d, 12w, 6m, 2y).")
              .formatted(option, written));
    }
  }

  private static Period period(Matcher ago) {
    int count = Integer.parseInt(ago.group(1));
    return switch (ago.group(2)) {
      case "d" -> Period.ofDays(count);
      case "w" -> Period.ofWeeks(count);
      case "m" -> Period.ofMonths(count);
      default -> Period.ofYears(count);
    };
  }
}
