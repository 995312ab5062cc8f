package pilothouse.evidence.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pilothouse.storage.Storage;

/** All things of one kind at one moment, merged, by the place where they belong. */
record Stock<F extends Fact>(Form<F> form, Map<Place, List<F>> things) {

  static <F extends Fact> Stock<F> load(Storage storage, Form<F> form) {
    Map<String, List<F>> said = new HashMap<>();
    storage.read(rows -> {
      rows.createQuery("select %s from %s".formatted(RowIn.columns(form), form.table()))
          .map((row, context) -> new RowIn(row).fact(form))
          .forEach(fact -> said.computeIfAbsent(fact.key(), key -> new ArrayList<>()).add(fact));
      return true;
    });
    Map<Place, List<F>> things = new HashMap<>();
    for (List<F> alike : said.values()) {
      F thing = Merge.of(alike);
      things.computeIfAbsent(form.place().apply(thing), place -> new ArrayList<>()).add(thing);
    }
    things.values().forEach(list -> list.sort(form.order()));
    return new Stock<>(form, things);
  }

  Set<Place> places() {
    return things.keySet();
  }

  long count(Place place) {
    return at(place).size();
  }

  List<F> at(Place place) {
    return things.getOrDefault(place, List.of());
  }
}
