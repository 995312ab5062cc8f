package pilothouse.git;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the paths that differ between two trees, with their modes. Unlike {@link TreeDiff} it stops
 * at the first object that is not there: half a difference is none. For one thread.
 */
final class TouchedPaths {
  private final Objects objects;
  private final ObjectReader reader;
  private final int most;
  private final List<Touched> found = new ArrayList<>();

  /**
   * A finder.
   *
   * @param most it stops once it has found more than so many
   */
  TouchedPaths(Objects objects, ObjectReader reader, int most) {
    this.objects = objects;
    this.reader = reader;
    this.most = most;
  }

  /** What differs; an empty id stands for no tree. */
  List<Touched> between(byte[] before, byte[] after) throws Damage {
    found.clear();
    if (!Arrays.equals(before, after)) {
      walk(open(before), open(after), Touched.NOTHING);
    }
    return List.copyOf(found);
  }

  private TreeCursor open(byte[] id) throws Damage {
    TreeCursor cursor = new TreeCursor();
    cursor.openEmpty();
    if (id.length > 0) {
      long place = objects.find(id, 0);
      if (place == Objects.MISSING) {
        throw new Damage("a tree is missing");
      }
      cursor.open(reader.read(place), objects.width());
    }
    return cursor;
  }

  private void walk(TreeCursor old, TreeCursor fresh, byte[] folder) throws Damage {
    while ((!old.done() || !fresh.done()) && found.size() <= most) {
      int order = old.done() ? 1 : fresh.done() ? -1 : old.compare(fresh);
      if (order < 0) {
        only(old, folder, false);
        old.step();
      } else if (order > 0) {
        only(fresh, folder, true);
        fresh.step();
      } else {
        both(old, fresh, folder);
        old.step();
        fresh.step();
      }
    }
  }

  private void both(TreeCursor old, TreeCursor fresh, byte[] folder) throws Damage {
    if (old.sameId(fresh) && old.mode() == fresh.mode()) {
      return;
    }
    byte[] path = path(folder, fresh);
    if (fresh.isFolder()) {
      walk(open(id(old)), open(id(fresh)), path);
    } else {
      found.add(new Touched(path, old.mode(), fresh.mode(), id(old), id(fresh)));
    }
  }

  private void only(TreeCursor there, byte[] folder, boolean isNew) throws Damage {
    byte[] path = path(folder, there);
    if (there.isFolder()) {
      TreeCursor inside = open(id(there));
      TreeCursor nothing = open(Touched.NOTHING);
      walk(isNew ? nothing : inside, isNew ? inside : nothing, path);
    } else if (isNew) {
      found.add(new Touched(path, 0, there.mode(), Touched.NOTHING, id(there)));
    } else {
      found.add(new Touched(path, there.mode(), 0, id(there), Touched.NOTHING));
    }
  }

  private byte[] id(TreeCursor at) {
    return Arrays.copyOfRange(at.bytes(), at.idAt(), at.idAt() + objects.width());
  }

  private static byte[] path(byte[] folder, TreeCursor at) {
    int length = at.nameEnd() - at.nameAt();
    int from = folder.length == 0 ? 0 : folder.length + 1;
    byte[] path = Arrays.copyOf(folder, from + length);
    if (from > 0) {
      path[folder.length] = '/';
    }
    System.arraycopy(at.bytes(), at.nameAt(), path, from, length);
    return path;
  }
}
