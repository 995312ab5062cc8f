package pilothouse.git;

import java.util.Arrays;

/**
 * Length of the longest common subsequence of two sequences of small numbers. Exact, and without
 * making a script: by edits where there are few [Myers 1986], by threshold positions [Hunt and
 * Szymanski 1977] where equal lines are rare, otherwise bit-parallel [Hyyrö 2004]. For one thread.
 */
final class CommonLines {
  private final FewEdits fewEdits = new FewEdits();
  private final BitRows bitRows = new BitRows();
  private int[] shorter = new int[64];
  private int[] longer = new int[64];
  private int[] positionStart = new int[65];
  private int[] positions = new int[64];
  private int[] thresholds = new int[64];

  /**
   * The length. Numbers are from 0 to {@code distinct}-1; negative ones equal nothing.
   *
   * @param distinct how many numbers there are
   */
  int length(int[] one, int oneSize, int[] other, int otherSize, int distinct) {
    shorter = room(shorter, oneSize);
    longer = room(longer, otherSize);
    int aEnd = keep(one, oneSize, shorter);
    int bEnd = keep(other, otherSize, longer);
    int head = 0;
    while (head < aEnd && head < bEnd && shorter[head] == longer[head]) {
      head++;
    }
    int common = head;
    while (aEnd > head && bEnd > head && shorter[aEnd - 1] == longer[bEnd - 1]) {
      aEnd--;
      bEnd--;
      common++;
    }
    if (aEnd == head || bEnd == head) {
      return common;
    }
    if (aEnd <= bEnd) {
      return common + middle(head, aEnd, bEnd, distinct);
    }
    int[] swap = shorter;
    shorter = longer;
    longer = swap;
    return common + middle(head, bEnd, aEnd, distinct);
  }

  static int[] room(int[] array, int size) {
    return array.length >= size ? array : new int[size + (size >> 1)];
  }

  private static int keep(int[] from, int size, int[] into) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (from[i] >= 0) {
        into[kept++] = from[i];
      }
    }
    return kept;
  }

  private int middle(int head, int aEnd, int bEnd, int distinct) {
    int size = aEnd - head;
    if (size <= 64) {
      return bitRows.oneWord(shorter, head, aEnd, longer, bEnd, distinct);
    }
    int words = (size + 63) / 64;
    int few = fewEdits.length(shorter, head, aEnd, longer, bEnd, (long) words * (bEnd - head));
    if (few >= 0) {
      return few;
    }
    long matches = place(head, aEnd, bEnd, distinct);
    long sparse = matches * (32 - Integer.numberOfLeadingZeros(size));
    return sparse < (long) words * (bEnd - head)
        ? byThresholds(head, bEnd, size)
        : bitRows.manyWords(positions, positionStart, size, longer, head, bEnd, distinct);
  }

  /** Notes where each number stands in the shorter one; returns how many pairs are equal. */
  private long place(int head, int aEnd, int bEnd, int distinct) {
    positionStart = room(positionStart, distinct + 2);
    positions = room(positions, aEnd - head);
    Arrays.fill(positionStart, 0, distinct + 2, 0);
    for (int i = head; i < aEnd; i++) {
      positionStart[shorter[i] + 2]++;
    }
    for (int id = 2; id < distinct + 2; id++) {
      positionStart[id] += positionStart[id - 1];
    }
    for (int i = head; i < aEnd; i++) {
      positions[positionStart[shorter[i] + 1]++] = i - head;
    }
    long matches = 0;
    for (int i = head; i < bEnd; i++) {
      matches += positionStart[longer[i] + 1] - positionStart[longer[i]];
    }
    return matches;
  }

  private int byThresholds(int head, int bEnd, int size) {
    thresholds = room(thresholds, size);
    int length = 0;
    for (int i = head; i < bEnd; i++) {
      int id = longer[i];
      for (int at = positionStart[id + 1] - 1; at >= positionStart[id]; at--) {
        int position = positions[at];
        int found = Arrays.binarySearch(thresholds, 0, length, position);
        if (found < 0) {
          int into = -found - 1;
          thresholds[into] = position;
          length = Math.max(length, into + 1);
        }
      }
    }
    return length;
  }
}
