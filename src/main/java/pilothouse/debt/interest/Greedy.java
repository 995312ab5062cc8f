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
        if (set.get(i)) {
          continue;
        }
        BitSet more = (BitSet) closures[i].clone();
        more.andNot(set);
        int takes = wanted.hours(more);
        double its = wanted.worth(more) / Math.max(0.5, takes);
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
