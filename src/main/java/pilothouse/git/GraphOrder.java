package pilothouse.git;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts commits into canonical order. */
final class GraphOrder {
  private final int[][] parents;
  private final int[] order;
  private final int[] rank;

  private GraphOrder(List<Commit> commits) {
    parents = parents(commits);
    int[] generation = generations(parents);
    order =
        IntStream.range(0, commits.size())
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer commit) -> generation[commit])
                    .thenComparingLong(commit -> commits.get(commit).committer().at())
                    .thenComparing(commit -> commits.get(commit).id(), Arrays::compareUnsigned))
            .mapToInt(Integer::intValue)
            .toArray();
    rank = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      rank[order[i]] = i;
    }
  }

  /** A graph and the ids of its commits' trees; empty for commits known from an earlier scan. */
  record Walked(Graph graph, byte[][] trees) {}

  /** The graph of these commits. */
  static Walked of(List<Commit> commits, byte @Nullable [] head, int width) {
    GraphOrder order = new GraphOrder(commits);
    byte[][] trees =
        Arrays.stream(order.order).mapToObj(commits::get).map(Commit::tree).toArray(byte[][]::new);
    return new Walked(
        new GraphColumns(commits, order.order, order.rank, order.parents).of(head, width), trees);
  }

  private static int[][] parents(List<Commit> commits) {
    LongIntMap numbers = new LongIntMap(commits.size());
    for (int commit = 0; commit < commits.size(); commit++) {
      numbers.put(Bytes.big(commits.get(commit).id(), 0), commit);
    }
    int[][] parents = new int[commits.size()][];
    for (int commit = 0; commit < parents.length; commit++) {
      parents[commit] =
          commits.get(commit).parents().stream()
              .mapToInt(id -> numbers.get(Bytes.big(id, 0)))
              .filter(parent -> parent >= 0)
              .toArray();
    }
    return parents;
  }

  /** Longest way to a root, by peeling off commits whose parents all have theirs. */
  private static int[] generations(int[][] parents) {
    int[] waiting = new int[parents.length];
    int[] firstChild = new int[parents.length];
    Arrays.fill(firstChild, -1);
    int edges = Arrays.stream(parents).mapToInt(each -> each.length).sum();
    int[] child = new int[edges];
    int[] next = new int[edges];
    int[] ready = new int[parents.length];
    int readyCount = 0;
    int edge = 0;
    for (int commit = 0; commit < parents.length; commit++) {
      waiting[commit] = parents[commit].length;
      for (int parent : parents[commit]) {
        child[edge] = commit;
        next[edge] = firstChild[parent];
        firstChild[parent] = edge++;
      }
      if (waiting[commit] == 0) {
        ready[readyCount++] = commit;
      }
    }
    int[] generation = new int[parents.length];
    for (int i = 0; i < readyCount; i++) {
      int commit = ready[i];
      for (int at = firstChild[commit]; at >= 0; at = next[at]) {
        int later = child[at];
        generation[later] = Math.max(generation[later], generation[commit] + 1);
        if (--waiting[later] == 0) {
          ready[readyCount++] = later;
        }
      }
    }
    return generation;
  }
}
