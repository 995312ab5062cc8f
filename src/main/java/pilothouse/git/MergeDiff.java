package pilothouse.git;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the files of a merge that equal none of its parents: there the merge itself wrote lines.
 * Adds one row for each parent that has the file, next to each other. For one thread.
 */
final class MergeDiff {
  /** Kind of the rows. */
  static final char MERGED = 'P';

  private final Objects objects;
  private final ObjectReader reader;
  private final PathTable paths;
  private final List<TreeCursor[]> levels = new ArrayList<>();
  private RowBuffer rows = new RowBuffer();
  private int parents;

  MergeDiff(Objects objects, ObjectReader reader, PathTable paths) {
    this.objects = objects;
    this.reader = reader;
    this.paths = paths;
  }

  /** Compares a merge's tree with its parents' trees. */
  void compare(byte[] merged, byte[][] parentTrees, RowBuffer into) {
    rows = into;
    parents = parentTrees.length;
    levels.clear();
    TreeCursor[] level = level(0);
    open(level[parents], merged, 0);
    for (int i = 0; i < parents; i++) {
      open(level[i], parentTrees[i], 0);
    }
    walk(0, PathTable.ROOT);
  }

  private TreeCursor[] level(int depth) {
    while (levels.size() <= depth) {
      TreeCursor[] fresh = new TreeCursor[parents + 1];
      Arrays.setAll(fresh, i -> new TreeCursor());
      levels.add(fresh);
    }
    return levels.get(depth);
  }

  private void open(TreeCursor cursor, byte[] id, int at) {
    cursor.openEmpty();
    long place = id.length == 0 ? Objects.MISSING : objects.find(id, at);
    if (place != Objects.MISSING) {
      try {
        cursor.open(reader.read(place), objects.width());
      } catch (Damage broken) {
        cursor.openEmpty();
      }
    }
  }

  private void walk(int depth, int folder) {
    TreeCursor[] level = level(depth);
    TreeCursor merged = level[parents];
    while (!merged.done()) {
      if (!stands(level, merged)) {
        int path = paths.child(folder, merged.bytes(), merged.nameAt(), merged.nameEnd());
        if (merged.isFolder()) {
          descend(level, merged, depth, path);
        } else if (!merged.isGitlink()) {
          add(level, merged, path);
        }
      }
      step(merged);
    }
  }

  /** Whether a parent has the same entry; moves the parents' cursors up to it. */
  private boolean stands(TreeCursor[] level, TreeCursor merged) {
    boolean same = false;
    for (int i = 0; i < parents; i++) {
      TreeCursor parent = level[i];
      while (!parent.done() && parent.compare(merged) < 0) {
        step(parent);
      }
      same |=
          !parent.done()
              && parent.compare(merged) == 0
              && parent.mode() == merged.mode()
              && parent.sameId(merged);
    }
    return same;
  }

  private void descend(TreeCursor[] level, TreeCursor merged, int depth, int path) {
    TreeCursor[] inside = level(depth + 1);
    open(inside[parents], merged.bytes(), merged.idAt());
    for (int i = 0; i < parents; i++) {
      TreeCursor parent = level[i];
      inside[i].openEmpty();
      if (!parent.done() && parent.compare(merged) == 0) {
        open(inside[i], parent.bytes(), parent.idAt());
      }
    }
    walk(depth + 1, path);
  }

  private void add(TreeCursor[] level, TreeCursor merged, int path) {
    long place = objects.find(merged.bytes(), merged.idAt());
    boolean found = false;
    for (int i = 0; i < parents; i++) {
      TreeCursor parent = level[i];
      if (!parent.done() && parent.compare(merged) == 0 && !parent.isGitlink()) {
        long before = objects.find(parent.bytes(), parent.idAt());
        rows.add(path, MERGED, before, place, parent.prefix(), merged.prefix());
        found = true;
      }
    }
    if (!found) {
      rows.add(path, MERGED, RowBuffer.ABSENT, place, 0, merged.prefix());
    }
  }

  private static void step(TreeCursor cursor) {
    try {
      cursor.step();
    } catch (Damage broken) {
      cursor.openEmpty();
    }
  }
}
