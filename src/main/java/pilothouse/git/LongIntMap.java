package pilothouse.git;

import java.util.Arrays;

/** Open-addressing map from longs to ints of 0 and above; the key 0 is as good as any. */
final class LongIntMap {
  private static final int NONE = -1;
  private long[] keys;
  private int[] values;
  private int size;

  LongIntMap(int expected) {
    int capacity = Math.max(16, Integer.highestOneBit(Math.max(1, expected)) << 2);
    keys = new long[capacity];
    values = new int[capacity];
    Arrays.fill(values, NONE);
  }

  /** How many entries. */
  int size() {
    return size;
  }

  /** The value, or -1. */
  int get(long key) {
    return values[slot(key)];
  }

  /** Sets the value. */
  void put(long key, int value) {
    int slot = slot(key);
    boolean fresh = values[slot] == NONE;
    keys[slot] = key;
    values[slot] = value;
    if (fresh && ++size * 2 > keys.length) {
      grow();
    }
  }

  /** Sets the value where there is none; returns the one that was there, or -1. */
  int putIfAbsent(long key, int value) {
    int there = get(key);
    if (there == NONE) {
      put(key, value);
    }
    return there;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed ^ mixed >>> 32) & mask;
    while (values[slot] != NONE && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new int[oldKeys.length * 2];
    Arrays.fill(values, NONE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != NONE) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
