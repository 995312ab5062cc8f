package pilothouse.findings;

import java.util.ArrayList;
import java.util.HashMap;
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

  public Needs {
    mine = List.copyOf(mine);
    others = List.copyOf(others);
    later = List.copyOf(later);
  }

  /** A finding that somebody wants to see again later. */
  public record Later(Finding finding, Snooze snooze) {}

  static Needs of(Caller caller, List<Finding> all, Snoozed snoozed) {
    Sight sight = new Sight(caller);
    List<Finding> mine = new ArrayList<>();
    List<Finding> others = new ArrayList<>();
    List<Later> later = new ArrayList<>();
    Set<String> told = new HashSet<>();
    List<Finding> open = new ArrayList<>();
    for (Finding finding : all) {
      Snooze snooze = sight.sees(finding) ? snoozed.of(finding) : null;
      if (snooze != null) {
        later.add(new Later(finding, snooze));
        // What one put off of a promise of one's own is not told again from another side.
        told.add(sight.owes(finding) ? finding.once() : "");
      } else if (sight.sees(finding)) {
        open.add(finding);
      }
    }
    open.stream().filter(sight::isFor).filter(one -> isFirst(told, one)).forEach(mine::add);
    open.stream()
        .filter(one -> !sight.isFor(one))
        .filter(one -> isFirst(told, one))
        .forEach(others::add);
    return new Needs(mine, others, later);
  }

  /** A thing that is told of once: what is mine before what is for others. */
  private static boolean isFirst(Set<String> told, Finding finding) {
    return finding.once().isEmpty() || told.add(finding.once());
  }

  /** What one may see, owes and leads; each place is asked for once. */
  private record Sight(
      Caller caller, Set<String> selves, Map<Where, Boolean> seen, Map<Where, Boolean> led) {
    Sight(Caller caller) {
      this(caller, caller.selves(), new HashMap<>(), new HashMap<>());
    }

    boolean owes(Finding one) {
      return caller instanceof Caller.OnlyYou || selves.contains(one.whom());
    }

    boolean sees(Finding one) {
      return owes(one) || seen.computeIfAbsent(one.place(), caller::sees);
    }

    boolean isFor(Finding one) {
      return owes(one) || (one.whom().isEmpty() && leads(one.place()));
    }

    private boolean leads(Where place) {
      return led.computeIfAbsent(place, where -> caller.may(Permission.CHANGE, where));
    }
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
