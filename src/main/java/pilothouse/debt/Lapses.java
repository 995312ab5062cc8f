package pilothouse.debt;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pilothouse.web.Caller;

/** What became debt by itself, and whether it is in the register. */
record Lapses(Standings standings) {
  private static final Set<String> KINDS = Set.of("standard", "spike", "flag");

  /** What is not in the register yet and may be seen. */
  List<Lapse> open(Caller caller) {
    List<Lapse> told =
        standings.ledger().lapses().get().stream().filter(one -> caller.sees(one.place())).toList();
    Map<String, Item> known = told.isEmpty() ? Map.of() : known();
    return told.stream().filter(one -> !known.containsKey(mark(one.kind(), one.key()))).toList();
  }

  private static String mark(String kind, String key) {
    return kind + " " + key;
  }

  /** The items that came in so, by what they are. */
  private Map<String, Item> known() {
    Map<String, Item> known = new HashMap<>();
    for (Item item : standings.today().kept().all()) {
      for (Sighting seen : item.seen()) {
        if (KINDS.contains(seen.kind())) {
          known.put(mark(seen.kind(), seen.mark()), item);
        }
      }
    }
    return known;
  }

  /** The one of a kind and a key; empty where the caller may not see it. */
  Optional<Lapse> find(String kind, String key, Caller caller) {
    return standings.ledger().lapses().get().stream()
        .filter(one -> one.kind().equals(kind) && one.key().equals(key))
        .filter(one -> caller.sees(one.place()))
        .findFirst();
  }

  /** The item that it became. */
  Optional<Item> item(Lapse lapse) {
    return item(lapse.kind(), lapse.key());
  }

  /** The item that something of a kind and a key became. */
  Optional<Item> item(String kind, String key) {
    return Optional.ofNullable(known().get(mark(kind, key)));
  }
}
