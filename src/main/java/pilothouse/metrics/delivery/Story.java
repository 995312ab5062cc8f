package pilothouse.metrics.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Incident;
import pilothouse.text.Texts;

/**
 * One production deployment as the numbers see it.
 *
 * @param at when it finished; where nobody said so, when it began or was told of
 * @param course where its revision lies against the one before
 * @param before the previous successful deployment to the same environment
 * @param changes what it brought, oldest first
 * @param unknown why its changes are not known or not counted; null when they are
 * @param failed whether it needed immediate intervention
 * @param whyFailed each reason, in a sentence; empty when it did not fail
 * @param incidents that it caused, as far as is known
 * @param restoredAfter seconds from its finish until the service was restored; null when it did not
 *     fail, or when that cannot be told
 * @param open it is not restored yet, so {@code restoredAfter} is "at least"
 * @param whyUnplanned why it counts as unplanned; null when it does not
 * @param leftOut why it is in none of the numbers; null when it is in them
 */
public record Story(
    Deployment deployment,
    Instant at,
    Course course,
    @Nullable Deployment before,
    List<Change> changes,
    @Nullable String unknown,
    boolean failed,
    List<String> whyFailed,
    List<Incident> incidents,
    @Nullable Double restoredAfter,
    boolean open,
    @Nullable String whyUnplanned,
    @Nullable String leftOut) {
  public Story {
    changes = List.copyOf(changes);
    whyFailed = List.copyOf(whyFailed);
    incidents = List.copyOf(incidents);
  }

  /** Whether it counts as unplanned. */
  public boolean unplanned() {
    return whyUnplanned != null;
  }

  /** Where a deployment's revision lies against the one before. */
  public enum Course {
    /** Nothing was deployed there before, as far as is known. */
    FIRST,
    /** It brings something new. */
    FORWARD,
    /** It goes back to what ran earlier: a roll-back. */
    BACK,
    /** The same revision once more. */
    AGAIN,
    /** Its revision or the one before is not known. */
    UNKNOWN
  }

  /**
   * One change that a deployment brought.
   *
   * @param revision the commit; empty where only the change request is known
   * @param title the change request's title or the commit's subject
   * @param request the change request that it belongs to; null when none matches
   * @param match how the change request was found
   * @param writtenAt the author time
   * @param seconds from then to the deployment's finish; null when it is left out
   * @param leftOut why it is not in the lead time; null when it is
   */
  public record Change(
      String revision,
      String title,
      @Nullable ChangeRequest request,
      Match match,
      @Nullable Instant writtenAt,
      @Nullable Double seconds,
      @Nullable String leftOut) {}

  /** How a change was matched with its change request, the surest first. */
  public enum Match {
    MERGE_REVISION,
    HEAD_REVISION,
    COMMIT,
    CONTENT,
    AUTHOR_TIME,
    NUMBER,
    ORDER,
    NONE;

    /** What matched, in words. */
    public String says() {
      return Texts.say("delivery.match." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }
}
