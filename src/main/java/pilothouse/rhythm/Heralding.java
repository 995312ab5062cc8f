package pilothouse.rhythm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Of one promise or one verdict a meeting is told once, whatever stands and happened of it. */
final class Heralding {
  private static final List<String> PAGES = List.of("/promises/", "/verdicts/");

  /** What a finding of the same thing says better: with its days, or with what was found. */
  private static final List<String> SAID_BY_A_FINDING =
      List.of("promise escalated", "promise reopened", "verdict came in");

  private Heralding() {}

  /**
   * What is told: what stands, then what happened, the last of each thing.
   *
   * @param findings what is new and what is gone among the findings
   * @param happened as the journal has it, the oldest first
   */
  static List<Minutes.Item> once(List<Minutes.Item> findings, List<Minutes.Item> happened) {
    Map<String, Minutes.Item> last = new LinkedHashMap<>();
    happened.forEach(one -> last.put(thing(one), one));
    List<Minutes.Item> told = new ArrayList<>();
    Set<String> things = new HashSet<>();
    for (Minutes.Item finding : findings) {
      Minutes.Item event = last.get(thing(finding));
      boolean says =
          event == null
              || (finding.change().equals("new") && SAID_BY_A_FINDING.contains(event.change()));
      if (says && things.add(thing(finding))) {
        told.add(finding);
        last.remove(thing(finding));
      }
    }
    told.addAll(last.values());
    return told;
  }

  /** What it is about: a page where that is of one thing, else the line itself. */
  private static String thing(Minutes.Item item) {
    boolean isOne = PAGES.stream().anyMatch(item.page()::startsWith);
    return isOne ? item.page() : item.key();
  }
}
