package pilothouse.debt;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * With how much of what was measured items count in sums, since changes that several of them have
 * count once; kept while the same items are asked for.
 */
final class Portions {
  private static final int KEPT = 50;
  private final Map<Asked, double[]> known = new HashMap<>();

  /** Places of items in the half year until a day. */
  private record Asked(LocalDate end, List<List<Spot>> spots) {}

  synchronized void clear() {
    known.clear();
  }

  /** The shares of items whose cost stands on changes, by their numbers. */
  synchronized Map<Integer, Double> of(Ledger ledger, LocalDate end, List<Item> items) {
    if (items.size() < 2) {
      return Map.of();
    }
    if (known.size() >= KEPT) {
      known.clear();
    }
    Asked asked = new Asked(end, items.stream().map(item -> item.words().spots()).toList());
    double[] shares = known.computeIfAbsent(asked, _ -> measured(ledger, end, items));
    Map<Integer, Double> byNumber = new HashMap<>();
    for (int i = 0; i < shares.length; i++) {
      byNumber.put(items.get(i).number(), shares[i]);
    }
    return byNumber;
  }

  private static double[] measured(Ledger ledger, LocalDate end, List<Item> items) {
    return ledger
        .meters()
        .meter()
        .shares(
            items.stream().map(item -> Measuring.asked(ledger.meters(), item)).toList(),
            Measuring.window(ledger, end));
  }

  /** How many of the items lie in the same changes as one of them. */
  static int beside(Ledger ledger, Item one, List<Item> items) {
    return ledger
        .meters()
        .meter()
        .beside(
            Measuring.asked(ledger.meters(), one),
            items.stream().map(item -> Measuring.asked(ledger.meters(), item)).toList(),
            Measuring.window(ledger));
  }
}
