package pilothouse.metrics.delivery;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.Commits;
import pilothouse.evidence.facts.Alikes;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.CommitRef;

/**
 * Which commits of the history do what change requests do (patch-id), where no revision leads from
 * one to the other: the whole of a request, as a squash, or one of its commits, as a rebase.
 *
 * <p>Of several commits that do the same, the first after the request's opening that is not taken
 * carries it; requests choose in the order of their merges. So a cherry-pick, or what was brought
 * back after a revert, is left to the request of its own, or to none.
 */
final class Carriers {
  private final Commits graph;
  private final Requests requests;
  private final Revisions revisions;
  private final Alikes alikes;
  private final IntPredicate named;
  private final Map<Integer, Carried> byCommit = new HashMap<>();
  private final Set<Carried> held = new HashSet<>();

  /** A request, and which of its commits; null for the whole of it. */
  private record Carried(int request, @Nullable CommitRef own) {}

  private Carriers(
      Commits graph, Requests requests, Revisions revisions, Alikes alikes, IntPredicate named) {
    this.graph = graph;
    this.requests = requests;
    this.revisions = revisions;
    this.alikes = alikes;
    this.named = named;
  }

  /** Adds the revisions that {@link #of} will ask for. */
  static void want(List<String> wanted, Requests requests, Alikes alikes) {
    if (alikes.isEmpty()) {
      return;
    }
    for (int r = 0; r < requests.merged.size(); r++) {
      wanted.addAll(whole(requests.merged.get(r), alikes));
      requests.commits(r).forEach(commit -> wanted.addAll(alikes.ofCommit(commit.revision())));
    }
  }

  /**
   * Finds them.
   *
   * @param named whether a request names the commit: such a one is taken
   */
  static Carriers of(
      Commits graph, Requests requests, Revisions revisions, Alikes alikes, IntPredicate named) {
    Carriers carriers = new Carriers(graph, requests, revisions, alikes, named);
    if (!alikes.isEmpty()) {
      Comparator<Integer> byMerge =
          Comparator.comparing(r -> Objects.requireNonNull(requests.merged.get(r).mergedAt()));
      IntStream.range(0, requests.merged.size())
          .boxed()
          .sorted(byMerge.thenComparing(r -> requests.merged.get(r).key()))
          .forEach(carriers::look);
    }
    return carriers;
  }

  private static List<String> whole(ChangeRequest request, Alikes alikes) {
    String head = Alikes.head(request);
    return head == null ? List.of() : alikes.ofChange(head);
  }

  private void look(int r) {
    ChangeRequest request = requests.merged.get(r);
    if (revisions.of(request.headRevision()) >= 0) {
      return;
    }
    int merge = revisions.of(request.mergeRevision());
    int squash = merge >= 0 ? -1 : first(request, whole(request, alikes));
    if (squash >= 0) {
      byCommit.put(squash, new Carried(r, null));
      return;
    }
    for (CommitRef own : requests.commits(r)) {
      List<String> same =
          revisions.of(own.revision()) >= 0 ? List.of() : alikes.ofCommit(own.revision());
      boolean isMerge = merge >= 0 && same.stream().anyMatch(one -> revisions.of(one) == merge);
      int commit = isMerge ? merge : first(request, same);
      Carried carried = new Carried(r, own);
      if (commit >= 0 && byCommit.putIfAbsent(commit, carried) == null) {
        held.add(carried);
      }
    }
  }

  /** The first of them after the request's opening that is not taken; -1 for none. */
  private int first(ChangeRequest request, List<String> same) {
    int first = -1;
    for (String revision : same) {
      int commit = revisions.of(revision);
      boolean free =
          commit >= 0
              && !graph.isMerge(commit)
              && !named.test(commit)
              && !byCommit.containsKey(commit);
      if (free && Alikes.isNear(request, graph.committedAt()[commit])) {
        first = first < 0 || isBefore(commit, first) ? commit : first;
      }
    }
    return first;
  }

  private boolean isBefore(int one, int other) {
    long time = graph.committedAt()[one];
    long otherTime = graph.committedAt()[other];
    return time != otherTime ? time < otherTime : one < other;
  }

  /** The request that the commit carries, in whole or in part; -1 for none. */
  int request(int commit) {
    Carried carried = byCommit.get(commit);
    return carried == null ? -1 : carried.request;
  }

  /** Whether it carries the whole of a request. */
  boolean isWhole(int commit) {
    Carried carried = byCommit.get(commit);
    return carried != null && carried.own == null;
  }

  /** The commit of the request that it was made from; null where nobody can tell. */
  @Nullable CommitRef original(int commit, int request) {
    Carried carried = byCommit.get(commit);
    return carried == null || carried.request != request ? null : carried.own;
  }

  /** Whether the merge revision is the last of several rebased commits, and no squash of them. */
  boolean isRebased(int request) {
    int merge = revisions.of(requests.merged.get(request).mergeRevision());
    return original(merge, request) != null && requests.commits(request).size() > 1;
  }

  /** Whether the history holds what this commit of the request does. */
  boolean holds(int request, CommitRef own) {
    return held.contains(new Carried(request, own));
  }
}
