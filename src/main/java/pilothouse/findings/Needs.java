package pilothouse.findings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Where;

/**
 * What asks for somebody: what that one owes, and what is of places that one leads; who leads none
 * is shown what is of places that one sees.
 *
 * @param mine the most urgent first
 * @param others what is for others, of places that one sees
 * @param later what was put off, with who did it and why
 */
public record Needs(List<Finding> mine, List<Finding> others, List<Later> later) {
  /** How many stand on the first page. */
  public static final int MOST = 7;

  /** What is said of one promise to whoever owes it and to those above. */
  private static final Set<String> DUE =
      Set.of("promise-due", "promise-overdue", "promise-escalated");

  public Needs {
    mine = List.copyOf(mine);
    others = List.copyOf(others);
    later = List.copyOf(later);
  }

  /** A finding that somebody wants to see again later. */
  public record Later(Finding finding, Snooze snooze) {}

  static Needs of(Caller caller, List<Finding> all, Map<String, Snooze> snoozed) {
    Set<String> selves = caller.selves();
    boolean alone = caller instanceof Caller.OnlyYou;
    List<Finding> mine = new ArrayList<>();
    List<Finding> others = new ArrayList<>();
    List<Later> later = new ArrayList<>();
    Set<String> pages = new HashSet<>();
    for (Finding finding : all) {
      boolean owes = selves.contains(finding.whom());
      if (!owes && !caller.sees(finding.place())) {
        continue;
      }
      Snooze snooze = snoozed.get(Snooze.hash(finding));
      if (snooze != null) {
        later.add(new Later(finding, snooze));
      } else if (alone || owes || leads(caller, finding)) {
        // A promise that is mine and of a place that I lead is said once.
        if (!DUE.contains(finding.kind()) || pages.add(finding.page())) {
          mine.add(finding);
        }
      } else {
        others.add(finding);
      }
    }
    return new Needs(mine, others, later);
  }

  private static boolean leads(Caller caller, Finding finding) {
    return finding.whom().isEmpty() && caller.may(Permission.CHANGE, finding.place());
  }

  /** Those of some places alone; of all where none is named. */
  public Needs at(Set<Where> places) {
    return places.isEmpty()
        ? this
        : new Needs(
            mine.stream().filter(one -> places.contains(one.place())).toList(),
            others.stream().filter(one -> places.contains(one.place())).toList(),
            later.stream().filter(one -> places.contains(one.finding().place())).toList());
  }

  /** The first few; for who owes and leads nothing, of what is for whoever leads the place. */
  public List<Finding> first() {
    List<Finding> from =
        mine.isEmpty() ? others.stream().filter(one -> one.whom().isEmpty()).toList() : mine;
    return from.stream().limit(MOST).toList();
  }

  /** How many there are of what the first few come from. */
  public int count() {
    return mine.isEmpty()
        ? (int) others.stream().filter(one -> one.whom().isEmpty()).count()
        : mine.size();
  }
}
