package pilothouse.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How deep the systems of a file lie in one another: a whole is taken before its parts. */
final class Parts {
  private static final int DEEPEST = 20;
  private final Map<String, String> wholes = new HashMap<>();

  private Parts() {}

  static Parts of(List<Item> items) {
    Parts parts = new Parts();
    for (Item item : items) {
      if (item instanceof Item.OfSystem system) {
        String whole = system.draft().fields().getOrDefault("part_of", "");
        parts.wholes.merge(system.draft().name(), whole, (one, two) -> two.isEmpty() ? one : two);
      }
    }
    return parts;
  }

  int depth(Item item) {
    int depth = 0;
    if (item instanceof Item.OfSystem system) {
      String whole = wholes.getOrDefault(system.draft().name(), "");
      while (!whole.isEmpty() && depth < DEEPEST) {
        depth++;
        whole = wholes.getOrDefault(whole, "");
      }
    }
    return depth;
  }
}
