package pilothouse.evidence.facts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work that somebody wrote down: an issue, a ticket, a story. Nobody's name is in it.
 *
 * @param key {@code host/owner/name#issue/12}, or {@code own:PROJ-34}
 * @param service what it is about, as the source names it
 * @param number as people write it: {@code 12}, {@code PROJ-34}
 * @param open whether it was open when the source spoke; null when it did not say: then an end that
 *     it tells means that it was not
 * @param reason why it was closed; null where the source tells none
 * @param type as the source names it: {@code Bug}, {@code Story}
 * @param closedAt when it ended; null while it is open, or open again
 * @param changes keys of the change requests that the source links with it; null for none told
 */
public record WorkItem(
    String key,
    Instant saidAt,
    @Nullable String service,
    @Nullable String repository,
    @Nullable String number,
    @Nullable String title,
    @Nullable Boolean open,
    @Nullable Reason reason,
    @Nullable List<String> labels,
    @Nullable String milestone,
    @Nullable String type,
    @Nullable Instant openedAt,
    @Nullable Instant closedAt,
    @Nullable List<String> changes,
    @Nullable String url)
    implements Fact {
  public WorkItem {
    labels = labels == null ? null : List.copyOf(labels);
    changes = changes == null || changes.isEmpty() ? null : List.copyOf(changes);
    open = (open == null && closedAt != null) ? Boolean.FALSE : open;
  }

  /** Why work was closed. */
  public enum Reason {
    COMPLETED,
    /** It was not wanted, was there twice, or went elsewhere. */
    NOT_PLANNED
  }

  /** No more than that a change request names it. */
  public static WorkItem named(
      String key, Instant saidAt, @Nullable String repository, @Nullable String number, String by) {
    return new WorkItem(
        key,
        saidAt,
        null,
        repository,
        number,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(by),
        null);
  }

  /** Whether somebody told of it, and did not only name it. */
  public boolean isTold() {
    return open != null || title != null || openedAt != null;
  }

  /** Whether it was done; closed without a reason counts as done, for most sources tell none. */
  public boolean isDone() {
    return Boolean.FALSE.equals(open) && reason != Reason.NOT_PLANNED;
  }
}
