package pilothouse.debt.interest;

import java.util.Arrays;

/**
 * All changes whose hours are known in strata: those of one team in one band, by their hours.
 *
 * @param start strata + 1 offsets into {@code order}
 * @param order the changes, stratum by stratum, those of the least hours first
 */
record Strata(int[] start, int[] order) {

  /**
   * Strata stand in the order of the names of teams, so that nothing depends on the order of input.
   */
  static Strata of(Merged merged) {
    int[] stratum = new int[merged.size()];
    int[] start = new int[merged.teams().length * Band.count() + 1];
    int[] places = places(merged.teams());
    for (int i = 0; i < stratum.length; i++) {
      stratum[i] =
          merged.hours()[i] >= 0
              ? places[merged.team()[i]] * Band.count() + Band.place(merged.lines()[i])
              : -1;
      if (stratum[i] >= 0) {
        start[stratum[i] + 1]++;
      }
    }
    Arrays.parallelPrefix(start, Integer::sum);
    return new Strata(start, order(merged, stratum, start, sorted(merged, stratum, start)));
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

  /** Changes of the same hours stand one after the other. */
  private static int[] order(Merged merged, int[] stratum, int[] start, double[] hours) {
    int[] order = new int[hours.length];
    int[] seen = new int[hours.length];
    for (int i = 0; i < stratum.length; i++) {
      if (stratum[i] >= 0) {
        int first = first(hours, start[stratum[i]], start[stratum[i] + 1], merged.hours()[i]);
        order[first + seen[first]++] = i;
      }
    }
    return order;
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
}
