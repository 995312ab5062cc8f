package pilothouse.metrics.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.Changes;
import pilothouse.evidence.Commits;
import pilothouse.evidence.History;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.metrics.Scope;
import pilothouse.metrics.delivery.Load.Brought;
import pilothouse.metrics.delivery.Load.Out;
import pilothouse.metrics.delivery.Matches.Found;
import pilothouse.metrics.delivery.Story.Course;

/** What deployments brought, by the graph of the history. */
final class GraphLoads {
  private final History history;
  private final Commits graph;
  private final Requests requests;
  private final Matches matches;
  private final Scope scope;

  GraphLoads(Dossier dossier, History history, List<Rollout> rollouts) {
    this.history = history;
    this.graph = history.commits();
    this.requests = dossier.once(Requests.class, Requests::of);
    this.scope = new Scope(history.repository(), dossier.facts.folder());
    Set<String> wanted = new LinkedHashSet<>();
    for (Rollout rollout : rollouts) {
      want(wanted, rollout);
      if (rollout.before != null) {
        want(wanted, rollout.before);
      }
    }
    this.matches = new Matches(history, requests, dossier.facts.alikes(), wanted);
  }

  private static void want(Set<String> wanted, Rollout rollout) {
    String revision = revision(rollout);
    if (revision != null) {
      wanted.add(revision);
    }
  }

  /** The revision or, where none is named, the tag. */
  private static @Nullable String revision(Rollout rollout) {
    String revision = rollout.deployment.revision();
    return revision == null ? rollout.deployment.branch() : revision;
  }

  /** The commit of the history that it deployed; negative when it is not known. */
  int commit(Rollout rollout) {
    return matches.revisions.of(revision(rollout));
  }

  /** What a successful deployment of a known commit brought. */
  Load of(Rollout rollout) {
    int next = commit(rollout);
    Rollout earlier = rollout.before;
    if (earlier == null) {
      return Load.none(Course.FIRST, Out.FIRST);
    }
    int before = commit(earlier);
    if (next < 0 || before < 0) {
      boolean named = rollout.deployment.revision() != null;
      Out out = next >= 0 ? Out.BEFORE : named ? Out.UNKNOWN : Out.UNNAMED;
      return Load.none(Course.UNKNOWN, out);
    }
    if (next == before) {
      return Load.none(Course.AGAIN, Out.AGAIN);
    }
    Range range = Range.between(graph, before, next);
    if (range.commits().length == 0) {
      return Load.none(Course.BACK, Out.BACK);
    }
    if (!range.related()) {
      return Load.none(Course.UNKNOWN, Out.UNRELATED);
    }
    return new Taking(rollout).take(range.commits());
  }

  /** Goes through the commits that one deployment brought. */
  private final class Taking {
    final @Nullable String repository;
    final Map<Integer, Found> sides = new HashMap<>();
    final List<Brought> changes = new ArrayList<>();
    int offHead;

    Taking(Rollout rollout) {
      this.repository = rollout.deployment.repository();
    }

    Load take(int[] newestFirst) {
      for (int commit : newestFirst) {
        if (graph.isMerge(commit)) {
          side(commit);
        }
      }
      for (int i = newestFirst.length - 1; i >= 0; i--) {
        int commit = newestFirst[i];
        if (!graph.isMerge(commit) && isInFolder(commit)) {
          take(commit, matches.of(commit, sides, repository));
        }
      }
      return new Load(Course.FORWARD, changes, null, offHead, false);
    }

    /** The commits that a merge brought belong to its request; those of a merge within to that. */
    private void side(int merge) {
      Found found = matches.of(merge, Map.of(), repository);
      int parent = graph.parentStart()[merge];
      if (found.request() >= 0 && parent + 1 < graph.parentStart()[merge + 1]) {
        int main = graph.parents()[parent];
        for (int side : Range.between(graph, main, graph.parents()[parent + 1]).commits()) {
          sides.put(side, found);
        }
      }
    }

    private boolean isInFolder(int commit) {
      if (scope.folder().isEmpty()) {
        return true;
      }
      if (!graph.onHead().get(commit)) {
        offHead++;
        return false;
      }
      Changes rows = history.changes();
      for (int row = rows.start()[commit]; row < rows.start()[commit + 1]; row++) {
        if (scope.holds(history.paths()[rows.path()[row]])) {
          return true;
        }
      }
      return false;
    }

    private void take(int commit, Found found) {
      ChangeRequest request = found.request() < 0 ? null : requests.merged.get(found.request());
      boolean stands =
          request != null && !sides.containsKey(commit) && matches.isMerged(commit, found);
      List<CommitRef> own = stands ? matches.squashed(found.request()) : List.of();
      if (own.isEmpty() || matches.isRewritten(commit, found.request())) {
        boolean merged =
            stands
                && requests.commits(found.request()).isEmpty()
                && !matches.isHead(commit, found.request());
        long at = matches.writtenAt(commit, found.request());
        changes.add(new Brought(commit, null, request, found.match(), at, merged));
      }
      for (CommitRef one : own) {
        long at = Requests.writtenAt(one);
        changes.add(new Brought(-1, one.revision(), request, found.match(), at, false));
      }
    }
  }
}
