package pilothouse.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message of a subscription, about the entries of some numbers.
 *
 * @param id stays the same however often it is sent, so that who gets it twice can tell
 * @param tries how often it was sent in vain
 * @param trouble why the last try was in vain
 */
public record Notice(
    String id,
    String subscription,
    long first,
    long last,
    Instant madeAt,
    State state,
    int tries,
    Instant nextAt,
    @Nullable Instant endedAt,
    String trouble) {
  /** How a message stands. */
  public enum State {
    WAITING("waiting"),
    SENT("sent"),
    LEFT_OUT("left out"),
    DEAD("dead");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** As rows and pages have it. */
    public String word() {
      return word;
    }

    static State of(String word) {
      return valueOf(word.toUpperCase(java.util.Locale.ROOT).replace(' ', '_'));
    }
  }
}
