package pilothouse.metrics.delivery;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.metrics.delivery.Story.Course;
import pilothouse.metrics.delivery.Story.Match;
import pilothouse.text.Texts;

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
    FIRST,
    FAILED,
    BACK,
    AGAIN,
    UNNAMED,
    UNKNOWN,
    BEFORE,
    UNRELATED,
    BRANCH;

    /** Of all that are left out for it. */
    String says() {
      return Texts.say("delivery.out." + name().toLowerCase(Locale.ROOT) + ".all");
    }

    /** Of a single deployment. */
    String ofOne() {
      return ofOne("");
    }

    /** Of a deployment, with the chain that it is the first of. */
    String of(Rollout rollout) {
      return ofOne(this == FIRST ? rollout.where : "");
    }

    private String ofOne(String where) {
      return Texts.say("delivery.out." + name().toLowerCase(Locale.ROOT) + ".single", where);
    }
  }
}
