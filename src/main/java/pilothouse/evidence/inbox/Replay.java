package pilothouse.evidence.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which deliveries shall be understood again.
 *
 * @param source the name of a source; empty for all
 * @param state null for all that do not wait
 * @param since when they came in; null for all
 * @param id of a single one; 0 for all
 */
public record Replay(String source, @Nullable State state, @Nullable Instant since, long id) {

  /** All that are parked. */
  public static Replay parked() {
    return new Replay("", State.PARKED, null, 0);
  }

  /** One alone. */
  public static Replay one(long id) {
    return new Replay("", null, null, id);
  }

  /** Those of a source that are parked. */
  public static Replay parkedOf(String source) {
    return new Replay(source, State.PARKED, null, 0);
  }

  /** All since a time, whatever became of them. */
  public Replay since(Instant at) {
    return new Replay(source, null, at, id);
  }
}
