package pilothouse.evidence.github;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.evidence.facts.Push;
import pilothouse.evidence.forge.Home;
import pilothouse.evidence.forge.Payload;
import pilothouse.evidence.inbox.Parsed;

/** Commits that were pushed. */
final class Pushed {
  private static final String BRANCH = "refs/heads/";

  private Pushed() {}

  static Parsed parse(Payload body, Home home, Instant heard) {
    String ref = body.needed("ref");
    String after = body.needed("after");
    if (!ref.startsWith(BRANCH)) {
      return new Parsed.Ignored("A tag was pushed: tags are read from the repository.");
    }
    if (body.is("deleted") || isNone(after)) {
      return new Parsed.Ignored("A branch was deleted: that says nothing about work.");
    }
    String branch = ref.substring(BRANCH.length());
    String usual = body.at("repository").text("default_branch");
    String before = body.text("before");
    Instant at = at(body, heard);
    return Parsed.of(
        new Push(
            home.key("push", branch, after),
            at,
            home.name(),
            branch,
            usual == null ? null : usual.equals(branch),
            before == null || isNone(before) ? null : before,
            after,
            at,
            commits(body.at("commits"))));
  }

  /** When it was pushed, or else what comes nearest to it. */
  private static Instant at(Payload body, Instant heard) {
    Instant pushed = body.at("repository").anyTime("pushed_at");
    return pushed == null ? heard : pushed;
  }

  private static List<CommitRef> commits(Payload list) {
    List<CommitRef> commits = new ArrayList<>();
    for (Payload commit : list.each()) {
      String id = commit.text("id");
      if (id != null) {
        Instant authored = commit.at("author").anyTime("date");
        commits.add(new CommitRef(id, authored == null ? commit.anyTime("timestamp") : authored));
      }
    }
    return commits;
  }

  /** Whether it is the id of no commit, which is all zeros. */
  private static boolean isNone(@Nullable String revision) {
    return revision != null && revision.chars().allMatch(c -> c == '0');
  }
}
