package pilothouse.debt.interest;

import java.util.Arrays;
import pilothouse.metrics.Window;

/**
 * The changes of one window in strata: those of one team in one band, by their hours.
 *
 * @param stratum of each change; −1 where it lies outside or its hours are not known
 * @param rank of each change among its stratum
 * @param start strata + 1 offsets into {@code hours}
 * @param hours of the changes, stratum by stratum, the least first
 * @param around changes in the window, by repository
 */
record Frame(Window window, int[] stratum, int[] rank, int[] start, double[] hours, int[] around) {

  /**
   * Strata stand in the order of the names of teams, so that nothing depends on the order of input.
   */
  static Frame of(Merged merged, Window window) {
    int[] stratum = new int[merged.size()];
    int[] around = new int[merged.names().repositories().length];
    int[] start = new int[merged.teams().length * Band.values().length + 1];
    int[] places = places(merged.teams());
    for (int i = 0; i < stratum.length; i++) {
      boolean isIn = window.holds(merged.mergedAt()[i]);
      around[merged.repository()[i]] += isIn ? 1 : 0;
      stratum[i] =
          isIn && merged.hours()[i] >= 0
              ? places[merged.team()[i]] * Band.values().length
                  + Band.of(merged.lines()[i]).ordinal()
              : -1;
      if (stratum[i] >= 0) {
        start[stratum[i] + 1]++;
      }
    }
    Arrays.parallelPrefix(start, Integer::sum);
    double[] hours = sorted(merged, stratum, start);
    return new Frame(window, stratum, ranks(merged, stratum, start, hours), start, hours, around);
  }

  private static int[] places(String[] teams) {
    String[] sorted = teams.clone();
    Arrays.sort(sorted);
    return Arrays.stream(teams).mapToInt(team -> Arrays.binarySearch(sorted, team)).toArray();
  }

  private static double[] sorted(Merged merged, int[] stratum, int[] start) {
    double[] hours = new double[start[start.length - 1]];
    int[] next = start.clone();
    for (int i = 0; i < stratum.length; i++) {
      if (stratum[i] >= 0) {
        hours[next[stratum[i]]++] = merged.hours()[i] + 0.0; // no zero is below another
      }
    }
    for (int s = 0; s + 1 < start.length; s++) {
      Arrays.sort(hours, start[s], start[s + 1]);
    }
    return hours;
  }

  /** Changes of the same hours have ranks one after the other. */
  private static int[] ranks(Merged merged, int[] stratum, int[] start, double[] hours) {
    int[] rank = new int[stratum.length];
    int[] seen = new int[hours.length];
    for (int i = 0; i < stratum.length; i++) {
      if (stratum[i] >= 0) {
        int first = first(hours, start[stratum[i]], start[stratum[i] + 1], merged.hours()[i]);
        rank[i] = first + seen[first]++ - start[stratum[i]];
      }
    }
    return rank;
  }

  private static int first(double[] sorted, int from, int to, double value) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean isBelow = sorted[middle] < value;
      low = isBelow ? middle + 1 : low;
      high = isBelow ? high : middle;
    }
    return low;
  }

  /** How many changes a stratum has. */
  int size(int of) {
    return start[of + 1] - start[of];
  }
}
