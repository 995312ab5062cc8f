package pilothouse.debt.interest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Looks for things that need each other. */
final class Circles {
  private final Map<String, List<String>> needs = new TreeMap<>();
  private final Set<String> done = new HashSet<>();

  /** Those that are being looked at, from the one that needs to the one that is needed. */
  private final Deque<String> way = new ArrayDeque<>();

  static List<String> find(Collection<Wish> wishes) {
    Circles circles = new Circles();
    wishes.forEach(wish -> circles.needs.put(wish.key(), wish.needs()));
    for (String key : circles.needs.keySet()) {
      List<String> found = circles.from(key);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private List<String> from(String key) {
    if (done.contains(key) || !needs.containsKey(key)) {
      return List.of();
    }
    if (way.contains(key)) {
      List<String> circle = new ArrayList<>(way);
      return List.copyOf(circle.subList(circle.indexOf(key), circle.size()));
    }
    way.addLast(key);
    for (String need : needs.getOrDefault(key, List.of())) {
      List<String> found = from(need);
      if (!found.isEmpty()) {
        return found;
      }
    }
    way.removeLast();
    done.add(key);
    return List.of();
  }
}
