package pilothouse.metrics.delivery;

import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.CauseWord;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Incident;

/**
 * What caused an incident, as far as is known.
 *
 * @param deployment the cause; null when no deployment is
 * @param elsewhere whether the deployment is of another service than the incident
 * @param why in a sentence
 * @param word what a person said that decides it; null when nobody did
 */
public record Cause(
    Incident incident,
    Standing standing,
    @Nullable Deployment deployment,
    boolean elsewhere,
    String why,
    @Nullable CauseWord word) {

  /** Who says so. */
  public enum Standing {
    /** A person set it: a deployment, or none. */
    SET,
    /** A person confirmed the suggestion. */
    CONFIRMED,
    /** A person refused the suggestion, and nothing else is suggested. */
    REFUSED,
    /** The incident's source names it. */
    NAMED,
    /** The last production deployment within a day before; waits for a person's word. */
    SUGGESTED,
    /** No deployment came shortly before: not caused by a deployment. */
    NONE
  }

  /** Whether a person decided it, so that no computation changes it. */
  public boolean decided() {
    return word != null;
  }
}
