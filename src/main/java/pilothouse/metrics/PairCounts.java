package pilothouse.metrics;

import java.util.Arrays;

/** Counts pairs of non-negative numbers: an open-addressing table of primitive keys. */
final class PairCounts {
  private long[] keys = filled(1 << 12);
  private int[] counts = new int[1 << 12];
  private int size;

  /** One more of the pair, in either order. */
  void add(int a, int b) {
    long key = (long) Math.min(a, b) << 32 | Math.max(a, b);
    int slot = slot(keys, key);
    if (keys[slot] < 0) {
      keys[slot] = key;
      if (2 * ++size > keys.length) {
        grow();
        slot = slot(keys, key);
      }
    }
    counts[slot]++;
  }

  /** Hears every pair, the smaller number first, in no order. */
  void each(Listener listener) {
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] >= 0) {
        listener.pair((int) (keys[slot] >>> 32), (int) keys[slot], counts[slot]);
      }
    }
  }

  int size() {
    return size;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldCounts = counts;
    keys = filled(2 * oldKeys.length);
    counts = new int[keys.length];
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldKeys[old] >= 0) {
        int slot = slot(keys, oldKeys[old]);
        keys[slot] = oldKeys[old];
        counts[slot] = oldCounts[old];
      }
    }
  }

  private static int slot(long[] keys, long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 40) & (keys.length - 1);
    while (keys[slot] >= 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private static long[] filled(int size) {
    long[] keys = new long[size];
    Arrays.fill(keys, -1);
    return keys;
  }

  /** Hears a pair and its count. */
  interface Listener {
    void pair(int a, int b, int count);
  }
}
