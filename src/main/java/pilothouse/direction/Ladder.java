package pilothouse.direction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/**
 * The map as somebody may see it: what stands on it, and which moves which.
 *
 * @param rungs by how beliefs name them, those of the top first
 * @param up the beliefs that lead up from each end
 */
record Ladder(Map<String, Rung> rungs, Map<String, List<Belief>> up) {
  static final int WORK = 3;

  /**
   * A thing on the map.
   *
   * @param level 0 for the business, 1 for the product, 2 for a system, 3 for work
   */
  public record Rung(
      String end, int level, String title, String address, boolean isOutcome, String gauge) {}

  /** A way up from a piece of work; no steps where there is none. */
  public record Walk(List<Belief> steps, boolean reachesBusiness) {
    static final Walk NONE = new Walk(List.of(), false);

    public boolean isThere() {
      return !steps.isEmpty();
    }
  }

  static Ladder of(
      Collection<Outcome> outcomes,
      List<Measure> measures,
      List<Belief> beliefs,
      Predicate<Where> sees) {
    Map<String, Rung> rungs = new LinkedHashMap<>();
    outcomes.stream()
        .filter(one -> sees.test(one.place()))
        .forEach(one -> rungs.put(one.subject(), rung(one)));
    measures.stream()
        .filter(one -> sees.test(one.place()))
        .forEach(one ->
            rungs.put(
                one.end(),
                new Rung(
                    one.end(),
                    Measure.LEVELS.indexOf(one.level()),
                    one.title(),
                    "/map#" + one.end().replace(':', '-'),
                    false,
                    one.gauge())));
    Map<String, List<Belief>> up = new HashMap<>();
    List<Belief> all = new ArrayList<>(beliefs);
    outcomes.stream().filter(one -> !one.serves().isEmpty()).map(Ladder::serving).forEach(all::add);
    for (Belief belief : all) {
      boolean known = rungs.containsKey(belief.lower());
      if (rungs.containsKey(belief.upper()) && (known || End.isWork(belief.lower()))) {
        rungs.computeIfAbsent(belief.lower(), Ladder::work);
        up.computeIfAbsent(belief.lower(), _ -> new ArrayList<>()).add(belief);
      }
    }
    return new Ladder(rungs, up);
  }

  private static Rung rung(Outcome one) {
    boolean system =
        one.place().kind() == Where.Kind.SYSTEM || one.place().kind() == Where.Kind.REPOSITORY;
    int level = one.isBusiness() ? 0 : system ? 2 : 1;
    return new Rung(one.subject(), level, one.title(), one.address(), true, "");
  }

  private static Rung work(String end) {
    String address = End.name(end);
    boolean isAddress = end.startsWith(End.WORK) && address.matches("https?://.*");
    return new Rung(end, WORK, called(end), isAddress ? address : "", false, "");
  }

  /** What a piece of work is called. */
  static String called(String end) {
    String sort = end.substring(0, end.indexOf(':'));
    return Texts.say("direction.end." + sort, End.name(end));
  }

  /** That an outcome is for another one is a belief, too. */
  private static Belief serving(Outcome one) {
    String says = one.why().isEmpty() ? Texts.say("direction.ladder.serves") : one.why();
    return new Belief(
        "", one.subject(), End.OUTCOME + one.serves(), one.place(), says, one.at(), one.by());
  }

  /** All beliefs that are shown, those of one end together. */
  List<Belief> beliefs() {
    return rungs.keySet().stream()
        .flatMap(end -> up.getOrDefault(end, List.of()).stream())
        .toList();
  }

  /** Whether the upper leads to the lower already, so that a belief would go in a circle. */
  boolean goesRound(String lower, String upper) {
    Set<String> seen = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of(upper));
    while (!next.isEmpty()) {
      String end = next.pop();
      if (end.equals(lower)) {
        return true;
      }
      if (seen.add(end)) {
        up.getOrDefault(end, List.of()).forEach(belief -> next.push(belief.upper()));
      }
    }
    return false;
  }

  /**
   * The shortest way up from any of these ends to the business; where none leads there, to the
   * nearest outcome.
   */
  Walk walk(Set<String> starts) {
    Map<String, @Nullable Belief> by = new LinkedHashMap<>();
    Deque<String> next = new ArrayDeque<>();
    for (String start : starts) {
      by.put(start, null);
      next.add(start);
    }
    String outcome = "";
    while (!next.isEmpty()) {
      String end = next.remove();
      Rung rung = rungs.get(end);
      if (rung != null && rung.level() == 0) {
        return new Walk(steps(by, end), true);
      }
      if (rung != null && rung.isOutcome() && outcome.isEmpty()) {
        outcome = end;
      }
      for (Belief belief : up.getOrDefault(end, List.of())) {
        if (!by.containsKey(belief.upper())) {
          by.put(belief.upper(), belief);
          next.add(belief.upper());
        }
      }
    }
    return outcome.isEmpty() ? Walk.NONE : new Walk(steps(by, outcome), false);
  }

  private static List<Belief> steps(Map<String, @Nullable Belief> by, String end) {
    List<Belief> steps = new ArrayList<>();
    for (Belief belief = by.get(end); belief != null; belief = by.get(belief.lower())) {
      steps.addFirst(belief);
    }
    return steps;
  }

  Rung rung(String end) {
    return Objects.requireNonNullElseGet(rungs.get(end), () -> work(end));
  }
}
