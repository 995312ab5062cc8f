package pilothouse.evidence.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about the cause of an incident. The last word holds; none is ever overwritten,
 * and none by a recomputation.
 *
 * @param incident the incident's key
 * @param deployment the deployment's key; null with {@link Said#SET}: no deployment caused it
 * @param by who said it, in words
 * @param why the reason that was given; empty when none was
 */
public record CauseWord(
    String incident, @Nullable String deployment, Said said, String by, String why, Instant at) {

  /** The same word about a deployment that goes by another key now. */
  CauseWord about(@Nullable String key) {
    return new CauseWord(incident, key, said, by, why, at);
  }

  /** What was said. */
  public enum Said {
    /** This deployment caused it, or none did. */
    SET,
    /** The suggestion is right. */
    CONFIRMED,
    /** The suggestion is wrong: not this deployment. */
    REFUSED,
    /** Whatever people said before is taken back: sources and suggestions speak again. */
    WITHDRAWN
  }
}
