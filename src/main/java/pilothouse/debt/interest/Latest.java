package pilothouse.debt.interest;

import java.util.Arrays;
import java.util.Comparator;

/** Changes, the latest first; at the same moment by key. */
final class Latest {
  /** So many bits of a number say which change it is, those above when it was merged. */
  private static final int BITS = 24;

  private static final long PLACE = (1L << BITS) - 1;

  private Latest() {}

  static int[] of(Merged merged) {
    if (merged.size() > PLACE) {
      throw new IllegalArgumentException(merged.size() + " changes");
    }
    long[] packed = new long[merged.size()];
    for (int i = 0; i < packed.length; i++) {
      packed[i] = -merged.mergedAt()[i] << BITS | i;
    }
    Arrays.parallelSort(packed);
    int[] order = new int[packed.length];
    for (int from = 0, to = 0; from < order.length; from = to) {
      while (to < order.length && packed[to] >> BITS == packed[from] >> BITS) {
        order[to] = (int) (packed[to] & PLACE);
        to++;
      }
      if (to - from > 1) {
        byKey(merged, order, from, to);
      }
    }
    return order;
  }

  private static void byKey(Merged merged, int[] order, int from, int to) {
    int[] sorted =
        Arrays.stream(order, from, to)
            .boxed()
            .sorted(Comparator.comparing(i -> merged.key()[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    System.arraycopy(sorted, 0, order, from, sorted.length);
  }
}
