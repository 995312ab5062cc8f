package pilothouse.git;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Finds the changed paths of many commits, in parallel: of a commit with one parent or none against
 * that parent, of a merge what it wrote itself.
 */
final class RowFinder {
  private static final int CHUNK = 128;
  private static final long CACHE = 24L << 20;
  private static final byte[] NO_TREE = {};

  private final Objects objects;
  private final Graph graph;
  private final byte[][] trees;
  private final Gone gone;
  private final Progress progress;
  private final PathTable paths;

  RowFinder(
      Objects objects, GraphOrder.Walked walked, Gone gone, PathTable paths, Progress progress) {
    this.objects = objects;
    this.graph = walked.graph();
    this.trees = walked.trees();
    this.gone = gone;
    this.paths = paths;
    this.progress = progress;
  }

  /** Rows of the commits given, in their order: the i-th has rows start[i] to start[i+1]-1. */
  record Found(int[] start, RowBuffer rows) {}

  /** What one worker found in one chunk. */
  private record Chunk(int[] ends, RowBuffer rows, PathTable paths) {}

  /** Finds the rows of these commits. */
  Found find(int[] commits, int workers) {
    @Nullable Chunk[] chunks = new Chunk[(commits.length + CHUNK - 1) / CHUNK];
    AtomicInteger next = new AtomicInteger();
    Crew.run(Math.min(workers, Math.max(1, chunks.length)), () -> work(commits, chunks, next));
    RowBuffer all = new RowBuffer();
    int[] start = new int[commits.length + 1];
    java.util.IdentityHashMap<PathTable, int[]> adopted = new java.util.IdentityHashMap<>();
    int commit = 0;
    for (Chunk chunk : chunks) {
      Chunk there = java.util.Objects.requireNonNull(chunk);
      int[] here = adopted.computeIfAbsent(there.paths, paths::adopt);
      for (int end : there.ends) {
        start[++commit] = all.size + end;
      }
      all.append(there.rows, 0, there.rows.size, here);
    }
    return new Found(start, all);
  }

  private void work(int[] commits, @Nullable Chunk[] chunks, AtomicInteger next) {
    PathTable own = new PathTable();
    try (ObjectReader reader = new ObjectReader(objects, CACHE)) {
      TreeDiff diff = new TreeDiff(objects, reader, gone, own);
      MergeDiff merges = new MergeDiff(objects, reader, own);
      for (int chunk = next.getAndIncrement();
          chunk < chunks.length;
          chunk = next.getAndIncrement()) {
        int from = chunk * CHUNK;
        int to = Math.min(commits.length, from + CHUNK);
        RowBuffer rows = new RowBuffer();
        int[] ends = new int[to - from];
        for (int i = from; i < to; i++) {
          commit(commits[i], reader, diff, merges, rows);
          ends[i - from] = rows.size;
        }
        chunks[chunk] = new Chunk(ends, rows, own);
        progress.step(Progress.Phase.PATHS, to, commits.length);
      }
    }
  }

  private void commit(
      int commit, ObjectReader reader, TreeDiff diff, MergeDiff merges, RowBuffer rows) {
    int first = graph.parentStart()[commit];
    int count = graph.parentCount(commit);
    if (count <= 1) {
      byte[] before = count == 0 ? NO_TREE : tree(graph.parents()[first], reader);
      diff.compare(before, tree(commit, reader), rows);
      return;
    }
    byte[][] parents = new byte[count][];
    Arrays.setAll(parents, i -> tree(graph.parents()[first + i], reader));
    merges.compare(tree(commit, reader), parents, rows);
  }

  /** The id of a commit's tree; empty when the commit cannot be read any more. */
  byte[] tree(int commit, ObjectReader reader) {
    if (trees[commit].length > 0) {
      return trees[commit];
    }
    byte[] id = graph.idBytes(commit);
    long place = objects.find(id, 0);
    if (place != Objects.MISSING) {
      try {
        Whole.Content content = reader.read(place);
        return Commit.parse(id, content.bytes(), content.size()).tree();
      } catch (Damage broken) {
        gone.add(id, 0, id.length);
        return NO_TREE;
      }
    }
    gone.add(id, 0, id.length);
    return NO_TREE;
  }

  /** All files of the head's tree, as added rows in the order of paths; gitlinks too. */
  RowBuffer headFiles() {
    RowBuffer rows = new RowBuffer();
    if (graph.head() >= 0) {
      try (ObjectReader reader = new ObjectReader(objects, CACHE)) {
        byte[] tree = tree(graph.head(), reader);
        if (tree.length == 0) {
          throw new GitTrouble(
              "The head's tree cannot be read: run `git fsck`, or clone the repository again ("
                  + HexFormat.of().formatHex(graph.idBytes(graph.head()))
                  + ").");
        }
        new TreeDiff(objects, reader, gone, paths).list(tree, rows);
      }
    }
    return rows;
  }
}
