package pilothouse.git;

import java.util.Arrays;

/**
 * Length of the longest common subsequence, 64 numbers of the shorter sequence at once [Hyyrö
 * 2004]. For one thread.
 */
final class BitRows {
  private long[] masks = new long[64];
  private long[] row = new long[1];
  private long[] scratch = new long[1];
  private int[] dense = new int[64];
  private int maskWords;

  /**
   * The length where the shorter sequence has at most 64 numbers.
   *
   * @param shorter one sequence, from {@code head} to {@code aEnd}
   * @param longer the other, from {@code head} to {@code bEnd}
   */
  int oneWord(int[] shorter, int head, int aEnd, int[] longer, int bEnd, int distinct) {
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

  /**
   * The length where the shorter sequence has any number of numbers.
   *
   * @param positions where each number stands in the shorter sequence, number by number
   * @param positionStart by number: where its positions start
   * @param size of the shorter sequence
   * @param longer the other, from {@code head} to {@code bEnd}
   */
  int manyWords(
      int[] positions,
      int[] positionStart,
      int size,
      int[] longer,
      int head,
      int bEnd,
      int distinct) {
    int words = (size + 63) / 64;
    row = words <= row.length ? row : new long[words * 2];
    Arrays.fill(row, 0, words, -1L);
    prepareMasks(positions, positionStart, words, distinct);
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
  private void prepareMasks(int[] positions, int[] positionStart, int words, int distinct) {
    scratch = words <= scratch.length ? scratch : new long[words * 2];
    dense = CommonLines.room(dense, distinct);
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
