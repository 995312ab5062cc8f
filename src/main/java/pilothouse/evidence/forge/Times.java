package pilothouse.evidence.forge;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ways in which forges write times: ISO 8601 with {@code Z} or an offset, {@code 2016-08-12
 * 15:23:28 UTC}, {@code 2021-04-28 21:50:00 +0200}, without a zone (which means UTC), and seconds
 * since 1970.
 */
public final class Times {
  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4})-(\\d\\d)-(\\d\\d)[T ](\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d{1,9})\\d*)?"
              + " ?(Z|UTC|[+-]\\d\\d:?\\d\\d)?");
  private static final long LAST = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

  private Times() {}

  /** The instant; null when the text is no time, or one before 1970. */
  public static @Nullable Instant read(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return null;
    }
    try {
      OffsetDateTime time =
          OffsetDateTime.of(
              number(form, 1),
              number(form, 2),
              number(form, 3),
              number(form, 4),
              number(form, 5),
              Math.min(59, number(form, 6)), // A leap second belongs to the one before it.
              nanoseconds(form.group(7)),
              offset(form.group(8)));
      return ofSeconds(time.toEpochSecond()) == null ? null : time.toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** So many seconds after 1970 began; null for what no calendar of ours holds. */
  static @Nullable Instant ofSeconds(long seconds) {
    return seconds < 0 || seconds > LAST ? null : Instant.ofEpochSecond(seconds);
  }

  private static int number(Matcher form, int group) {
    return Integer.parseInt(form.group(group));
  }

  private static int nanoseconds(@Nullable String fraction) {
    return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
  }

  private static ZoneOffset offset(@Nullable String zone) {
    boolean isUtc = zone == null || zone.equals("Z") || zone.equals("UTC");
    return isUtc ? ZoneOffset.UTC : ZoneOffset.of(zone);
  }
}
