package pilothouse.direction.roadmap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pilothouse.direction.bets.Around;
import pilothouse.direction.bets.Turn;
import pilothouse.journal.Named;
import pilothouse.web.Caller;

/** Who agreed to an item: what each function said last. */
final class Agreements {
  private Agreements() {}

  /** A line for each function that must agree, then for each other that said something. */
  static List<ItemTold.Agreement> of(
      Item item, List<Turn> oldestFirst, Around around, Caller caller) {
    Map<String, ItemTold.Agreement> last = new LinkedHashMap<>();
    item.functionsNamed()
        .forEach(function ->
            last.put(
                function, new ItemTold.Agreement(function, ItemShelf.UNSAID, "", "", "", false)));
    Set<String> alone = alone(oldestFirst);
    for (Turn turn : oldestFirst) {
      if (!turn.about().isEmpty()) {
        last.put(
            turn.about(),
            new ItemTold.Agreement(
                turn.about(),
                turn.kind(),
                turn.words(),
                around.time(turn.at()),
                Named.by(caller, item.where(), turn.byId(), turn.byName()),
                alone.size() > 1 && alone.contains(turn.about())));
      }
    }
    return List.copyOf(last.values());
  }

  /** What each function that said something said last. */
  private static Stream<Turn> last(List<Turn> oldestFirst) {
    return oldestFirst.stream()
        .filter(turn -> !turn.about().isEmpty())
        .collect(
            Collectors.toMap(Turn::about, turn -> turn, (_, later) -> later, LinkedHashMap::new))
        .values()
        .stream();
  }

  /** The functions that agreed while nobody signed in: by one hand, for all that is known. */
  private static Set<String> alone(List<Turn> oldestFirst) {
    return last(oldestFirst)
        .filter(turn -> turn.kind().equals(ItemShelf.AGREED))
        .filter(turn -> turn.byId().equals(Caller.onlyYou().id()))
        .map(Turn::about)
        .collect(Collectors.toSet());
  }

  /** Another function for which the same person agreed already; empty for none. */
  static Optional<String> already(List<Turn> oldestFirst, String function, Caller caller) {
    Set<String> same = Set.copyOf(List.of(caller.id(), caller.behind()));
    return last(oldestFirst)
        .filter(turn -> !turn.about().equals(function))
        .filter(turn -> turn.kind().equals(ItemShelf.AGREED) && same.contains(turn.byId()))
        .map(Turn::about)
        .findFirst();
  }

  /** Those that agree, or do not, with semicolons between. */
  static String named(List<ItemTold.Agreement> all, boolean agreed) {
    return all.stream()
        .filter(one -> one.isAgreed() == agreed)
        .map(ItemTold.Agreement::function)
        .collect(Collectors.joining("; "));
  }
}
