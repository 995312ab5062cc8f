package pilothouse.debt.interest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The best choice where each needs at most one other: for every number of hours, from the last to
 * the first in an order in which each stands before all that need it, either it is taken and the
 * next is looked at, or it is left with all that need it. Exact. [Cho and Shaw 1997, depth first]
 *
 * @param order wishes, those that need one right after it
 * @param next for each place in the order, the place after all that need it
 * @param aside what was left aside, as pairs: the one that needs, and the one that is needed
 */
record Forest(Wanted wanted, int[] order, int[] next, int[][] aside) {
  private static final long NEVER = Long.MIN_VALUE / 4;

  /** Of several that one needs, the one that needs most itself is kept; the others are not seen. */
  static Forest of(Wanted wanted, BitSet[] closures) {
    List<List<Integer>> children = new ArrayList<>();
    List<Integer> roots = new ArrayList<>();
    List<int[]> aside = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      children.add(new ArrayList<>());
    }
    for (int i = 0; i < wanted.size(); i++) {
      int parent = -1;
      for (int need : wanted.needs()[i]) {
        boolean isDeeper =
            parent < 0 || closures[need].cardinality() > closures[parent].cardinality();
        parent = isDeeper ? need : parent;
      }
      (parent < 0 ? roots : children.get(parent)).add(i);
      for (int need : wanted.needs()[i]) {
        if (parent != need && !closures[parent].get(need)) {
          aside.add(new int[] {i, need});
        }
      }
    }
    Forest forest =
        new Forest(
            wanted, new int[wanted.size()], new int[wanted.size()], aside.toArray(int[][]::new));
    int place = 0;
    for (int root : roots) {
      place = forest.walk(root, place, children);
    }
    return forest;
  }

  private int walk(int wish, int place, List<List<Integer>> children) {
    order[place] = wish;
    int at = place + 1;
    for (int child : children.get(wish)) {
      at = walk(child, at, children);
    }
    next[place] = at;
    return at;
  }

  /** What is chosen and what it is worth; worth less than nothing at all where it is impossible. */
  record Found(BitSet set, long worth) {
    boolean isPossible() {
      return worth > NEVER / 2;
    }
  }

  /**
   * The best of so many units of hours.
   *
   * @param grain hours of a unit
   * @param worth of each wish
   * @param in what must be taken
   * @param out what must be left
   */
  Found best(int units, int grain, long[] worth, BitSet in, BitSet out) {
    int n = order.length;
    long[][] rows = new long[n + 1][];
    rows[n] = new long[units + 1];
    int[] lastUse = new int[n + 1];
    Arrays.fill(lastUse, n);
    for (int place = n - 1; place >= 0; place--) {
      lastUse[next[place]] = place;
      lastUse[place + 1] = Math.min(lastUse[place + 1], place);
    }
    long[][] taken = new long[n][];
    for (int place = n - 1; place >= 0; place--) {
      int wish = order[place];
      int hours = wanted.hours()[wish] / grain;
      taken[place] = new long[(units >> 6) + 1];
      rows[place] =
          in.get(wish)
              ? forced(rows[place + 1], hours, worth[wish], taken[place])
              : out.get(wish)
                  ? rows[next[place]].clone()
                  : row(rows[place + 1], rows[next[place]], hours, worth[wish], taken[place]);
      release(rows, lastUse, place);
    }
    Found impossible = new Found(new BitSet(), NEVER);
    boolean isPossible = rows[0][units] > NEVER / 2;
    return isPossible ? new Found(walked(taken, units, grain), rows[0][units]) : impossible;
  }

  /** Rows that no earlier place looks at are let go: as many are kept as needs are deep. */
  private void release(long[][] rows, int[] lastUse, int place) {
    for (int row : new int[] {place + 1, next[place]}) {
      if (lastUse[row] >= place && row > 0) {
        rows[row] = new long[0];
      }
    }
  }

  private static long[] forced(long[] after, int hours, long worth, long[] taken) {
    long[] row = new long[after.length];
    Arrays.fill(taken, -1);
    for (int w = 0; w < row.length; w++) {
      row[w] = w < hours ? NEVER : Math.max(NEVER, after[w - hours] + worth);
    }
    return row;
  }

  private static long[] row(long[] after, long[] without, int hours, long worth, long[] taken) {
    long[] row = without.clone();
    for (int w = hours; w < row.length; w++) {
      long take = Math.max(NEVER, after[w - hours] + worth);
      long leave = without[w];
      row[w] = Math.max(take, leave);
      taken[w >> 6] |= (take > leave ? 1L : 0L) << w;
    }
    return row;
  }

  private BitSet walked(long[][] taken, int units, int grain) {
    BitSet set = new BitSet();
    int left = units;
    for (int place = 0; place < order.length; ) {
      if ((taken[place][left >> 6] >>> left & 1) == 1) {
        set.set(order[place]);
        left -= wanted.hours()[order[place]] / grain;
        place++;
      } else {
        place = next[place];
      }
    }
    return set;
  }
}
