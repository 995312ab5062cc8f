package pilothouse.evidence.facts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change request: a pull request, a merge request, or a change that was told of directly.
 *
 * @param key {@code host/owner/name#change/12}
 * @param repository as the source names it: {@code owner/name}, or a URL
 * @param number as people see it in its repository; 0 when it has none
 * @param author login or e-mail; never a number about a person
 * @param branch that holds the work
 * @param target branch that it is meant for
 * @param headRevision the last commit of its branch
 * @param mergeRevision the commit that brought it to the target: a merge, a squash, or its last
 * @param readyAt when it could be reviewed: opened, or no draft any more
 * @param closedAt when it ended, merged or not; null while it is open, or open again
 * @param open whether it was open when the source spoke; null when it did not say: then an end that
 *     it tells means that it was not
 * @param commits of its branch, as far as they are known
 * @param labels as the source names them; null when it did not speak of them
 */
public record ChangeRequest(
    String key,
    Instant saidAt,
    @Nullable String repository,
    int number,
    @Nullable String title,
    @Nullable String author,
    @Nullable String branch,
    @Nullable String target,
    @Nullable String headRevision,
    @Nullable String mergeRevision,
    @Nullable Instant openedAt,
    @Nullable Instant readyAt,
    @Nullable Instant firstReviewAt,
    @Nullable Instant mergedAt,
    @Nullable Instant closedAt,
    @Nullable Boolean open,
    @Nullable Boolean draft,
    @Nullable Integer added,
    @Nullable Integer deleted,
    @Nullable Integer files,
    @Nullable List<String> labels,
    List<CommitRef> commits,
    @Nullable String url)
    implements Fact {
  public ChangeRequest {
    labels = labels == null ? null : List.copyOf(labels);
    commits = Commits.kept(commits);
    boolean tellsEnd = mergedAt != null || closedAt != null;
    open = (open == null && tellsEnd) ? Boolean.FALSE : open;
  }
}
