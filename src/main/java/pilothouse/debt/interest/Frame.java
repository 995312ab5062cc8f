package pilothouse.debt.interest;

import java.util.Arrays;
import pilothouse.metrics.Window;

/**
 * The strata of one window.
 *
 * @param stratum of each change; −1 where it lies outside or its hours are not known
 * @param rank of each change among its stratum
 * @param start strata + 1 offsets into {@code hours}
 * @param hours of the changes, stratum by stratum, the least first
 */
record Frame(Window window, int[] stratum, int[] rank, int[] start, double[] hours) {

  static Frame of(Merged merged, Strata strata, Window window) {
    int[] stratum = new int[merged.size()];
    Arrays.fill(stratum, -1);
    int[] rank = new int[merged.size()];
    int[] start = new int[strata.start().length];
    double[] hours = new double[strata.order().length];
    int count = 0;
    for (int s = 0; s + 1 < start.length; s++) {
      for (int place = strata.start()[s]; place < strata.start()[s + 1]; place++) {
        int change = strata.order()[place];
        if (window.holds(merged.mergedAt()[change])) {
          stratum[change] = s;
          rank[change] = count - start[s];
          hours[count++] = merged.hours()[change];
        }
      }
      start[s + 1] = count;
    }
    return new Frame(window, stratum, rank, start, hours);
  }

  /** How many changes a stratum has. */
  int size(int of) {
    return start[of + 1] - start[of];
  }
}
