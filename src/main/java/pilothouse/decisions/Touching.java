package pilothouse.decisions;

import java.util.List;
import java.util.function.Predicate;

/**
 * The open work that a rule touches: the first ones by name, and how many besides.
 *
 * @param more how many besides
 */
record Touching(List<Ground.Open> first, int more) {
  /** So many are named. */
  static final int NAMED = 12;

  /** Of that place, what somebody may see. */
  static Touching of(Docket docket, Rule rule, Predicate<Ground.Open> seen) {
    List<Ground.Open> all =
        docket.ground().open(rule.decision().place()).stream()
            .filter(one -> rule.touches(one.kind()))
            .filter(seen)
            .toList();
    return new Touching(all.stream().limit(NAMED).toList(), Math.max(0, all.size() - NAMED));
  }

  int all() {
    return first.size() + more;
  }
}
