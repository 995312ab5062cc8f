package pilothouse.git;

import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Tells who wrote the lines of the touched head files last, with as little reading as possible. */
final class Tracing {
  private final Objects objects;
  private final Graph graph;
  private final RowTable table;
  private final RowFinder finder;
  private final Earlier earlier;
  private final Scanner.Options options;
  private final Progress progress;

  Tracing(
      Objects objects,
      Graph graph,
      RowTable table,
      RowFinder finder,
      Earlier earlier,
      Scanner.Options options,
      Progress progress) {
    this.objects = objects;
    this.graph = graph;
    this.table = table;
    this.finder = finder;
    this.earlier = earlier;
    this.options = options;
    this.progress = progress;
  }

  /**
   * Traces through the new rows, then takes over what the earlier scan knew of the older texts;
   * files for which that is not enough are traced through all of their history.
   */
  void trace(HeadWork files, Tangles tangles, int[] fresh, RowFinder.Found found, Pairs pairs) {
    BitSet unfinished = new BitSet();
    files.touched().stream().filter(file -> tangles.has(files.path(file))).forEach(unfinished::set);
    BitSet plain = (BitSet) files.touched().clone();
    plain.andNot(unfinished);
    int[] mergeOf = mergeOf(fresh);
    AtomicInteger share = new AtomicInteger();
    Crew.run(
        options.workers(),
        () -> {
          LineHistory history = new LineHistory(graph, table, found, mergeOf, pairs);
          int mine = share.getAndIncrement();
          for (int file = mine; file < files.size(); file += options.workers()) {
            if (plain.get(file)) {
              history.add(file, files.path(file), files.place(file), files.commitOf(file));
            }
          }
          history.trace();
          takeOver(history, files, pairs);
          synchronized (unfinished) {
            unfinished.or(history.unfinished());
          }
        });
    if (!earlier.isEmpty() && !unfinished.isEmpty()) {
      retrace(files, unfinished);
    }
  }

  private int[] mergeOf(int[] commits) {
    int[] mergeOf = new int[graph.size()];
    Arrays.fill(mergeOf, -1);
    for (int i = 0; i < commits.length; i++) {
      if (graph.parentCount(commits[i]) > 1) {
        mergeOf[commits[i]] = i;
      }
    }
    return mergeOf;
  }

  private void takeOver(LineHistory history, HeadWork files, Pairs pairs) {
    HeadFiles before = earlier.files();
    for (int file = 0; file < before.size(); file++) {
      long place = objects.findPrefix(before.blob()[file]);
      if (place < 0 || pairs.known(place) < 0) {
        continue;
      }
      int there = file;
      history.leftovers(
          new int[] {earlier.path(before.path()[file])},
          new long[] {place},
          (which, path, at, commitOf, atHead, here, count) -> {
            int[] commits = files.commits(before, there);
            for (int i = 0; i < count; i++) {
              commitOf[atHead[i]] = commits[here[i]];
            }
          });
    }
  }

  /** Traces files through all rows of their history, whose objects are looked up again. */
  private void retrace(HeadWork files, BitSet wanted) {
    BitSet lineage = lineage(files, wanted);
    int[] merges =
        IntStream.range(0, graph.size())
            .filter(commit -> graph.onHead().get(commit) && graph.parentCount(commit) > 1)
            .toArray();
    RowFinder.Found found = finder.find(merges, options.workers());
    Pairs pairs = new Pairs();
    ask(pairs, lineage, found.rows());
    for (int file = wanted.nextSetBit(0); file >= 0; file = wanted.nextSetBit(file + 1)) {
      if (files.place(file) >= 0) {
        pairs.blob(files.place(file));
      }
    }
    pairs.seal();
    HeadTexts none = new HeadTexts(pairs.blobCount(), new int[0]);
    new LineCounter(objects, pairs, none, options.memory(), progress).count(options.workers());
    LineHistory history = new LineHistory(graph, table, found, mergeOf(merges), pairs);
    for (int file = wanted.nextSetBit(0); file >= 0; file = wanted.nextSetBit(file + 1)) {
      history.add(file, files.path(file), files.place(file), files.commitOf(file));
    }
    history.trace();
  }

  /** The paths of these files, and those that they had before. */
  private BitSet lineage(HeadWork files, BitSet wanted) {
    BitSet lineage = new BitSet();
    wanted.stream().forEach(file -> lineage.set(files.path(file)));
    for (int row = table.size() - 1; row >= 0; row--) {
      int from = table.from[row];
      if (from >= 0 && lineage.get(table.rows.path[row])) {
        lineage.set(table.rows.path[from]);
      }
    }
    return lineage;
  }

  private void ask(Pairs pairs, BitSet lineage, RowBuffer merged) {
    for (int row = 0; row < table.size(); row++) {
      if (lineage.get(table.rows.path[row])) {
        lookUp(row);
        pairs.ask(table.rows, row);
      }
    }
    for (int row = 0; row < table.size(); row++) {
      int from = table.from[row];
      if (from >= 0 && lineage.get(table.rows.path[row])) {
        ask(pairs, table.rows.oldPlace[from], table.rows.newPlace[row]);
      }
    }
    for (int row = 0; row < merged.size; row++) {
      if (lineage.get(merged.path[row])) {
        pairs.ask(merged, row);
      }
    }
  }

  private static void ask(Pairs pairs, long old, long fresh) {
    if (old >= 0 && fresh >= 0 && old != fresh) {
      pairs.pair(pairs.blob(old), pairs.blob(fresh), false);
    }
  }

  private void lookUp(int row) {
    RowBuffer rows = table.rows;
    if (rows.oldPlace[row] == RowTable.NOT_LOOKED_UP) {
      rows.oldPlace[row] = objects.findPrefix(rows.oldBlob[row]);
    }
    if (rows.newPlace[row] == RowTable.NOT_LOOKED_UP) {
      rows.newPlace[row] = objects.findPrefix(rows.newBlob[row]);
    }
  }
}
