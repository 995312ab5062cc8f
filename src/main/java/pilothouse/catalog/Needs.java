package pilothouse.catalog;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Said;
import pilothouse.systems.Circle;
import pilothouse.systems.Declared;
import pilothouse.systems.Edge;
import pilothouse.text.Texts;
import pilothouse.web.Refused;

/** What the systems of a file need: seen as a whole, for one line may lead back to another. */
final class Needs {
  private final Kept kept;
  private final Said said;
  private final Map<String, Set<String>> graph = new HashMap<>();
  private final IdentityHashMap<Item, Refused> circles = new IdentityHashMap<>();
  private @Nullable Set<String> known;

  Needs(Kept kept, Said said, List<Item> items) {
    this.kept = kept;
    this.said = said;
    if (items.stream().anyMatch(Needs::speaks)) {
      look(items);
    }
  }

  private static boolean speaks(Item item) {
    return item instanceof Item.OfSystem system
        && system.needs() != null
        && !system.needs().isEmpty();
  }

  /** What is known stands, but for systems of which the file says all that they need. */
  private void look(List<Item> items) {
    Set<String> told = new TreeSet<>();
    for (Item item : items) {
      if (said.byHand() && item instanceof Item.OfSystem system && system.needs() != null) {
        told.add(system.draft().name());
      }
    }
    for (Declared system : kept.catalogue().all()) {
      if (!told.contains(system.name())) {
        system.edges().stream()
            .filter(edge -> edge.kind() == Edge.Kind.NEEDS && edge.last() == null)
            .forEach(edge -> of(system.name()).add(edge.other()));
      }
    }
    for (Item item : items) {
      if (item instanceof Item.OfSystem system && system.needs() != null) {
        look(system, system.needs());
      }
    }
  }

  private void look(Item.OfSystem item, List<String> needs) {
    String name = item.draft().name();
    try {
      for (String need : needs) {
        Circle.refuse(name, need, here -> graph.getOrDefault(here, Set.of()));
      }
      of(name).addAll(needs);
    } catch (Refused round) {
      circles.put(item, round);
    }
  }

  private Set<String> of(String system) {
    return graph.computeIfAbsent(system, name -> new TreeSet<>());
  }

  /** Refuses a line by which things would go round. */
  void refuse(Item item) {
    Refused round = circles.get(item);
    if (round != null) {
      throw round;
    }
  }

  /**
   * Takes what a system needs, once all systems are known.
   *
   * @return whether anything is new
   */
  boolean take(Item.OfSystem item, LocalDate today, Tally receipt) {
    List<String> needs = item.needs();
    if (needs == null) {
      return false;
    }
    Set<String> wanted = new TreeSet<>(needs);
    for (String need : needs) {
      if (!known().contains(need)) {
        wanted.remove(need);
        receipt.note(Texts.say("catalog.needs.it-needs-which-nobody", item.where(), need));
      }
    }
    return kept.catalogue()
        .edges()
        .follow(Edge.Kind.NEEDS, item.draft().name(), List.copyOf(wanted), today, said)
        .changed();
  }

  private Set<String> known() {
    if (known == null) {
      known = new TreeSet<>();
      for (Declared system : kept.catalogue().all()) {
        known.add(system.name());
      }
    }
    return known;
  }
}
