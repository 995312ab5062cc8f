package pilothouse.git;

import java.util.Arrays;

/** Changed paths as they are found, columns that grow. For one thread. */
final class RowBuffer {
  /** In place of an object: this side does not exist. */
  static final long ABSENT = -2;

  /** In place of an object: a gitlink, one line "Subproject commit …". */
  static final long GITLINK = -3;

  int size;
  int[] path = new int[256];
  byte[] kind = new byte[256];
  long[] oldPlace = new long[256];
  long[] newPlace = new long[256];
  long[] oldBlob = new long[256];
  long[] newBlob = new long[256];

  void add(int pathNumber, char what, long before, long after, long beforeId, long afterId) {
    if (size == path.length) {
      grow(size * 2);
    }
    path[size] = pathNumber;
    kind[size] = (byte) what;
    oldPlace[size] = before;
    newPlace[size] = after;
    oldBlob[size] = beforeId;
    newBlob[size] = afterId;
    size++;
  }

  private void grow(int capacity) {
    path = Arrays.copyOf(path, capacity);
    kind = Arrays.copyOf(kind, capacity);
    oldPlace = Arrays.copyOf(oldPlace, capacity);
    newPlace = Arrays.copyOf(newPlace, capacity);
    oldBlob = Arrays.copyOf(oldBlob, capacity);
    newBlob = Arrays.copyOf(newBlob, capacity);
  }

  /** Appends rows of another buffer, their paths renumbered. */
  void append(RowBuffer other, int from, int to, int[] paths) {
    int count = to - from;
    while (size + count > path.length) {
      grow(Math.max(path.length * 2, size + count));
    }
    for (int i = 0; i < count; i++) {
      path[size + i] = paths[other.path[from + i]];
    }
    System.arraycopy(other.kind, from, kind, size, count);
    System.arraycopy(other.oldPlace, from, oldPlace, size, count);
    System.arraycopy(other.newPlace, from, newPlace, size, count);
    System.arraycopy(other.oldBlob, from, oldBlob, size, count);
    System.arraycopy(other.newBlob, from, newBlob, size, count);
    size += count;
  }
}
