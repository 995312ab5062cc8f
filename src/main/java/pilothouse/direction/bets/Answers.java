package pilothouse.direction.bets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was said to a rubric, by the keys of its criteria, as it was typed; what nobody said is not
 * in it.
 */
record Answers(Map<String, String> said) {
  static final String URGENCY = "urgency";
  static final String WEEKS = "urgency_weeks";

  Answers {
    said = Map.copyOf(said);
  }

  Optional<Range> range(String key) {
    return Range.parse(said.getOrDefault(key, ""));
  }

  /** How the cost of waiting falls over the weeks: linear where nothing is said. */
  Urgency urgency() {
    return Urgency.of(said.getOrDefault(URGENCY, "")).orElse(Urgency.LINEAR);
  }

  /** The same with another most likely answer, its ends moved no further than they must. */
  Answers with(String key, double likely) {
    Range was = range(key).orElseThrow();
    Range moved = new Range(Math.min(was.low(), likely), likely, Math.max(was.high(), likely));
    Map<String, String> all = new TreeMap<>(said);
    all.put(key, moved.text());
    return new Answers(all);
  }

  /** The keys that nobody said anything to. */
  List<String> missing(Rubric rubric) {
    List<String> missing =
        new ArrayList<>(
            rubric.criteria().stream()
                .map(Criterion::key)
                .filter(key -> range(key).isEmpty())
                .toList());
    boolean dated = rubric.method() == Method.DELAY && urgency() != Urgency.LINEAR;
    if (dated && range(WEEKS).isEmpty()) {
      missing.add(WEEKS);
    }
    return missing;
  }
}
