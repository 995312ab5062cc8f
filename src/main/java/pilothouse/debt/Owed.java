package pilothouse.debt;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** What an item cost at a moment. */
record Owed(Item item, Worth worth) {
  /** What counted most before, what nobody knows the cost of at last. */
  static final Comparator<Owed> DEAREST =
      Comparator.comparingDouble(Owed::most)
          .reversed()
          .thenComparingInt(one -> one.item().number());

  /** Hours a week that it counts with among all; null where nobody knows. */
  @Nullable Hours cost() {
    return worth.counted();
  }

  /** The same with money. */
  Purse purse() {
    Purse purse = new Purse();
    Hours cost = cost();
    if (cost != null) {
      purse.add(cost, worth.rate());
    }
    return purse;
  }

  /** The same, counting with a share of what was measured. */
  Owed sharing(double share) {
    return new Owed(item, worth.sharing(share));
  }

  private double most() {
    Hours cost = cost();
    return cost == null ? Double.NEGATIVE_INFINITY : cost.middle();
  }
}
