package pilothouse.storage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as text of a fixed width, so that both databases sort them as time does. */
public final class Instants {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Instants() {}

  /** For example {@code 2026-11-02T09:00:00.000Z}; what is below a millisecond is cut off. */
  public static String text(Instant at) {
    return FORM.format(at);
  }

  /** Reads what {@link #text} wrote. */
  public static Instant parse(String text) {
    return Instant.parse(text);
  }
}
