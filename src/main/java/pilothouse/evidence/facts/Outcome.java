package pilothouse.evidence.facts;

/** How a deployment or a build is going, or how it ended. */
public enum Outcome {
  RUNNING,
  SUCCESS,
  FAILURE,
  /** Ended by somebody, or skipped: says nothing about the work. */
  CANCELLED;

  /** Whether it ended. */
  public boolean isOver() {
    return this != RUNNING;
  }
}
