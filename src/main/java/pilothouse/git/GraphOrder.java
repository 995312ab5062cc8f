package pilothouse.git;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts commits into canonical order and into columns. */
final class GraphOrder {
  private final List<Commit> commits;
  private final int width;
  private final int[][] parents;
  private final int[] order;
  private final int[] rank;

  private GraphOrder(List<Commit> commits, int width) {
    this.commits = commits;
    this.width = width;
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
    GraphOrder order = new GraphOrder(commits, width);
    byte[][] trees =
        Arrays.stream(order.order).mapToObj(commits::get).map(Commit::tree).toArray(byte[][]::new);
    return new Walked(order.graph(head), trees);
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

  private Graph graph(byte @Nullable [] head) {
    int size = order.length;
    byte[] ids = new byte[size * width];
    int[] parentStart = new int[size + 1];
    int[] flat = new int[Arrays.stream(parents).mapToInt(each -> each.length).sum()];
    int headIndex = -1;
    for (int i = 0; i < size; i++) {
      byte[] id = commits.get(order[i]).id();
      System.arraycopy(id, 0, ids, i * width, width);
      headIndex = head != null && Arrays.equals(head, id) ? i : headIndex;
      int at = parentStart[i];
      for (int parent : parents[order[i]]) {
        flat[at++] = rank[parent];
      }
      parentStart[i + 1] = at;
    }
    return columns(headIndex, ids, parentStart, flat);
  }

  private Graph columns(int head, byte[] ids, int[] parentStart, int[] flat) {
    int size = order.length;
    Idents idents = new Idents();
    int[] author = new int[size];
    int[] committer = new int[size];
    long[] authoredAt = new long[size];
    long[] committedAt = new long[size];
    short[] authorZone = new short[size];
    short[] committerZone = new short[size];
    String[] subjects = new String[size];
    String[] trailers = new String[size];
    @Nullable String[] reverted = new String[size];
    for (int i = 0; i < size; i++) {
      Commit commit = commits.get(order[i]);
      author[i] = idents.number(commit.author());
      committer[i] = idents.number(commit.committer());
      authoredAt[i] = commit.author().at();
      committedAt[i] = commit.committer().at();
      authorZone[i] = commit.author().zone();
      committerZone[i] = commit.committer().zone();
      subjects[i] = commit.subject();
      trailers[i] = commit.trailers();
      reverted[i] = commit.reverted();
    }
    return new Graph(
        head,
        width,
        ids,
        parentStart,
        flat,
        reachable(head, parentStart, flat),
        idents.names.toArray(String[]::new),
        idents.emails.toArray(String[]::new),
        author,
        committer,
        authoredAt,
        committedAt,
        authorZone,
        committerZone,
        subjects,
        trailers,
        reverted);
  }

  private static BitSet reachable(int head, int[] parentStart, int[] parents) {
    BitSet reached = new BitSet();
    if (head >= 0) {
      reached.set(head);
    }
    for (int commit = head; commit >= 0; commit = reached.previousSetBit(commit - 1)) {
      for (int at = parentStart[commit]; at < parentStart[commit + 1]; at++) {
        reached.set(parents[at]);
      }
    }
    return reached;
  }

  /** Names and e-mails, each pair once. */
  private static final class Idents {
    private final Map<String, Integer> numbers = new HashMap<>();
    final List<String> names = new ArrayList<>();
    final List<String> emails = new ArrayList<>();

    int number(Commit.Signature who) {
      Integer there = numbers.putIfAbsent(who.name() + "\0" + who.email(), names.size());
      if (there == null) {
        names.add(who.name());
        emails.add(who.email());
        return names.size() - 1;
      }
      return there;
    }
  }
}
