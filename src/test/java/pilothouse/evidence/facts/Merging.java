package pilothouse.evidence.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

/** What is known from deliveries, and that their order and repetition do not matter. */
public final class Merging {
  private static final int ORDERS = 50;

  private Merging() {}

  /** The things that facts speak of, by kind and key. */
  public static Map<String, Fact> known(List<? extends Fact> facts) {
    Map<String, List<Fact>> said = new LinkedHashMap<>();
    for (Fact fact : facts) {
      said.computeIfAbsent(
              fact.getClass().getSimpleName() + ' ' + fact.key(), _ -> new ArrayList<>())
          .add(fact);
    }
    Map<String, Fact> known = new TreeMap<>();
    said.forEach((name, all) -> known.put(name, Merge.of(all)));
    return known;
  }

  /** Reads the deliveries in many orders, some twice; gives what is known each time. */
  public static <D> Map<String, Fact> known(
      List<D> deliveries, Function<D, ? extends List<? extends Fact>> source) {
    Map<String, Fact> first = read(deliveries, source);
    Random random = new Random(20_260_501);
    for (int i = 0; i < ORDERS; i++) {
      List<D> shuffled = new ArrayList<>(deliveries);
      for (D delivery : deliveries) {
        if (random.nextBoolean()) {
          shuffled.add(delivery);
        }
      }
      Collections.shuffle(shuffled, random);
      assertEquals(first, read(shuffled, source), () -> "in the order " + shuffled);
    }
    return first;
  }

  private static <D> Map<String, Fact> read(
      List<D> deliveries, Function<D, ? extends List<? extends Fact>> source) {
    List<Fact> facts = new ArrayList<>();
    deliveries.forEach(delivery -> facts.addAll(source.apply(delivery)));
    return known(facts);
  }
}
