package pilothouse.blocks;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A team's calendar, as it was told for some days that were over.
 *
 * @param number the later, the larger
 * @param digest of all that was kept of it: what is told twice is known by it
 * @param skipped how many events were left out and why, as {@code zone 2, rule 1}
 */
record Upload(
    String id,
    int number,
    String team,
    LocalDate first,
    LocalDate last,
    String digest,
    int events,
    String skipped,
    Instant at,
    String whoId,
    String whoName) {
  boolean holds(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  boolean covers(Upload other) {
    return holds(other.first) && holds(other.last);
  }

  boolean meets(Upload other) {
    return !first.isAfter(other.last) && !last.isBefore(other.first);
  }

  /** The same with its number. */
  Upload numbered(int next) {
    return new Upload(id, next, team, first, last, digest, events, skipped, at, whoId, whoName);
  }
}
