package pilothouse.evidence.facts;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists of commits, joined. */
final class Commits {
  private Commits() {}

  /** The list as a record may keep it: one that nobody can change. */
  static List<CommitRef> kept(List<CommitRef> commits) {
    return commits instanceof PackedCommits ? commits : List.copyOf(commits);
  }

  /** Each commit once, in the order of its first naming, with its time where any list knows it. */
  static List<CommitRef> joined(Collection<List<CommitRef>> lists) {
    Map<String, CommitRef> joined = new LinkedHashMap<>();
    for (List<CommitRef> list : lists) {
      for (CommitRef commit : list) {
        joined.merge(commit.revision(), commit, (a, b) -> a.authoredAt() == null ? b : a);
      }
    }
    return List.copyOf(joined.values());
  }
}
