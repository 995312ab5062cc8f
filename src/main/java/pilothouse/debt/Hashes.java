package pilothouse.debt;

import java.util.Arrays;

/** A set of 64-bit numbers of texts, small enough for millions. */
final class Hashes {
  /** Beyond so many, a file is to be split. */
  static final int MOST = 6_000_000;

  private long[] slots = new long[1 << 10];
  private int size;

  /** FNV-1a over the characters, mixed at the end; never 0. */
  static long of(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
    return hash == 0 ? 1 : hash;
  }

  int size() {
    return size;
  }

  /** Whether it was not there before. */
  boolean add(long hash) {
    int at = slot(slots, hash);
    if (slots[at] == hash) {
      return false;
    }
    slots[at] = hash;
    if (++size > slots.length / 2) {
      grow();
    }
    return true;
  }

  private void grow() {
    long[] larger = new long[2 * slots.length];
    Arrays.stream(slots)
        .filter(hash -> hash != 0)
        .forEach(hash -> larger[slot(larger, hash)] = hash);
    slots = larger;
  }

  private static int slot(long[] slots, long hash) {
    int at = (int) (hash >>> 20) & (slots.length - 1);
    while (slots[at] != 0 && slots[at] != hash) {
      at = (at + 1) & (slots.length - 1);
    }
    return at;
  }
}
