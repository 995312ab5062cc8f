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
 */
record Forest(Wanted wanted, int[] order, int[] next) {
  private static final long NEVER = Long.MIN_VALUE / 4;

  /** Of several that one needs, the one that needs most itself is kept; the others are not seen. */
  static Forest of(Wanted wanted, BitSet[] closures) {
    List<List<Integer>> children = new ArrayList<>();
    List<Integer> roots = new ArrayList<>();
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
    }
    Forest forest = new Forest(wanted, new int[wanted.size()], new int[wanted.size()]);
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
   * @param in what must be taken
   * @param out what must be left
   * @param grain hours of a unit
   */
  Found best(int units, int grain, BitSet in, BitSet out) {
    int n = order.length;
    long[][] rows = new long[n + 1][];
    rows[n] = new long[units + 1];
    int[] lastUse = new int[n + 1];
    Arrays.fill(lastUse, n);
    for (int place = n - 1; place >= 0; place--) {
      lastUse[next[place]] = place;
      lastUse[place + 1] = Math.min(lastUse[place + 1], place);
    }
    BitSet[] taken = new BitSet[n];
    for (int place = n - 1; place >= 0; place--) {
      int wish = order[place];
      taken[place] = new BitSet(units + 1);
      rows[place] =
          row(
              rows[place + 1],
              rows[next[place]],
              wanted.hours()[wish] / grain,
              wanted.worth()[wish],
              in.get(wish),
              out.get(wish),
              taken[place]);
      release(rows, lastUse, place);
    }
    return new Found(walked(taken, units, grain), rows[0][units]);
  }

  /** Rows that no earlier place looks at are let go: as many are kept as needs are deep. */
  private void release(long[][] rows, int[] lastUse, int place) {
    for (int row : new int[] {place + 1, next[place]}) {
      if (lastUse[row] >= place && row > 0) {
        rows[row] = new long[0];
      }
    }
  }

  private static long[] row(
      long[] after, long[] without, int hours, long worth, boolean in, boolean out, BitSet taken) {
    long[] row = new long[without.length];
    for (int w = 0; w < row.length; w++) {
      long take = out || w < hours ? NEVER : Math.max(NEVER, after[w - hours] + worth);
      long leave = in ? NEVER : without[w];
      row[w] = Math.max(take, leave);
      if (take > leave) {
        taken.set(w);
      }
    }
    return row;
  }

  private BitSet walked(BitSet[] taken, int units, int grain) {
    BitSet set = new BitSet();
    int left = units;
    for (int place = 0; place < order.length; ) {
      if (taken[place].get(left)) {
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
