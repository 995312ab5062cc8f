package pilothouse.git;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds which commit wrote each line of the head's files last. From the head's text it goes back
 * through the rows, newest first: lines that stay go on to the older text, the others are that
 * commit's. One for each worker, with files of its own.
 */
final class LineHistory {
  /** No commit can be told: history is cut off there, or an object is missing. */
  static final int UNTOLD = -1;

  private final Graph graph;
  private final RowTable table;
  private final RowFinder.Found merges;
  private final int[] mergeOf;
  private final Pairs pairs;
  private final LongIntMap slots = new LongIntMap(1 << 12);
  private final List<List<LineStream>> streams = new ArrayList<>();

  /** Lines that nobody was found for in the rows that were looked at. */
  interface Leftover {
    void lines(int file, int path, long place, int[] commitOf, int[] atHead, int[] here, int count);
  }

  /**
   * Prepares.
   *
   * @param merges what merges wrote themselves
   * @param mergeOf by commit: its position in {@code merges}, or -1
   */
  LineHistory(Graph graph, RowTable table, RowFinder.Found merges, int[] mergeOf, Pairs pairs) {
    this.graph = graph;
    this.table = table;
    this.merges = merges;
    this.mergeOf = mergeOf;
    this.pairs = pairs;
  }

  /** Adds a head file: all its lines are to be told. */
  void add(int file, int path, long place, int[] commitOf) {
    int[] lines = new int[commitOf.length];
    Arrays.setAll(lines, i -> i);
    Arrays.fill(commitOf, UNTOLD);
    add(path, place, new LineStream(file, commitOf, lines, lines, lines.length));
  }

  private void add(int path, long place, LineStream stream) {
    if (place < 0 || stream.count() == 0) {
      return;
    }
    long key = key(path, place);
    int slot = slots.putIfAbsent(key, streams.size());
    if (slot < 0) {
      slot = streams.size();
      streams.add(new ArrayList<>(1));
    }
    streams.get(slot).add(stream);
  }

  /** A path and a blob's number; contents that nobody compares have none and stay untold. */
  private long key(int path, long place) {
    return (long) path << 32 | (pairs.known(place) & 0xffffffffL);
  }

  private List<LineStream> take(int path, long place) {
    int slot = place < 0 ? -1 : slots.get(key(path, place));
    if (slot < 0 || streams.get(slot).isEmpty()) {
      return List.of();
    }
    List<LineStream> there = streams.get(slot);
    streams.set(slot, new ArrayList<>(1));
    return there;
  }

  /** Goes through all rows whose objects are known, newest first. */
  void trace() {
    for (int commit = graph.size() - 1; commit >= 0; commit--) {
      if (mergeOf[commit] >= 0) {
        merge(commit, mergeOf[commit]);
      } else {
        for (int row = table.start[commit]; row < table.start[commit + 1]; row++) {
          row(commit, row);
        }
      }
    }
  }

  private void row(int commit, int row) {
    RowBuffer rows = table.rows;
    long fresh = rows.newPlace[row];
    int from = table.from[row];
    long old = from >= 0 ? rows.oldPlace[from] : rows.oldPlace[row];
    int oldPath = from >= 0 ? rows.path[from] : rows.path[row];
    if (fresh < 0 || (fresh == old && from < 0)) {
      return;
    }
    for (LineStream stream : take(rows.path[row], fresh)) {
      if (fresh == old) {
        add(oldPath, old, stream);
      } else {
        LineStream rest = old < 0 ? stream : pass(stream, oldPath, old, fresh);
        rest.settle(old == Objects.MISSING || isUnreadable(old) ? UNTOLD : commit);
      }
    }
  }

  private boolean isUnreadable(long place) {
    return place >= 0 && pairs.lines[pairs.known(place)] == Rows.UNKNOWN;
  }

  /** Hands the lines that stay on to the older text; returns the others. */
  private LineStream pass(LineStream stream, int oldPath, long old, long fresh) {
    int pair = pairs.find(old, fresh);
    int[] blocks = pair < 0 ? null : pairs.blocks[pair];
    if (blocks == null) {
      return stream;
    }
    int[] stay = new int[stream.count()];
    int[] stayHere = new int[stream.count()];
    int[] rest = new int[stream.count()];
    int[] restHere = new int[stream.count()];
    int staying = 0;
    int resting = 0;
    int block = 0;
    for (int i = 0; i < stream.count(); i++) {
      int line = stream.here()[i];
      while (block < blocks.length && blocks[block] + blocks[block + 2] <= line) {
        block += 3;
      }
      if (block < blocks.length && blocks[block] <= line) {
        stay[staying] = stream.atHead()[i];
        stayHere[staying++] = blocks[block + 1] + line - blocks[block];
      } else {
        rest[resting] = stream.atHead()[i];
        restHere[resting++] = line;
      }
    }
    add(oldPath, old, stream.older(stay, stayHere, staying));
    return stream.part(rest, restHere, resting);
  }

  /** What a merge wrote: lines that none of its parents' texts has. */
  private void merge(int commit, int position) {
    RowBuffer rows = merges.rows();
    int end = merges.start()[position + 1];
    int row = merges.start()[position];
    while (row < end) {
      int next = row + 1;
      while (next < end && rows.path[next] == rows.path[row]) {
        next++;
      }
      for (LineStream stream : take(rows.path[row], rows.newPlace[row])) {
        LineStream rest = stream;
        for (int parent = row; parent < next; parent++) {
          long old = rows.oldPlace[parent];
          if (old >= 0 && old != rows.newPlace[row]) {
            rest = pass(rest, rows.path[row], old, rows.newPlace[row]);
          }
        }
        rest.settle(commit);
      }
      row = next;
    }
  }

  /** Tells of the lines that were not settled: they stand in these older texts. */
  void leftovers(int[] paths, long[] places, Leftover leftover) {
    for (int i = 0; i < paths.length; i++) {
      for (LineStream stream : take(paths[i], places[i])) {
        leftover.lines(
            stream.file(),
            paths[i],
            places[i],
            stream.commitOf(),
            stream.atHead(),
            stream.here(),
            stream.count());
      }
    }
  }

  /** Files with lines that are still to be told. */
  BitSet unfinished() {
    BitSet files = new BitSet();
    for (List<LineStream> there : streams) {
      there.forEach(stream -> files.set(stream.file()));
    }
    return files;
  }
}
