package pilothouse.evidence.pull;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a stream was read.
 *
 * @param seenTo all up to here is known; null while no reading came to its end
 * @param reaches back to where; null for all of the past
 * @param etag of the first page then
 * @param cut the reading that was cut off; null when none was
 */
record Cursor(
    @Nullable Instant seenTo, @Nullable Instant reaches, @Nullable String etag, @Nullable Cut cut) {
  static final Cursor NEW = new Cursor(null, null, null, null);

  /**
   * A reading that did not come to its end.
   *
   * @param next the page where it goes on
   * @param top the newest time that it saw
   * @param stop how far back it wanted; null for all of the past
   * @param etag of its first page
   */
  record Cut(String next, @Nullable Instant top, @Nullable Instant stop, @Nullable String etag) {}

  /** Whether all that is wanted was read before, but for what is new. */
  boolean holds(@Nullable Instant since) {
    return seenTo != null && reachesBack(reaches, since);
  }

  /** Where a reading that goes back so far may stop. */
  @Nullable Instant stop(@Nullable Instant since, Duration overlap) {
    if (seenTo == null || !holds(since)) {
      return since;
    }
    Instant known = seenTo.minus(overlap);
    return since != null && since.isAfter(known) ? since : known;
  }

  /** Whether the reading that was cut off goes back as far as this one would. */
  boolean goesOnTo(@Nullable Instant stop) {
    return cut != null && reachesBack(cut.stop(), stop);
  }

  /** After a reading that came to its end. */
  Cursor done(@Nullable Instant top, @Nullable Instant since, @Nullable String newEtag) {
    Instant newest = top;
    if (newest == null || (seenTo != null && seenTo.isAfter(newest))) {
      newest = seenTo == null ? Instant.EPOCH : seenTo;
    }
    return new Cursor(newest, holds(since) ? reaches : since, newEtag, null);
  }

  private static boolean reachesBack(@Nullable Instant reaches, @Nullable Instant wanted) {
    return reaches == null || (wanted != null && !reaches.isAfter(wanted));
  }
}
