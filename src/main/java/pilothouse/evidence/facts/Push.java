package pilothouse.evidence.facts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commits that reached a branch together.
 *
 * @param key {@code host/owner/name#push/branch/after}
 * @param branch without {@code refs/heads/}
 * @param main whether it is the branch that others start from; null when the source did not say
 * @param before the branch's commit before; null when the branch is new
 * @param after the branch's commit afterwards
 * @param at when it was pushed
 */
public record Push(
    String key,
    Instant saidAt,
    @Nullable String repository,
    String branch,
    @Nullable Boolean main,
    @Nullable String before,
    String after,
    Instant at,
    List<CommitRef> commits)
    implements Fact {
  public Push {
    commits = Commits.kept(commits);
  }
}
