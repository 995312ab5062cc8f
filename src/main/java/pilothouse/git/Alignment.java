package pilothouse.git;

import java.util.Arrays;

/**
 * Compares two texts given as line hashes: how many lines the longest common subsequence has, so
 * that added = new − common and deleted = old − common by the shortest edit script; and which lines
 * stay. A line counts as staying when it stands in the common head or tail, or when between them
 * the same line stood in the old text (the k-th there is the k-th here). For one thread.
 */
final class Alignment {
  private final CommonLines commonLines = new CommonLines();
  private long[] keys = new long[64];
  private int[] slots = new int[64];
  private int[] oldIds = new int[64];
  private int[] newIds = new int[64];
  private int[] oldCounts = new int[64];
  private int[] newCounts = new int[64];
  private int[] heads = new int[64];
  private int[] nexts = new int[64];
  private int[] blocks = new int[64];
  private int blockCount;
  private int distinct;

  /** Lines of the longest common subsequence, after {@link #compare}. */
  int common;

  /** Lines that stay, after {@link #compare} with tracing. */
  int staying;

  private long[] old = {};
  private long[] fresh = {};
  private int head;
  private int oldEnd;
  private int freshEnd;

  /**
   * Compares.
   *
   * @param halfAlike gives up, with {@link #common} unknown, when no more than half of the longer
   *     text's lines stay
   * @return whether it did not give up
   */
  boolean compare(long[] before, long[] after, boolean halfAlike) {
    old = before;
    fresh = after;
    trim();
    int tail = old.length - oldEnd;
    common = head + tail;
    staying = common;
    blockCount = 0;
    if (head > 0) {
      block(0, 0, head);
    }
    boolean middle = oldEnd > head && freshEnd > head;
    if (middle) {
      number();
      stay();
    }
    if (tail > 0) {
      block(freshEnd, oldEnd, tail);
    }
    if (halfAlike && staying * 2L <= Math.max(old.length, fresh.length)) {
      return false;
    }
    if (middle) {
      common += commonLines.length(oldIds, oldEnd - head, newIds, freshEnd - head, distinct);
    }
    return true;
  }

  private void trim() {
    int shorter = Math.min(old.length, fresh.length);
    int differs = Arrays.mismatch(old, 0, shorter, fresh, 0, shorter);
    head = differs < 0 ? shorter : differs;
    oldEnd = old.length;
    freshEnd = fresh.length;
    int most = shorter - head;
    int step = 64;
    while (most >= step
        && Arrays.equals(old, oldEnd - step, oldEnd, fresh, freshEnd - step, freshEnd)) {
      oldEnd -= step;
      freshEnd -= step;
      most -= step;
    }
    while (most > 0 && old[oldEnd - 1] == fresh[freshEnd - 1]) {
      oldEnd--;
      freshEnd--;
      most--;
    }
  }

  /** Gives the middle's lines small numbers: the old text's first, -1 for lines only in the new. */
  private void number() {
    int oldSize = oldEnd - head;
    int newSize = freshEnd - head;
    int capacity = Math.max(64, Integer.highestOneBit(oldSize) << 2);
    if (slots.length < capacity) {
      slots = new int[capacity];
      keys = new long[capacity];
    }
    Arrays.fill(slots, 0, capacity, 0);
    oldIds = atLeast(oldIds, oldSize);
    newIds = atLeast(newIds, newSize);
    oldCounts = atLeast(oldCounts, oldSize);
    newCounts = atLeast(newCounts, oldSize);
    distinct = 0;
    int mask = capacity - 1;
    for (int i = 0; i < oldSize; i++) {
      int slot = slot(old[head + i], mask);
      if (slots[slot] == 0) {
        keys[slot] = old[head + i];
        slots[slot] = ++distinct;
        oldCounts[distinct - 1] = 0;
        newCounts[distinct - 1] = 0;
      }
      int id = slots[slot] - 1;
      oldIds[i] = id;
      oldCounts[id]++;
    }
    for (int i = 0; i < newSize; i++) {
      int id = slots[slot(fresh[head + i], mask)] - 1;
      newIds[i] = id;
      if (id >= 0) {
        newCounts[id]++;
      }
    }
    for (int i = 0; i < oldSize; i++) {
      if (newCounts[oldIds[i]] == 0) {
        oldIds[i] = -1;
      }
    }
  }

  private static int[] atLeast(int[] array, int size) {
    return array.length >= size ? array : new int[Integer.highestOneBit(size) << 1];
  }

  private int slot(long key, int mask) {
    int slot = (int) (key ^ key >>> 32) & mask;
    while (slots[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /** Pairs the k-th old occurrence of each line of the middle with the k-th new one. */
  private void stay() {
    int oldSize = oldEnd - head;
    heads = atLeast(heads, distinct);
    nexts = atLeast(nexts, oldSize);
    Arrays.fill(heads, 0, distinct, -1);
    for (int i = oldSize - 1; i >= 0; i--) {
      if (oldIds[i] >= 0) {
        nexts[i] = heads[oldIds[i]];
        heads[oldIds[i]] = i;
      }
    }
    for (int i = 0; i < freshEnd - head; i++) {
      int id = newIds[i];
      if (id >= 0 && heads[id] >= 0) {
        block(head + i, head + heads[id], 1);
        heads[id] = nexts[heads[id]];
        staying++;
      }
    }
  }

  private void block(int newAt, int oldAt, int lines) {
    int last = blockCount - 3;
    if (last >= 0
        && blocks[last] + blocks[last + 2] == newAt
        && blocks[last + 1] + blocks[last + 2] == oldAt) {
      blocks[last + 2] += lines;
      return;
    }
    if (blockCount + 3 > blocks.length) {
      blocks = Arrays.copyOf(blocks, blocks.length * 2);
    }
    blocks[blockCount++] = newAt;
    blocks[blockCount++] = oldAt;
    blocks[blockCount++] = lines;
  }

  /** Stretches of lines that stay, by new place: new start, old start, lines; three ints each. */
  int[] blocks() {
    return Arrays.copyOf(blocks, blockCount);
  }
}
