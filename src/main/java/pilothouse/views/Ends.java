package pilothouse.views;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.History;

/** Where a history begins and ends. */
final class Ends {
  private Ends() {}

  /** When the head's history got its last commit before an instant; null when it has none. */
  static @Nullable Instant lastCommit(History history, Instant end) {
    long last = Long.MIN_VALUE;
    var onHead = history.commits().onHead();
    for (int c = onHead.nextSetBit(0); c >= 0; c = onHead.nextSetBit(c + 1)) {
      long at = history.commits().committedAt()[c];
      last = at < end.getEpochSecond() ? Math.max(last, at) : last;
    }
    return last == Long.MIN_VALUE ? null : Instant.ofEpochSecond(last);
  }

  /** The day of the first commit; the other one when there is none. */
  static LocalDate firstDay(History history, LocalDate last, ZoneId zone) {
    long first = Long.MAX_VALUE;
    for (long at : history.commits().committedAt()) {
      if (at > 0) {
        first = Math.min(first, at);
      }
    }
    return first == Long.MAX_VALUE ? last : Instant.ofEpochSecond(first).atZone(zone).toLocalDate();
  }
}
