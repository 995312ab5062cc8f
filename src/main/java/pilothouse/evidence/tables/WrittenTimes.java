package pilothouse.evidence.tables;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Reads single times as the columns of files are read; days with slashes are none. */
public final class WrittenTimes {
  private final Times times;

  /** For the zone of days and times that name none. */
  public WrittenTimes(ZoneId zone) {
    this.times = new Times(zone, Order.UNKNOWN);
  }

  /**
   * The instant: of ISO 8601 with or without zone, the beginning of a day, epoch seconds of nine or
   * ten digits, milliseconds of twelve or thirteen; null where it is none of these.
   */
  public @Nullable Instant read(String text) {
    char[] chars = text.strip().toCharArray();
    long millis = times.read(chars, 0, chars.length);
    return millis == Times.NONE ? null : Instant.ofEpochMilli(millis);
  }
}
