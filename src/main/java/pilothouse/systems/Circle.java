package pilothouse.systems;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import pilothouse.text.Texts;
import pilothouse.web.Refused;

/** Looks whether a dependency would lead back to where it begins. */
public final class Circle {
  private static final int LONGEST = 20;

  private Circle() {}

  /**
   * Refuses it where it does, with the way round.
   *
   * @param needs what each system needs
   */
  public static void refuse(
      String system, String other, Function<String, ? extends Collection<String>> needs) {
    Map<String, String> from = new HashMap<>(Map.of(other, system));
    Deque<String> open = new ArrayDeque<>(List.of(other));
    while (!open.isEmpty()) {
      String here = open.pop();
      if (here.equals(system)) {
        throw Refused.conflict(
            Texts.say("systems.circle.leads-back", system, other, way(from, system)),
            Texts.say("systems.circle.take-away"));
      }
      for (String next : needs.apply(here)) {
        if (from.putIfAbsent(next, here) == null) {
          open.push(next);
        }
      }
    }
  }

  private static String way(Map<String, String> from, String system) {
    Deque<String> words = new ArrayDeque<>(List.of(system));
    String here = from.getOrDefault(system, system);
    while (!here.equals(system) && words.size() < LONGEST) {
      words.push(here);
      here = from.getOrDefault(here, system);
    }
    words.push(system);
    return String.join(" → ", words);
  }
}
