package pilothouse.evidence.inbox;

import java.util.Map;

/**
 * How many deliveries of a source came in, by how they stand.
 *
 * @param counts by state; one that is missing is 0
 */
public record Tally(String source, Map<State, Long> counts) {
  public Tally {
    counts = Map.copyOf(counts);
  }

  /** How many stand so. */
  public long of(State state) {
    return counts.getOrDefault(state, 0L);
  }

  /** All of them. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
