package pilothouse.metrics.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.Commits;
import pilothouse.evidence.History;
import pilothouse.evidence.facts.Alikes;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.metrics.delivery.Story.Match;

/**
 * Which change request a commit of the history belongs to: by merge revision, by head revision, by
 * the ids of its branch's commits, by what it does to the contents, by an author time that no other
 * commit has, then by the number in the subject.
 */
final class Matches {
  final Revisions revisions;
  private final Requests requests;
  private final Commits graph;
  private final Map<Integer, Integer> byMerge = new HashMap<>();
  private final Map<Integer, Integer> byHead = new HashMap<>();
  private final Map<Integer, Integer> byCommit = new HashMap<>();
  private final AuthorTimes times;
  private final Carriers carriers;

  /** A request's index and how it was found. */
  record Found(int request, Match match) {
    static final Found NONE = new Found(-1, Match.NONE);
  }

  Matches(History history, Requests requests, Alikes alikes, Collection<String> alsoWanted) {
    this.requests = requests;
    this.graph = history.commits();
    List<String> wanted = new ArrayList<>(alsoWanted);
    for (int r = 0; r < requests.merged.size(); r++) {
      ChangeRequest request = requests.merged.get(r);
      want(wanted, request.mergeRevision());
      want(wanted, request.headRevision());
      requests.commits(r).forEach(commit -> wanted.add(commit.revision()));
    }
    Carriers.want(wanted, requests, alikes);
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
    carriers = Carriers.of(graph, requests, revisions, alikes, this::isNamed);
  }

  /** Whether a change request names the commit. */
  private boolean isNamed(int commit) {
    return byMerge.containsKey(commit)
        || byHead.containsKey(commit)
        || byCommit.containsKey(commit);
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
    int carried = carriers.request(commit);
    if (carried >= 0) {
      return new Found(carried, Match.CONTENT);
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
    return found.match() == Match.CONTENT
        ? carriers.isWhole(commit)
        : found.match() == Match.MERGE_REVISION;
  }

  /** When it was written, in epoch milliseconds: that of the commit that it was made from. */
  long writtenAt(int commit, int request) {
    CommitRef original = carriers.original(commit, request);
    return original == null || original.authoredAt() == null
        ? graph.authoredAt()[commit] * 1000
        : original.authoredAt().toEpochMilli();
  }

  boolean isHead(int commit, int request) {
    return revisions.of(requests.merged.get(request).headRevision()) == commit;
  }

  /** The request's own commits that the history does not hold, in whatever form. */
  List<CommitRef> squashed(int request) {
    if (carriers.isRebased(request)) {
      return List.of();
    }
    List<CommitRef> gone = new ArrayList<>();
    for (CommitRef commit : requests.commits(request)) {
      boolean there =
          revisions.of(commit.revision()) >= 0
              || carriers.holds(request, commit)
              || (commit.authoredAt() != null
                  && times.isThere(commit.authoredAt().getEpochSecond()));
      if (!there) {
        gone.add(commit);
      }
    }
    return gone;
  }

  /**
   * Whether the commit does what one of the request's own does, or was written when one of them
   * was: it is that one, rewritten.
   */
  boolean isRewritten(int commit, int request) {
    if (carriers.original(commit, request) != null) {
      return true;
    }
    long second = graph.authoredAt()[commit];
    return requests.commits(request).stream()
        .anyMatch(own -> own.authoredAt() != null && own.authoredAt().getEpochSecond() == second);
  }
}
