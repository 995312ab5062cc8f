package pilothouse.git;

import java.util.Arrays;

/**
 * Length of the longest common subsequence by the number of edits [Myers 1986]: quick where there
 * are few, and it gives up where there are many. For one thread.
 */
final class FewEdits {
  private static final int GAVE_UP = -1;
  private int[] furthest = new int[64];

  /**
   * The length, or -1 when it would take more than about {@code budget} steps.
   *
   * @param a one sequence, from {@code from} to {@code aEnd}
   * @param b the other, from {@code from} to {@code bEnd}
   */
  int length(int[] a, int from, int aEnd, int[] b, int bEnd, long budget) {
    int aSize = aEnd - from;
    int bSize = bEnd - from;
    int most = (int) Math.min(aSize + (long) bSize, (long) Math.sqrt((double) budget));
    if (furthest.length < 2 * most + 3) {
      furthest = new int[2 * most + 3];
    }
    int middle = most + 1;
    Arrays.fill(furthest, 0, 2 * most + 3, -1);
    furthest[middle + 1] = 0;
    int target = aSize - bSize;
    for (int edits = 0; edits <= most; edits++) {
      int low = Math.max(-edits, -bSize + ((edits + bSize) & 1));
      int high = Math.min(edits, aSize - ((edits + aSize) & 1));
      for (int diagonal = low; diagonal <= high; diagonal += 2) {
        int left = furthest[middle + diagonal - 1] + 1;
        int x = Math.max(left, furthest[middle + diagonal + 1]);
        int y = x - diagonal;
        while (x < aSize && y < bSize && a[from + x] == b[from + y]) {
          x++;
          y++;
        }
        furthest[middle + diagonal] = x;
        if (diagonal == target && x >= aSize) {
          return (aSize + bSize - edits) / 2;
        }
      }
    }
    return GAVE_UP;
  }
}
