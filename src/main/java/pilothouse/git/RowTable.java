package pilothouse.git;

import java.util.Arrays;

/**
 * All changed paths in the making: those of an earlier scan and the new ones, in the graph's order,
 * with the columns that counting and renames fill.
 */
final class RowTable {
  /** In place of an object: a row of an earlier scan, its objects were not looked up. */
  static final long NOT_LOOKED_UP = -4;

  private static final int NEW = -1;
  final int[] start;
  final RowBuffer rows;
  final int[] added;
  final int[] deleted;
  final int[] from;
  final int[] movedTo;
  final int[] editedAdded;
  final int[] editedDeleted;

  /** The row of the earlier scan that this row is, or -1. */
  final int[] earlier;

  private RowTable(int[] start, RowBuffer rows, int[] earlier) {
    this.start = start;
    this.rows = rows;
    this.earlier = Arrays.copyOf(earlier, rows.size);
    added = filled(rows.size, Rows.UNKNOWN);
    deleted = filled(rows.size, Rows.UNKNOWN);
    editedAdded = filled(rows.size, Rows.UNKNOWN);
    editedDeleted = filled(rows.size, Rows.UNKNOWN);
    from = filled(rows.size, -1);
    movedTo = filled(rows.size, -1);
  }

  private static int[] filled(int size, int value) {
    int[] array = new int[size];
    Arrays.fill(array, value);
    return array;
  }

  /**
   * Puts new rows and those of an earlier scan together.
   *
   * @param fresh commits with new rows, ascending
   * @param found their rows
   * @param earlier where the other commits' rows come from
   */
  static RowTable of(Graph graph, int[] fresh, RowFinder.Found found, Earlier earlier) {
    int[] start = new int[graph.size() + 1];
    RowBuffer all = new RowBuffer();
    int[] origin = new int[Math.max(16, earlier.rows().size() + found.rows().size)];
    int[] same = identity(found.rows());
    int next = 0;
    for (int commit = 0; commit < graph.size(); commit++) {
      if (next < fresh.length && fresh[next] == commit) {
        if (graph.parentCount(commit) <= 1) {
          Arrays.fill(
              origin, all.size, all.size + found.start()[next + 1] - found.start()[next], NEW);
          all.append(found.rows(), found.start()[next], found.start()[next + 1], same);
        }
        next++;
      } else {
        earlier.append(commit, all, origin);
      }
      start[commit + 1] = all.size;
    }
    RowTable table = new RowTable(start, all, origin);
    table.takeOver(earlier);
    return table;
  }

  private static int[] identity(RowBuffer rows) {
    int most = 0;
    for (int row = 0; row < rows.size; row++) {
      most = Math.max(most, rows.path[row]);
    }
    int[] same = new int[most + 1];
    Arrays.setAll(same, i -> i);
    return same;
  }

  private void takeOver(Earlier earlier) {
    Rows before = earlier.rows();
    for (int row = 0; row < rows.size; row++) {
      int there = this.earlier[row];
      if (there >= 0) {
        added[row] = before.added()[there];
        deleted[row] = before.deleted()[there];
        editedAdded[row] = before.editedAdded()[there];
        editedDeleted[row] = before.editedDeleted()[there];
        from[row] = before.from()[there] < 0 ? -1 : before.from()[there] - there + row;
        movedTo[row] = before.movedTo()[there] < 0 ? -1 : before.movedTo()[there] - there + row;
      }
    }
  }

  /** Whether the row is not from an earlier scan. */
  boolean isNew(int row) {
    return earlier[row] == NEW;
  }

  int size() {
    return rows.size;
  }

  /** Fills the columns of lines of the new rows from the counted pairs. */
  void fill(Pairs pairs) {
    for (int row = 0; row < rows.size; row++) {
      if (isNew(row)) {
        fill(row, pairs);
        editedAdded[row] = added[row];
        editedDeleted[row] = deleted[row];
      }
    }
  }

  private void fill(int row, Pairs pairs) {
    long old = rows.oldPlace[row];
    long fresh = rows.newPlace[row];
    int before = lines(old, pairs);
    int after = lines(fresh, pairs);
    if (before == Rows.UNKNOWN || after == Rows.UNKNOWN) {
      return;
    }
    if (before == Rows.BINARY || after == Rows.BINARY) {
      added[row] = Rows.BINARY;
      deleted[row] = Rows.BINARY;
      return;
    }
    int common = old == fresh && old >= 0 ? before : common(old, fresh, pairs);
    added[row] = after - common;
    deleted[row] = before - common;
  }

  private static int lines(long place, Pairs pairs) {
    if (place >= 0) {
      return pairs.lines[pairs.known(place)];
    }
    return place == RowBuffer.ABSENT ? 0 : place == RowBuffer.GITLINK ? 1 : Rows.UNKNOWN;
  }

  private static int common(long old, long fresh, Pairs pairs) {
    if (old < 0 || fresh < 0) {
      return 0;
    }
    return pairs.common[pairs.find(old, fresh)];
  }

  /** How many rows have no lines because an object is missing. */
  int uncounted() {
    int count = 0;
    for (int lines : added) {
      count += lines == Rows.UNKNOWN ? 1 : 0;
    }
    return count;
  }
}
