package pilothouse.git;

import java.util.Arrays;

/**
 * Length of the longest common subsequence of two sequences of small numbers. Exact, and without
 * making a script: by edits where there are few [Myers 1986], by threshold positions [Hunt and
 * Szymanski 1977] where equal lines are rare, otherwise bit-parallel [Hyyrö 2004]. For one thread.
 */
final class CommonLines {
  private final FewEdits fewEdits = new FewEdits();
  private int[] shorter = new int[64];
  private int[] longer = new int[64];
  private int[] positionStart = new int[65];
  private int[] positions = new int[64];
  private long[] masks = new long[64];
  private long[] row = new long[1];
  private long[] scratch = new long[1];
  private int[] thresholds = new int[64];
  private int[] dense = new int[64];
  private int maskWords;

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

  private static int[] room(int[] array, int size) {
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
      return oneWord(head, aEnd, bEnd, distinct);
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
        : manyWords(head, bEnd, size, distinct);
  }

  private int oneWord(int head, int aEnd, int bEnd, int distinct) {
    if (masks.length < distinct) {
      masks = new long[distinct * 2];
    }
    for (int i = head; i < aEnd; i++) {
      masks[shorter[i]] |= 1L << (i - head);
    }
    long v = -1;
    for (int i = head; i < bEnd; i++) {
      long u = v & masks[longer[i]];
      v = v + u | v - u;
    }
    for (int i = head; i < aEnd; i++) {
      masks[shorter[i]] = 0;
    }
    int size = aEnd - head;
    return Long.bitCount(~v & -1L >>> (64 - size));
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

  private int manyWords(int head, int bEnd, int size, int distinct) {
    int words = (size + 63) / 64;
    row = words <= row.length ? row : new long[words * 2];
    Arrays.fill(row, 0, words, -1L);
    prepareMasks(words, distinct);
    for (int i = head; i < bEnd; i++) {
      int id = longer[i];
      if (dense[id] >= 0) {
        advance(masks, dense[id], words);
        continue;
      }
      for (int at = positionStart[id]; at < positionStart[id + 1]; at++) {
        scratch[positions[at] >> 6] |= 1L << positions[at];
      }
      advance(scratch, 0, words);
      for (int at = positionStart[id]; at < positionStart[id + 1]; at++) {
        scratch[positions[at] >> 6] = 0;
      }
    }
    Arrays.fill(masks, 0, Math.min(masks.length, maskWords), 0L);
    int zeros = 0;
    for (int word = 0; word < words; word++) {
      long used = word == words - 1 ? -1L >>> (words * 64 - size) : -1L;
      zeros += Long.bitCount(~row[word] & used);
    }
    return zeros;
  }

  /** Numbers that stand often get a mask of their own, at most 64 of them. */
  private void prepareMasks(int words, int distinct) {
    scratch = words <= scratch.length ? scratch : new long[words * 2];
    dense = room(dense, distinct);
    maskWords = 0;
    for (int id = 0; id < distinct; id++) {
      dense[id] = -1;
      if (positionStart[id + 1] - positionStart[id] >= words) {
        dense[id] = maskWords;
        maskWords += words;
      }
    }
    if (masks.length < maskWords) {
      masks = new long[maskWords];
    }
    for (int id = 0; id < distinct; id++) {
      if (dense[id] >= 0) {
        for (int at = positionStart[id]; at < positionStart[id + 1]; at++) {
          masks[dense[id] + (positions[at] >> 6)] |= 1L << positions[at];
        }
      }
    }
  }

  /** One step of the bit vectors: V = (V + (V ∧ M)) ∨ (V ∧ ¬M), carries across words. */
  private void advance(long[] mask, int from, int words) {
    long carry = 0;
    for (int word = 0; word < words; word++) {
      long v = row[word];
      long m = mask[from + word];
      long u = v & m;
      long sum = v + u;
      long over = Long.compareUnsigned(sum, v) < 0 ? 1 : 0;
      long total = sum + carry;
      carry = over | (total == 0 && carry == 1 ? 1 : 0);
      row[word] = total | (v & ~m);
    }
  }
}
