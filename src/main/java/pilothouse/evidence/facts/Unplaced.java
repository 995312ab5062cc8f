package pilothouse.evidence.facts;

import java.util.List;

/** What was told without naming a system, so that it counts nowhere. */
public record Unplaced(List<Kind> kinds) {
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

  /** How many things there are. */
  public long count() {
    return kinds.stream().mapToLong(Kind::count).sum();
  }
}
