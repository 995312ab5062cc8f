package pilothouse.evidence.forge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.evidence.facts.Push;

/** Commits that were pushed to a branch, as both forges tell of them. */
public final class Pushes {
  private static final String BRANCH = "refs/heads/";

  private Pushes() {}

  /** Whether it is a branch that was pushed. */
  public static boolean isBranch(Payload body) {
    return body.needed("ref").startsWith(BRANCH);
  }

  /** Whether the branch is gone: then its last commit is the one of all zeros. */
  public static boolean isDeleted(Payload body) {
    return isNone(body.needed("after"));
  }

  /**
   * The push of a branch.
   *
   * @param usual the branch that others start from, or null
   * @param at when it was pushed, and said
   * @param authoredAt when a commit was written, or null
   */
  public static Push read(
      Payload body,
      Home home,
      @Nullable String usual,
      Instant at,
      Function<Payload, @Nullable Instant> authoredAt) {
    String branch = body.needed("ref").substring(BRANCH.length());
    String before = body.text("before");
    String after = body.needed("after");
    List<CommitRef> commits = new ArrayList<>();
    for (Payload commit : body.at("commits").each()) {
      String id = commit.text("id");
      if (id != null) {
        commits.add(new CommitRef(id, authoredAt.apply(commit)));
      }
    }
    return new Push(
        home.key("push", branch, after),
        at,
        home.name(),
        branch,
        usual == null ? null : usual.equals(branch),
        before == null || isNone(before) ? null : before,
        after,
        at,
        commits);
  }

  private static boolean isNone(String revision) {
    return revision.chars().allMatch(c -> c == '0');
  }
}
