package pilothouse.metrics.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.metrics.delivery.Story.Course;
import pilothouse.metrics.delivery.Story.Match;

/**
 * What a deployment brought.
 *
 * @param out why its changes are not in any number; null when they are
 * @param offHead changes left out because the folders of branches beside the head are not read
 * @param byOrder whether they are told by the order of merges, for want of a history
 */
record Load(Course course, List<Brought> changes, @Nullable Out out, int offHead, boolean byOrder) {

  static Load none(Course course, Out out) {
    return new Load(course, List.of(), out, 0, false);
  }

  /**
   * A change.
   *
   * @param commit its index in the history, -1 where it is not in it
   * @param revision its id where it is not in the history
   * @param writtenAt the author time in epoch milliseconds, {@link #UNWRITTEN} where nobody said it
   * @param merged whether the time of a squash stands for commits that nobody told of
   */
  record Brought(
      int commit,
      @Nullable String revision,
      @Nullable ChangeRequest request,
      Match match,
      long writtenAt,
      boolean merged) {
    static final long UNWRITTEN = Long.MIN_VALUE;
  }

  /** Why a deployment's changes are in no number. */
  enum Out {
    FIRST(
        "first deployments: nothing is known to have run there before, so all that was ever written would be their changes",
        "the first that is known: all that was ever written would be its changes"),
    FAILED(
        "failed deployments: what they were to bring comes with the next success",
        "it failed: what it was to bring comes with the next success"),
    BACK("roll-backs: they bring nothing new", "a roll-back: it brings nothing new"),
    AGAIN(
        "deployments of the revision that ran already: they bring nothing new",
        "the revision ran already: nothing new"),
    UNNAMED("deployments that name no revision", "it names no revision"),
    UNKNOWN(
        "deployments of a revision that neither the history nor a change request knows",
        "neither the history nor a change request knows its revision"),
    BEFORE(
        "deployments after one whose revision is not known: what is new in them cannot be told",
        "the revision before is not known: what is new cannot be told"),
    UNRELATED(
        "deployments that share no history with the one before",
        "it shares no history with the one before"),
    BRANCH(
        "deployments from another branch than the one before",
        "it comes from another branch than the one before");

    private final String says;
    private final String ofOne;

    Out(String says, String ofOne) {
      this.says = says;
      this.ofOne = ofOne;
    }

    /** What stands before the first ones of several repositories or environments. */
    static final String SEVERAL = "of each repository and each environment the ";

    /** Of all that are left out for it. */
    String says() {
      return says;
    }

    /** Of a single deployment. */
    String ofOne() {
      return ofOne;
    }

    /** Of a deployment, with the chain that it is the first of. */
    String of(Rollout rollout) {
      return this == FIRST ? ofOne.replace(":", rollout.where + ":") : ofOne;
    }
  }
}
