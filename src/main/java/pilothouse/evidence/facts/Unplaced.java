package pilothouse.evidence.facts;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was told without naming a system, so that it counts nowhere. */
public record Unplaced(List<Kind> kinds) {
  private static final int SHOWN = 3;

  public Unplaced {
    kinds = kinds.stream().filter(kind -> kind.count() > 0).toList();
  }

  /**
   * Things of one kind.
   *
   * @param what in the singular, in words
   * @param why they have no place
   */
  public record Kind(String what, String why, long count) {}

  /**
   * Things that are called by names of which no system is known.
   *
   * @param called how many by each; may be none
   */
  static Kind called(String what, Map<String, Integer> called) {
    long count = called.values().stream().mapToLong(Integer::longValue).sum();
    String some =
        called.entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(SHOWN)
            .map(Map.Entry::getKey)
            .collect(Collectors.joining("” or “", "“", "”"));
    String more =
        called.size() > SHOWN ? " or one of %d more".formatted(called.size() - SHOWN) : "";
    return new Kind(
        what, "names %s%s, which no rule and no system is called".formatted(some, more), count);
  }

  /** How many things there are. */
  public long count() {
    return kinds.stream().mapToLong(Kind::count).sum();
  }
}
