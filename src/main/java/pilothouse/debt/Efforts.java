package pilothouse.debt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.debt.interest.Choosing;
import pilothouse.debt.interest.Quadrant;
import pilothouse.debt.interest.Wish;

/** What items take and what they save in half a year, as choices are made of them. */
final class Efforts {
  private static final int WEEKS = 26;

  private Efforts() {}

  private static @Nullable Double effort(Standing one) {
    Hours price = one.worth().principal();
    return price == null ? null : (Double) price.middle();
  }

  private static @Nullable Double saving(Standing one) {
    Hours cost = one.worth().counted();
    return cost == null ? null : (Double) (cost.middle() * WEEKS);
  }

  static List<Wish> wishes(List<Standing> all) {
    return all.stream()
        .map(one -> {
          Double effort = effort(one);
          boolean fits = effort != null && effort <= Choosing.HOURS;
          Integer hours = fits && effort != null ? (Integer) (int) Math.ceil(effort) : null;
          List<String> needs =
              one.item().words().requires().stream().map(number -> "TD-" + number).toList();
          return new Wish(one.item().name(), hours, saving(one), needs);
        })
        .toList();
  }

  static Map<Quadrant, List<Standing>> quadrants(List<Standing> all) {
    Map<Quadrant, List<Standing>> found = new LinkedHashMap<>();
    for (Quadrant quadrant : Quadrant.values()) {
      found.put(quadrant, new ArrayList<>());
    }
    List<Quadrant.Item> items =
        all.stream()
            .map(one -> new Quadrant.Item(one.item().name(), effort(one), saving(one)))
            .toList();
    Quadrant.Limits limits = Quadrant.Limits.medians(items);
    Map<String, Quadrant> placed = limits == null ? Map.of() : Quadrant.place(items, limits);
    for (Standing one : all) {
      Quadrant quadrant = placed.getOrDefault(one.item().name(), Quadrant.UNKNOWN);
      found.computeIfAbsent(quadrant, _ -> new ArrayList<>()).add(one);
    }
    return found;
  }
}
