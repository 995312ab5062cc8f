package pilothouse.evidence.tables;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Days and zones as numbers: epoch milliseconds, or {@link Times#NONE}. */
final class Calendar {
  private Calendar() {}

  /** The instant at which clocks of that zone show what UTC shows at these milliseconds. */
  static long in(ZoneId zone, long millis) {
    LocalDateTime local =
        LocalDateTime.ofEpochSecond(
            Math.floorDiv(millis, 1_000L),
            (int) Math.floorMod(millis, 1_000L) * 1_000_000,
            ZoneOffset.UTC);
    return local.atZone(zone).toInstant().toEpochMilli();
  }

  /** As in mail headers: {@code Sat, 21 Nov 2026 05:46:37 GMT}. */
  static long mail(char[] chars, int start, int end) {
    if (end - start < 20 || end - start > 40) {
      return Times.NONE;
    }
    try {
      String text = new String(chars, start, end - start);
      return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)).toEpochMilli();
    } catch (DateTimeException _) {
      return Times.NONE;
    }
  }

  /** How many days the month has. */
  static int days(int year, int month) {
    return switch (month) {
      case 2 -> LocalDate.of(year, 1, 1).isLeapYear() ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  /** Days from 1970-01-01, of the calendar without a gap. */
  static long daysSinceEpoch(int year, int month, int day) {
    int y = month <= 2 ? year - 1 : year;
    int era = Math.floorDiv(y, 400);
    int ofEra = y - era * 400;
    int ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146_097L + ofEra * 365L + ofEra / 4 - ofEra / 100 + ofYear - 719_468L;
  }
}
