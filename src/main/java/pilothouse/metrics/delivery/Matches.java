package pilothouse.metrics.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.Commits;
import pilothouse.evidence.History;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.metrics.delivery.Story.Match;

/**
 * Which change request a commit of the history belongs to: by merge revision, by head revision, by
 * the ids of its branch's commits, by an author time that no other commit has (contents are not
 * compared), then by the number in the subject.
 */
final class Matches {
  final Revisions revisions;
  private final Requests requests;
  private final Commits graph;
  private final Map<Integer, Integer> byMerge = new HashMap<>();
  private final Map<Integer, Integer> byHead = new HashMap<>();
  private final Map<Integer, Integer> byCommit = new HashMap<>();
  private final AuthorTimes times;

  /** A request's index and how it was found. */
  record Found(int request, Match match) {
    static final Found NONE = new Found(-1, Match.NONE);
  }

  Matches(History history, Requests requests, Collection<String> alsoWanted) {
    this.requests = requests;
    this.graph = history.commits();
    List<String> wanted = new ArrayList<>(alsoWanted);
    for (int r = 0; r < requests.merged.size(); r++) {
      ChangeRequest request = requests.merged.get(r);
      want(wanted, request.mergeRevision());
      want(wanted, request.headRevision());
      requests.commits(r).forEach(commit -> wanted.add(commit.revision()));
    }
    revisions = Revisions.of(history, wanted);
    times = new AuthorTimes();
    for (int r = 0; r < requests.merged.size(); r++) {
      ChangeRequest request = requests.merged.get(r);
      put(byMerge, request.mergeRevision(), r);
      put(byHead, request.headRevision(), r);
      for (CommitRef commit : requests.commits(r)) {
        put(byCommit, commit.revision(), r);
        if (revisions.of(commit.revision()) < 0 && commit.authoredAt() != null) {
          times.want(commit.authoredAt().getEpochSecond(), r);
        }
      }
    }
    times.scan(graph.authoredAt());
  }

  private static void want(List<String> wanted, @Nullable String revision) {
    if (revision != null) {
      wanted.add(revision);
    }
  }

  private void put(Map<Integer, Integer> map, @Nullable String revision, int request) {
    int commit = revisions.of(revision);
    if (commit >= 0) {
      map.putIfAbsent(commit, request);
    }
  }

  /** The request of a commit, as far as the commit itself tells. */
  Found of(int commit, Map<Integer, Found> sides, @Nullable String repository) {
    Integer request = byMerge.get(commit);
    if (request != null) {
      return new Found(request, Match.MERGE_REVISION);
    }
    request = byHead.get(commit);
    if (request != null) {
      return new Found(request, Match.HEAD_REVISION);
    }
    request = byCommit.get(commit);
    if (request != null) {
      return new Found(request, Match.COMMIT);
    }
    Found side = sides.get(commit);
    if (side != null) {
      return side;
    }
    int timed = graph.isMerge(commit) ? -1 : times.only(graph.authoredAt()[commit]);
    if (timed >= 0) {
      return new Found(timed, Match.AUTHOR_TIME);
    }
    int named = requests.named(graph.subjects()[commit], repository);
    return named < 0 ? Found.NONE : new Found(named, Match.NUMBER);
  }

  /** Whether the commit is what the request became on the main line: a squash, or its last. */
  boolean isMerged(int commit, Found found) {
    if (found.match() == Match.NUMBER) {
      return revisions.of(requests.merged.get(found.request()).mergeRevision()) < 0;
    }
    return found.match() == Match.MERGE_REVISION;
  }

  boolean isHead(int commit, int request) {
    return revisions.of(requests.merged.get(request).headRevision()) == commit;
  }

  /** The request's own commits that the history does not hold, in whatever form. */
  List<CommitRef> squashed(int request) {
    List<CommitRef> gone = new ArrayList<>();
    for (CommitRef commit : requests.commits(request)) {
      boolean there =
          revisions.of(commit.revision()) >= 0
              || (commit.authoredAt() != null
                  && times.isThere(commit.authoredAt().getEpochSecond()));
      if (!there) {
        gone.add(commit);
      }
    }
    return gone;
  }

  /**
   * Whether the commit was written when one of the request's own was: it is that one, rewritten.
   */
  boolean isRewritten(int commit, int request) {
    long second = graph.authoredAt()[commit];
    return requests.commits(request).stream()
        .anyMatch(own -> own.authoredAt() != null && own.authoredAt().getEpochSecond() == second);
  }

  /** Author times that are looked for in the history. */
  private static final class AuthorTimes {
    private static final int SLOTS = 1 << 14;
    private final Map<Long, int[]> wanted = new HashMap<>();
    private final boolean[] maybe = new boolean[SLOTS];

    void want(long second, int request) {
      maybe[(int) (second & (SLOTS - 1))] = true;
      int[] there = wanted.putIfAbsent(second, new int[] {request, 0});
      if (there != null && there[0] != request) {
        there[0] = -1;
      }
    }

    void scan(long[] authoredAt) {
      if (wanted.isEmpty()) {
        return;
      }
      for (long second : authoredAt) {
        if (maybe[(int) (second & (SLOTS - 1))]) {
          int[] there = wanted.get(second);
          if (there != null) {
            there[1]++;
          }
        }
      }
    }

    /** The only request with a commit of this time, where one commit of the history has it. */
    int only(long second) {
      int[] there = wanted.get(second);
      return there == null || there[1] != 1 ? -1 : there[0];
    }

    boolean isThere(long second) {
      int[] there = wanted.get(second);
      return there != null && there[1] > 0;
    }
  }
}
