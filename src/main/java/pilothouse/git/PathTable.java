package pilothouse.git;

import java.util.Arrays;

/**
 * Paths as numbers: each is a name below another path; 0 is the root. Folders and files share the
 * numbers. For one thread.
 */
final class PathTable {
  static final int ROOT = 0;
  private int[] parents = new int[1 << 12];
  private byte[][] names = new byte[1 << 12][];
  private int[] slots = new int[1 << 14];
  private int size = 1;

  PathTable() {
    names[ROOT] = new byte[0];
  }

  /** How many numbers are given out. */
  int size() {
    return size;
  }

  /** The number of a name in a folder. */
  int child(int folder, byte[] bytes, int from, int to) {
    int mask = slots.length - 1;
    int slot = hash(folder, bytes, from, to) & mask;
    for (int there = slots[slot]; there != 0; there = slots[slot]) {
      byte[] name = names[there];
      if (parents[there] == folder && Arrays.equals(name, 0, name.length, bytes, from, to)) {
        return there;
      }
      slot = slot + 1 & mask;
    }
    slots[slot] = size;
    return add(folder, Arrays.copyOfRange(bytes, from, to));
  }

  private int add(int folder, byte[] name) {
    if (size == parents.length) {
      parents = Arrays.copyOf(parents, size * 2);
      names = Arrays.copyOf(names, size * 2);
    }
    parents[size] = folder;
    names[size] = name;
    size++;
    if (size * 2 > slots.length) {
      rehash();
    }
    return size - 1;
  }

  private void rehash() {
    slots = new int[slots.length * 4];
    int mask = slots.length - 1;
    for (int path = 1; path < size; path++) {
      int slot = hash(parents[path], names[path], 0, names[path].length) & mask;
      while (slots[slot] != 0) {
        slot = slot + 1 & mask;
      }
      slots[slot] = path;
    }
  }

  private static int hash(int folder, byte[] bytes, int from, int to) {
    int hash = folder * 0x9E3779B9;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + bytes[i];
    }
    return hash ^ hash >>> 15;
  }

  /** The last part of a path. */
  byte[] name(int path) {
    return names[path];
  }

  /** The number of a path written in full. */
  int of(byte[] full) {
    int path = ROOT;
    int from = 0;
    while (from <= full.length) {
      int end = Bytes.find(full, from, full.length, '/');
      path = child(path, full, from, end);
      from = end + 1;
    }
    return path;
  }

  /** The path in full. */
  byte[] full(int path) {
    int length = -1;
    for (int at = path; at != ROOT; at = parents[at]) {
      length += names[at].length + 1;
    }
    byte[] full = new byte[Math.max(0, length)];
    int end = full.length;
    for (int at = path; at != ROOT; at = parents[at]) {
      int start = end - names[at].length;
      System.arraycopy(names[at], 0, full, start, names[at].length);
      if (start > 0) {
        full[start - 1] = '/';
      }
      end = start - 1;
    }
    return full;
  }

  /** For each number of the other table, its number here. */
  int[] adopt(PathTable other) {
    int[] here = new int[other.size];
    for (int path = 1; path < other.size; path++) {
      byte[] name = other.names[path];
      here[path] = child(here[other.parents[path]], name, 0, name.length);
    }
    return here;
  }
}
