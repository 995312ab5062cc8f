package pilothouse.evidence.gitlab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.evidence.facts.Push;
import pilothouse.evidence.forge.Home;
import pilothouse.evidence.forge.Payload;
import pilothouse.evidence.inbox.Parsed;

/** Commits that were pushed. GitLab does not say when; they count from when it was heard. */
final class Pushed {
  private static final String BRANCH = "refs/heads/";

  private Pushed() {}

  static Parsed parse(Payload body, Home home, Instant heard) {
    String ref = body.needed("ref");
    String after = body.needed("after");
    if (!ref.startsWith(BRANCH) || isNone(after)) {
      return new Parsed.Ignored("A branch was deleted: that says nothing about work.");
    }
    String branch = ref.substring(BRANCH.length());
    String usual = body.at("project").text("default_branch");
    String before = body.text("before");
    return Parsed.of(
        new Push(
            home.key("push", branch, after),
            heard,
            home.name(),
            branch,
            usual == null ? null : usual.equals(branch),
            before == null || isNone(before) ? null : before,
            after,
            heard,
            commits(body.at("commits"))));
  }

  /** The time that GitLab gives is when a commit was last rewritten, not when it was written. */
  private static List<CommitRef> commits(Payload list) {
    List<CommitRef> commits = new ArrayList<>();
    for (Payload commit : list.each()) {
      String id = commit.text("id");
      if (id != null) {
        commits.add(new CommitRef(id, null));
      }
    }
    return commits;
  }

  private static boolean isNone(String revision) {
    return revision.chars().allMatch(c -> c == '0');
  }
}
