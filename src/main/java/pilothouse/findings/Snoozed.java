package pilothouse.findings;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is put off now.
 *
 * @param all by what stands for each finding
 * @param about the kinds and things of them: whatever is of none of these need not be looked up
 */
record Snoozed(Map<String, Snooze> all, Set<String> about) {

  static Snoozed of(Map<String, Snooze> all) {
    Set<String> about = new HashSet<>();
    all.values().forEach(one -> about.add(about(one.kind(), Finding.thing(one.page()))));
    return new Snoozed(all, about);
  }

  private static String about(String kind, String thing) {
    return kind + " " + thing;
  }

  /** Who put that one off, and why; null where nobody did. */
  @Nullable Snooze of(Finding one) {
    return !about.isEmpty() && about.contains(about(one.kind(), one.thing()))
        ? all.get(Snooze.hash(one))
        : null;
  }
}
