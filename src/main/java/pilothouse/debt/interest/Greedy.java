package pilothouse.debt.interest;

import java.util.BitSet;

/** Fills what hours are left by what saves most for an hour, with all that it needs. */
final class Greedy {
  private Greedy() {}

  /** The set with more in it, as long as that saves more. */
  static BitSet fill(Wanted wanted, BitSet[] closures, BitSet begun, int hours) {
    BitSet set = (BitSet) begun.clone();
    int left = hours - wanted.hours(set);
    while (true) {
      BitSet next = null;
      double rate = 0;
      for (int i = 0; i < closures.length; i++) {
        if (set.get(i) || wanted.hours()[i] > left) {
          continue;
        }
        BitSet more = closures[i];
        boolean isAlone = wanted.needs()[i].length == 0;
        if (!isAlone) {
          more = (BitSet) more.clone();
          more.andNot(set);
        }
        int takes = isAlone ? wanted.hours()[i] : wanted.hours(more);
        long worth = isAlone ? wanted.worth()[i] : wanted.worth(more);
        double its = worth / Math.max(0.5, takes);
        if (takes <= left && its > rate) {
          rate = its;
          next = more;
        }
      }
      if (next == null) {
        return set;
      }
      left -= wanted.hours(next);
      set.or(next);
    }
  }
}
