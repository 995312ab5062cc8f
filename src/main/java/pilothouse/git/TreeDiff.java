package pilothouse.git;

import java.util.ArrayList;
import java.util.List;

/** Finds the paths that differ between trees, pruning equal subtrees. For one thread. */
final class TreeDiff {
  private final Objects objects;
  private final ObjectReader reader;
  private final Gone gone;
  private final PathTable paths;
  private final List<TreeCursor> cursors = new ArrayList<>();
  private RowBuffer rows = new RowBuffer();

  TreeDiff(Objects objects, ObjectReader reader, Gone gone, PathTable paths) {
    this.objects = objects;
    this.reader = reader;
    this.gone = gone;
    this.paths = paths;
  }

  /** Adds what differs between two trees; an empty id stands for no tree. */
  void compare(byte[] before, byte[] after, RowBuffer into) {
    rows = into;
    TreeCursor old = open(before, 0, 0);
    TreeCursor fresh = open(after, 0, 1);
    walk(old, fresh, PathTable.ROOT, 2);
  }

  /** Adds each file of a tree as an added one. */
  void list(byte[] tree, RowBuffer into) {
    compare(new byte[0], tree, into);
  }

  private TreeCursor cursor(int depth) {
    while (cursors.size() <= depth) {
      cursors.add(new TreeCursor());
    }
    return cursors.get(depth);
  }

  private TreeCursor open(byte[] id, int at, int depth) {
    TreeCursor cursor = cursor(depth);
    cursor.openEmpty();
    if (id.length > 0) {
      try {
        long place = objects.find(id, at);
        if (place == Objects.MISSING) {
          gone.add(id, at, objects.width());
        } else {
          cursor.open(reader.read(place), objects.width());
        }
      } catch (Damage broken) {
        gone.add(id, at, objects.width());
        cursor.openEmpty();
      }
    }
    return cursor;
  }

  private void walk(TreeCursor old, TreeCursor fresh, int folder, int depth) {
    while (!old.done() || !fresh.done()) {
      int order = old.done() ? 1 : fresh.done() ? -1 : old.compare(fresh);
      if (order < 0) {
        only(old, folder, depth, 'D');
        advance(old);
      } else if (order > 0) {
        only(fresh, folder, depth, 'A');
        advance(fresh);
      } else {
        both(old, fresh, folder, depth);
        advance(old);
        advance(fresh);
      }
    }
  }

  private static void advance(TreeCursor cursor) {
    try {
      cursor.step();
    } catch (Damage broken) {
      cursor.openEmpty();
    }
  }

  private void both(TreeCursor old, TreeCursor fresh, int folder, int depth) {
    boolean sameId = old.sameId(fresh);
    if (sameId && old.mode() == fresh.mode()) {
      return;
    }
    int path = child(fresh, folder);
    if (fresh.isFolder()) {
      TreeCursor oldInside = open(old.bytes(), old.idAt(), depth);
      TreeCursor freshInside = open(fresh.bytes(), fresh.idAt(), depth + 1);
      walk(oldInside, freshInside, path, depth + 2);
    } else {
      char kind = old.type() == fresh.type() ? 'M' : 'T';
      rows.add(path, kind, place(old), place(fresh), old.prefix(), fresh.prefix());
    }
  }

  private void only(TreeCursor there, int folder, int depth, char kind) {
    int path = child(there, folder);
    if (there.isFolder()) {
      TreeCursor inside = open(there.bytes(), there.idAt(), depth);
      TreeCursor nothing = cursor(depth + 1);
      nothing.openEmpty();
      if (kind == 'A') {
        walk(nothing, inside, path, depth + 2);
      } else {
        walk(inside, nothing, path, depth + 2);
      }
    } else if (kind == 'A') {
      rows.add(path, kind, RowBuffer.ABSENT, place(there), 0, there.prefix());
    } else {
      rows.add(path, kind, place(there), RowBuffer.ABSENT, there.prefix(), 0);
    }
  }

  private int child(TreeCursor at, int folder) {
    return paths.child(folder, at.bytes(), at.nameAt(), at.nameEnd());
  }

  private long place(TreeCursor at) {
    if (at.isGitlink()) {
      return RowBuffer.GITLINK;
    }
    long place = objects.find(at.bytes(), at.idAt());
    if (place == Objects.MISSING) {
      gone.add(at.bytes(), at.idAt(), objects.width());
    }
    return place;
  }
}
