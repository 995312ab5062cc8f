package pilothouse.debt.interest;

import java.util.List;

/**
 * What to pay back with the hours that there are.
 *
 * @param keys what is chosen, prerequisites first
 * @param hours that these take
 * @param saving that they bring
 * @param exact whether it is proven that nothing saves more
 * @param bound that no choice saves more than; the saving itself where it is exact
 * @param unknown what could not be chosen, because its hours or those of what it needs are unknown
 */
public record Choice(
    List<String> keys,
    int hours,
    double saving,
    boolean exact,
    double bound,
    List<String> unknown) {
  public Choice {
    keys = List.copyOf(keys);
    unknown = List.copyOf(unknown);
  }

  /**
   * What more hours would buy.
   *
   * @param saving above that of the choice
   * @param in what would be chosen then and is not now
   * @param out what is chosen now and would not be then
   */
  public record More(double saving, List<String> in, List<String> out) {}

  /** What the other choice, made of the same wishes with more hours, has above this one. */
  public More to(Choice other) {
    return new More(
        Math.max(0, other.saving - saving),
        other.keys.stream().filter(key -> !keys.contains(key)).toList(),
        keys.stream().filter(key -> !other.keys.contains(key)).toList());
  }
}
