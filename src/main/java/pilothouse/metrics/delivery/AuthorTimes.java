package pilothouse.metrics.delivery;

import java.util.HashMap;
import java.util.Map;

/** Author times that are looked for in a history. */
final class AuthorTimes {
  private static final int SLOTS = 1 << 14;
  private final Map<Long, int[]> wanted = new HashMap<>();
  private final boolean[] maybe = new boolean[SLOTS];

  void want(long second, int request) {
    maybe[(int) (second & (SLOTS - 1))] = true;
    int[] there = wanted.putIfAbsent(second, new int[] {request, 0});
    if (there != null && there[0] != request) {
      there[0] = -1;
    }
  }

  void scan(long[] authoredAt) {
    if (wanted.isEmpty()) {
      return;
    }
    for (long second : authoredAt) {
      if (maybe[(int) (second & (SLOTS - 1))]) {
        int[] there = wanted.get(second);
        if (there != null) {
          there[1]++;
        }
      }
    }
  }

  /** The only request with a commit of this time, where one commit of the history has it. */
  int only(long second) {
    int[] there = wanted.get(second);
    return there == null || there[1] != 1 ? -1 : there[0];
  }

  boolean isThere(long second) {
    int[] there = wanted.get(second);
    return there != null && there[1] > 0;
  }
}
