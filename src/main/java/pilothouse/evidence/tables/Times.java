package pilothouse.evidence.tables;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Reads times from characters, without making a text of each: ISO 8601 with or without zone, days,
 * epoch seconds and milliseconds, days with dots or slashes, and the form of mail headers.
 */
final class Times extends Characters {
  /** Not a time at all. */
  static final long NONE = Long.MIN_VALUE;

  private static final long DAY = 86_400_000L;
  private final @Nullable ZoneId zone;
  private final Order order;
  private boolean zoneless;
  private boolean unordered;

  /** For the zone of times that name none, and the order of days with slashes. */
  Times(@Nullable ZoneId zone, Order order) {
    this.zone = zone;
    this.order = order;
  }

  /** Whether the last time named no zone, so that it is not known without one. */
  boolean wasZoneless() {
    return zoneless;
  }

  /** Whether the last time may be read in two ways, day or month first. */
  boolean wasUnordered() {
    return unordered;
  }

  /** Epoch milliseconds; {@link #NONE} when it is no time, or not without being told more. */
  long read(char[] from, int start, int stop) {
    chars = from;
    at = start;
    end = stop;
    zoneless = false;
    unordered = false;
    int digits = digits();
    long read =
        switch (digits) {
          case 9, 10 -> epoch(1_000, digits);
          case 12, 13 -> epoch(1, digits);
          case 4 -> yearFirst();
          case 1, 2 -> yearLast();
          default -> NONE;
        };
    return read == NONE && digits == 0 ? Calendar.mail(chars, start, end) : read;
  }

  private long epoch(int unit, int digits) {
    long whole = number(digits) * unit;
    if (at == end) {
      return whole;
    }
    long thousandths = chars[at] == '.' ? fraction() : NONE;
    return at == end && thousandths != NONE ? whole + (unit == 1 ? 0 : thousandths) : NONE;
  }

  private long yearFirst() {
    int year = (int) number(4);
    char between = at < end ? chars[at] : ' ';
    if (between != '-' && between != '/' && between != '.') {
      return NONE;
    }
    at++;
    int month = two();
    int day = takes(between) ? two() : -1;
    return withTime(year, month, day);
  }

  private long yearLast() {
    int first = (int) number(digits());
    char between = at < end ? chars[at] : ' ';
    if (between != '/' && between != '.' && between != '-') {
      return NONE;
    }
    at++;
    int length = digits();
    int second = length == 1 || length == 2 ? (int) number(length) : -1;
    boolean ok = second > 0 && takes(between) && digits() == 4;
    if (!ok) {
      return NONE;
    }
    int year = (int) number(4);
    boolean dayFirst = between == '.' || order == Order.DAY_FIRST;
    if (between != '.' && order == Order.UNKNOWN) {
      unordered = true;
      return NONE;
    }
    return dayFirst ? withTime(year, second, first) : withTime(year, first, second);
  }

  /** The rest behind a day: nothing, or a time with or without a zone. */
  private long withTime(int year, int month, int day) {
    if (month < 1 || month > 12 || day < 1 || day > Calendar.days(year, month)) {
      return NONE;
    }
    long millis = Calendar.daysSinceEpoch(year, month, day) * DAY;
    if (at == end) {
      return local(millis);
    }
    if (!takes('T') && !takes(' ') && !takes('t')) {
      return NONE;
    }
    int hour = isDigit(at + 1) ? two() : isDigit(at) ? (int) number(1) : -1;
    int minute = takes(':') ? two() : -1;
    int second = takes(':') ? two() : 0;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
      return NONE;
    }
    long fraction = at < end && (chars[at] == '.' || chars[at] == ',') ? fraction() : 0;
    if (fraction == NONE) {
      return NONE;
    }
    return zoned(millis + hour * 3_600_000L + minute * 60_000L + second * 1_000L + fraction);
  }

  /** Thousandths behind a point or a comma. */
  private long fraction() {
    at++;
    int length = digits();
    if (length == 0) {
      return NONE;
    }
    long thousandths = 0;
    for (int i = 0; i < length; i++, at++) {
      thousandths = i < 3 ? thousandths * 10 + (chars[at] - '0') : thousandths;
    }
    for (int i = length; i < 3; i++) {
      thousandths *= 10;
    }
    return thousandths;
  }

  private long zoned(long millis) {
    while (takes(' ')) {
      // blanks before the zone
    }
    if (at == end) {
      return local(millis);
    }
    if (end - at == 1 && (chars[at] == 'Z' || chars[at] == 'z')) {
      return millis;
    }
    if (end - at == 3 && (isWord("UTC") || isWord("GMT"))) {
      return millis;
    }
    int sign = takes('+') ? 1 : takes('-') ? -1 : 0;
    int hours = sign == 0 ? -1 : two();
    takes(':');
    int minutes = at == end ? 0 : two();
    boolean ok = hours >= 0 && hours <= 18 && minutes >= 0 && minutes < 60 && at == end;
    return ok ? millis - sign * (hours * 3_600_000L + minutes * 60_000L) : NONE;
  }

  private long local(long millis) {
    if (zone == null) {
      zoneless = true;
      return NONE;
    }
    return Calendar.in(zone, millis);
  }
}
