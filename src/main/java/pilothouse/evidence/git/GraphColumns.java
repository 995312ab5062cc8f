package pilothouse.evidence.git;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import pilothouse.git.Graph;

/** The commits' columns. */
final class GraphColumns {
  private GraphColumns() {}

  static void write(Graph graph, ByteWriter raw, ByteWriter packed) {
    packed.signed(graph.head());
    packed.number(graph.idWidth());
    packed.number(graph.size());
    raw.raw(graph.ids());
    packed.deltas(graph.parentStart());
    packed.numbers(distances(graph));
    byte[] onHead = graph.onHead().toByteArray();
    packed.number(onHead.length);
    packed.raw(onHead);
    packed.texts(graph.names());
    packed.texts(graph.emails());
    packed.numbers(graph.author());
    packed.numbers(graph.committer());
    packed.deltas(graph.authoredAt());
    packed.numbers(later(graph));
    packed.numbers(graph.authorZone());
    packed.numbers(graph.committerZone());
    packed.texts(graph.subjects());
    packed.texts(graph.trailers());
    writeReverted(graph.reverted(), packed);
  }

  static Graph read(ByteReader raw, ByteReader packed) {
    int head = (int) packed.signed();
    int idWidth = (int) packed.number();
    byte[] ids = raw.raw(Math.multiplyExact(packed.count(1), idWidth));
    int[] parentStart = packed.deltas();
    int[] parents = parents(parentStart, packed.numbers());
    BitSet onHead = BitSet.valueOf(packed.raw(packed.count(1)));
    String[] names = packed.texts();
    String[] emails = packed.texts();
    int[] author = packed.numbers();
    int[] committer = packed.numbers();
    long[] authoredAt = packed.longDeltas();
    long[] committedAt = added(authoredAt, packed.longNumbers());
    short[] authorZone = packed.shorts();
    short[] committerZone = packed.shorts();
    String[] subjects = packed.texts();
    String[] trailers = packed.texts();
    return new Graph(
        head,
        idWidth,
        ids,
        parentStart,
        parents,
        onHead,
        names,
        emails,
        author,
        committer,
        authoredAt,
        committedAt,
        authorZone,
        committerZone,
        subjects,
        trailers,
        readReverted(author.length, packed));
  }

  /** How far back each parent stands: mostly a step or two. */
  private static int[] distances(Graph graph) {
    var distances = new int[graph.parents().length];
    for (int commit = 0; commit < graph.size(); commit++) {
      for (int i = graph.parentStart()[commit]; i < graph.parentStart()[commit + 1]; i++) {
        distances[i] = commit - graph.parents()[i];
      }
    }
    return distances;
  }

  private static int[] parents(int[] start, int[] distances) {
    var parents = new int[distances.length];
    for (int commit = 0; commit < start.length - 1; commit++) {
      for (int i = start[commit]; i < start[commit + 1]; i++) {
        parents[i] = commit - distances[i];
      }
    }
    return parents;
  }

  private static long[] later(Graph graph) {
    var later = new long[graph.size()];
    for (int i = 0; i < later.length; i++) {
      later[i] = graph.committedAt()[i] - graph.authoredAt()[i];
    }
    return later;
  }

  private static long[] added(long[] base, long[] more) {
    var sums = new long[more.length];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = base[i] + more[i];
    }
    return sums;
  }

  private static void writeReverted(@Nullable String[] reverted, ByteWriter packed) {
    int count = 0;
    for (String id : reverted) {
      count += id == null ? 0 : 1;
    }
    var commits = new int[count];
    var ids = new String[count];
    int next = 0;
    for (int commit = 0; commit < reverted.length; commit++) {
      String id = reverted[commit];
      if (id != null) {
        commits[next] = commit;
        ids[next++] = id;
      }
    }
    packed.deltas(commits);
    packed.texts(ids);
  }

  private static @Nullable String[] readReverted(int size, ByteReader packed) {
    var reverted = new @Nullable String[size];
    int[] commits = packed.deltas();
    String[] ids = packed.texts();
    for (int i = 0; i < commits.length; i++) {
      reverted[commits[i]] = ids[i];
    }
    return reverted;
  }
}
