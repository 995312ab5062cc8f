package pilothouse.evidence.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was told at once, looked at before anything is written.
 *
 * @param kinds what can be kept, by its form
 * @param taken how many of it
 */
record Heard(Map<Form<?>, List<Fact>> kinds, int taken, List<Refusal> refused) {
  static Heard of(Collection<? extends Fact> facts, Instant now) {
    Map<Form<?>, List<Fact>> kinds = new LinkedHashMap<>();
    List<Refusal> refused = new ArrayList<>();
    for (Fact fact : facts) {
      Form<Fact> form = Forms.of(fact);
      Refusal refusal = Doubts.about(form, fact, now);
      if (refusal == null) {
        kinds.computeIfAbsent(form, kind -> new ArrayList<>()).add(fact);
      } else {
        refused.add(refusal);
      }
    }
    return new Heard(kinds, facts.size() - refused.size(), refused);
  }

  /** The receipt, when so many of them were new. */
  Receipt receipt(long added) {
    return new Receipt(taken + refused.size(), added, taken - added, refused);
  }
}
