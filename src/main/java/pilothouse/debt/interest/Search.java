package pilothouse.debt.interest;

import java.util.BitSet;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Where something needs several others, all but one of them are left aside and the best choice is
 * found: nothing can be better. What is taken without what it needs pays a fine to that for as long
 * as this brings the best choice down [Fisher 1981]. Where that choice still lacks something, it is
 * looked at once with it in and once with it out, the most promising first, until nothing better is
 * left or so much was looked at.
 */
final class Search {
  /** Steps in all: well below a second. */
  private static final long STEPS = 150_000_000;

  private static final int FINES_FIRST = 40;
  private static final int FINES = 4;

  private final Wanted wanted;
  private final BitSet[] closures;
  private final Forest forest;
  private final int grain;
  private final int units;
  private BitSet best;
  private long left;

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
  private record Node(BitSet in, BitSet out, long[] fines, BitSet relaxed, long bound) {}

  static Found of(Wanted wanted, int hours) {
    return new Search(wanted, hours).found();
  }

  private Found found() {
    if (wanted.size() == 0) {
      return new Found(best, 0);
    }
    PriorityQueue<Node> open =
        new PriorityQueue<>(Comparator.comparingLong(Node::bound).reversed());
    long each = (long) wanted.size() * (units + 1);
    left = STEPS / each;
    push(open, new BitSet(), new BitSet(), new long[forest.aside().length], FINES_FIRST);
    while (!open.isEmpty() && open.peek().bound > wanted.worth(best)) {
      if (left <= 0) {
        return new Found(best, open.peek().bound);
      }
      Node node = open.remove();
      int lacking = undecided(node);
      BitSet in = (BitSet) node.in.clone();
      in.or(closures[lacking]);
      push(open, in, node.out, node.fines, FINES);
      BitSet out = (BitSet) node.out.clone();
      for (int i = lacking; i < wanted.size(); i++) {
        out.set(i, out.get(i) || closures[i].get(lacking));
      }
      push(open, node.in, out, node.fines, FINES);
    }
    return new Found(best, wanted.worth(best));
  }

  /**
   * Looks at the best that there may be, and keeps it where it may be better than what is known.
   */
  private void push(PriorityQueue<Node> open, BitSet in, BitSet out, long[] begun, int rounds) {
    if (in.intersects(out)) {
      return;
    }
    long[] fines = needed(begun, in, out);
    Node node = null;
    for (int round = 0; round < rounds; round++) {
      Forest.Found relaxed = forest.best(units, grain, worth(fines), in, out);
      left--;
      if (!relaxed.isPossible()) {
        return;
      }
      boolean isWhole = improve(relaxed.set());
      if (node == null || relaxed.worth() < node.bound) {
        node = new Node(in, out, fines, relaxed.set(), relaxed.worth());
      }
      if (node.bound <= wanted.worth(best)) {
        return;
      }
      if (left <= 0 || (isWhole && wanted.worth(relaxed.set()) == relaxed.worth())) {
        break;
      }
      fines = needed(fined(fines, relaxed), in, out);
    }
    if (node != null) {
      open.add(node);
    }
  }

  /** Whether the set has all that it needs; what of it has is filled up and kept if it is best. */
  private boolean improve(BitSet set) {
    BitSet whole = new BitSet();
    set.stream().filter(i -> isWhole(i, set)).forEach(whole::set);
    if (wanted.worth(set) > wanted.worth(best) || whole.equals(set)) {
      BitSet filled = Greedy.fill(wanted, closures, whole, units * grain);
      best = wanted.worth(filled) > wanted.worth(best) ? filled : best;
    }
    return whole.equals(set);
  }

  private long[] worth(long... fines) {
    long[] worth = wanted.worth().clone();
    for (int i = 0; i < fines.length; i++) {
      worth[forest.aside()[i][0]] -= fines[i];
      worth[forest.aside()[i][1]] += fines[i];
    }
    return worth;
  }

  private long[] fined(long[] fines, Forest.Found relaxed) {
    int wrong = 0;
    for (int[] pair : forest.aside()) {
      wrong += relaxed.set().get(pair[0]) == relaxed.set().get(pair[1]) ? 0 : 1;
    }
    double step = (double) (relaxed.worth() - wanted.worth(best)) / Math.max(1, wrong);
    long[] next = fines.clone();
    for (int i = 0; i < next.length; i++) {
      boolean needs = relaxed.set().get(forest.aside()[i][0]);
      boolean has = relaxed.set().get(forest.aside()[i][1]);
      long change = needs == has ? 0 : Math.round(needs ? step : -step);
      next[i] = Math.max(0, next[i] + change);
    }
    return next;
  }

  private boolean isWhole(int wish, BitSet set) {
    BitSet lacks = (BitSet) closures[wish].clone();
    lacks.andNot(set);
    return lacks.isEmpty();
  }

  /** No fine where nothing can be wrong any more. */
  private long[] needed(long[] fines, BitSet in, BitSet out) {
    long[] needed = fines.clone();
    for (int i = 0; i < needed.length; i++) {
      int[] pair = forest.aside()[i];
      needed[i] = out.get(pair[0]) || in.get(pair[1]) ? 0 : needed[i];
    }
    return needed;
  }

  /** What most of the chosen ones lack; where they lack nothing, what is fined most for nothing. */
  private int undecided(Node node) {
    int[] wanting = new int[wanted.size()];
    node.relaxed.stream()
        .forEach(i -> {
          BitSet lacks = (BitSet) closures[i].clone();
          lacks.andNot(node.relaxed);
          lacks.stream().forEach(lack -> wanting[lack]++);
        });
    int most = 0;
    for (int i = 0; i < wanting.length; i++) {
      most = wanting[i] > wanting[most] ? i : most;
    }
    return wanting[most] > 0 ? most : fined(node);
  }

  private int fined(Node node) {
    int most = -1;
    for (int i = 0; i < node.fines.length; i++) {
      int[] pair = forest.aside()[i];
      boolean isIdle = node.relaxed.get(pair[1]) && !node.relaxed.get(pair[0]);
      most = isIdle && node.fines[i] > (most < 0 ? 0 : node.fines[most]) ? i : most;
    }
    BitSet decided = (BitSet) node.in.clone();
    decided.or(node.out);
    return most < 0 ? decided.nextClearBit(0) : forest.aside()[most][0];
  }
}
