package pilothouse.git;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Commits that were put in order, as the columns of a graph. */
final class GraphColumns {
  private final List<Commit> commits;
  private final int[] order;
  private final int[] rank;
  private final int[][] parents;

  /**
   * Prepares.
   *
   * @param order which commit stands at each place
   * @param rank the place of each commit
   * @param parents which commits are the parents of each commit
   */
  GraphColumns(List<Commit> commits, int[] order, int[] rank, int[][] parents) {
    this.commits = commits;
    this.order = order;
    this.rank = rank;
    this.parents = parents;
  }

  /** The graph whose head is the commit with this id. */
  Graph of(byte @Nullable [] head, int width) {
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
    return graph(headIndex, width, ids, parentStart, flat);
  }

  private Graph graph(int head, int width, byte[] ids, int[] parentStart, int[] flat) {
    Idents idents = new Idents();
    int[] author = ints(commit -> idents.number(commit.author()));
    int[] committer = ints(commit -> idents.number(commit.committer()));
    @Nullable String[] reverted = new String[order.length];
    for (int i = 0; i < order.length; i++) {
      reverted[i] = commits.get(order[i]).reverted();
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
        longs(commit -> commit.author().at()),
        longs(commit -> commit.committer().at()),
        shorts(commit -> commit.author().zone()),
        shorts(commit -> commit.committer().zone()),
        texts(Commit::subject),
        texts(Commit::trailers),
        reverted);
  }

  private int[] ints(ToIntFunction<Commit> column) {
    int[] values = new int[order.length];
    Arrays.setAll(values, i -> column.applyAsInt(commits.get(order[i])));
    return values;
  }

  private long[] longs(ToLongFunction<Commit> column) {
    long[] values = new long[order.length];
    Arrays.setAll(values, i -> column.applyAsLong(commits.get(order[i])));
    return values;
  }

  private short[] shorts(ToIntFunction<Commit> column) {
    short[] values = new short[order.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) column.applyAsInt(commits.get(order[i]));
    }
    return values;
  }

  private String[] texts(Function<Commit, String> column) {
    String[] values = new String[order.length];
    Arrays.setAll(values, i -> column.apply(commits.get(order[i])));
    return values;
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
