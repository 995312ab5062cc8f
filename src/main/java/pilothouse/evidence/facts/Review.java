package pilothouse.evidence.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One review of a change request.
 *
 * @param key {@code host/owner/name#review/77}
 * @param change the key of the change request
 * @param reviewer login or e-mail
 * @param state null when the source did not say
 */
public record Review(
    String key,
    Instant saidAt,
    @Nullable String change,
    @Nullable String reviewer,
    @Nullable State state,
    @Nullable Instant submittedAt)
    implements Fact {

  /** What the reviewer concluded. */
  public enum State {
    APPROVED,
    CHANGES_REQUESTED,
    COMMENTED,
    DISMISSED
  }
}
