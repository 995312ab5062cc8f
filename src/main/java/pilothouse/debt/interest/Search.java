package pilothouse.debt.interest;

import java.util.BitSet;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Where something needs several others, all but one of them are left aside and the best choice is
 * found: nothing can be better. Where that choice lacks something that was left aside, it is looked
 * at once with it in and once with it out, the most promising first, until nothing better is left
 * or so much was looked at.
 */
final class Search {
  /** Steps in all: well below a second. */
  private static final long STEPS = 250_000_000;

  private final Wanted wanted;
  private final BitSet[] closures;
  private final Forest forest;
  private final int grain;
  private final int units;
  private BitSet best;

  private Search(Wanted wanted, int hours) {
    this.wanted = wanted;
    this.closures = wanted.closures();
    this.forest = Forest.of(wanted, closures);
    this.grain = wanted.grain();
    long all = 0;
    for (int one : wanted.hours()) {
      all += one;
    }
    this.units = (int) Math.min(hours, all) / grain;
    this.best = Greedy.fill(wanted, closures, new BitSet(), units * grain);
  }

  /** What is chosen, and what nothing is worth more than. */
  record Found(BitSet set, long bound) {}

  /** What is still to be looked at: what must be in, what must be out, and the best of that. */
  private record Node(BitSet in, BitSet out, Forest.Found relaxed) {}

  static Found of(Wanted wanted, int hours) {
    return new Search(wanted, hours).found();
  }

  private Found found() {
    if (wanted.size() == 0) {
      return new Found(best, 0);
    }
    PriorityQueue<Node> open =
        new PriorityQueue<>(
            Comparator.<Node>comparingLong(node -> node.relaxed.worth()).reversed());
    long each = (long) wanted.size() * (units + 1);
    long left = Math.max(each, STEPS);
    push(open, new BitSet(), new BitSet());
    left -= each;
    while (!open.isEmpty() && open.peek().relaxed.worth() > wanted.worth(best)) {
      if (left < 2 * each) {
        return new Found(best, open.peek().relaxed.worth());
      }
      Node node = open.remove();
      int lacking = lacking(node.relaxed.set());
      BitSet in = (BitSet) node.in.clone();
      in.or(closures[lacking]);
      push(open, in, node.out);
      BitSet out = (BitSet) node.out.clone();
      for (int i = lacking; i < wanted.size(); i++) {
        out.set(i, out.get(i) || closures[i].get(lacking));
      }
      push(open, node.in, out);
      left -= 2 * each;
    }
    return new Found(best, wanted.worth(best));
  }

  private void push(PriorityQueue<Node> open, BitSet in, BitSet out) {
    if (in.intersects(out)) {
      return;
    }
    Forest.Found relaxed = forest.best(units, grain, in, out);
    if (!relaxed.isPossible()) {
      return;
    }
    BitSet whole = new BitSet();
    relaxed.set().stream().filter(i -> isWhole(i, relaxed.set())).forEach(whole::set);
    BitSet filled = Greedy.fill(wanted, closures, whole, units * grain);
    best = wanted.worth(filled) > wanted.worth(best) ? filled : best;
    if (whole.cardinality() < relaxed.set().cardinality() && relaxed.worth() > wanted.worth(best)) {
      open.add(new Node(in, out, relaxed));
    }
  }

  private boolean isWhole(int wish, BitSet set) {
    BitSet lacks = (BitSet) closures[wish].clone();
    lacks.andNot(set);
    return lacks.isEmpty();
  }

  /** What most of the chosen ones lack. */
  private int lacking(BitSet set) {
    int[] wanting = new int[wanted.size()];
    set.stream()
        .forEach(i -> {
          BitSet lacks = (BitSet) closures[i].clone();
          lacks.andNot(set);
          lacks.stream().forEach(lack -> wanting[lack]++);
        });
    int most = 0;
    for (int i = 0; i < wanting.length; i++) {
      most = wanting[i] > wanting[most] ? i : most;
    }
    return most;
  }
}
