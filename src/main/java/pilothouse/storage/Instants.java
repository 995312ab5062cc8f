package pilothouse.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as text of a fixed width, so that both databases sort them as time does. */
public final class Instants {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final String SIGNS = "0000-00-00T00:00:00.000Z";

  private Instants() {}

  /** For example {@code 2026-11-02T09:00:00.000Z}; what is below a millisecond is cut off. */
  public static String text(Instant at) {
    return FORM.format(at);
  }

  /** Reads what {@link #text} wrote. */
  public static Instant parse(String text) {
    boolean usual = text.length() == SIGNS.length() && isUsual(text);
    if (!usual) {
      return Instant.parse(text);
    }
    long day =
        LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)).toEpochDay();
    int second = (number(text, 11, 13) * 60 + number(text, 14, 16)) * 60 + number(text, 17, 19);
    return Instant.ofEpochSecond(day * 86_400 + second, number(text, 20, 23) * 1_000_000L);
  }

  /** Whether a text of the usual length has the usual form; an hour of 24 and the like are not. */
  private static boolean isUsual(String text) {
    for (int i = 0; i < SIGNS.length(); i++) {
      char wanted = SIGNS.charAt(i);
      char c = text.charAt(i);
      if (wanted == '0' ? c < '0' || c > '9' : c != wanted) {
        return false;
      }
    }
    return number(text, 11, 13) < 24 && number(text, 14, 16) < 60 && number(text, 17, 19) < 60;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }
}
