package pilothouse.verdicts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When predictions were held against late facts last: an hour goes by before the next time. */
final class Pauses {
  private static final Duration AGAIN = Duration.ofHours(1);
  private final Map<String, Instant> looked = new ConcurrentHashMap<>();
  private final InstantSource clock;

  Pauses(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether that went by; then the next begins. */
  boolean isOver(String id) {
    Instant now = clock.instant();
    Instant before = looked.put(id, now);
    if (before == null || before.plus(AGAIN).isBefore(now)) {
      return true;
    }
    looked.put(id, before);
    return false;
  }
}
