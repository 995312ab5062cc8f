package pilothouse.debt;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.debt.interest.Interest;

/**
 * What was measured at the ends of months, each over the half year before it. These lie behind, so
 * what is told of them late is measured once an hour at most.
 */
final class Months {
  private static final Duration FRESH = Duration.ofHours(1);
  private final Map<LocalDate, Map<List<Spot>, Interest>> known = new HashMap<>();
  private final Portions portions = new Portions();
  private long version = -1;
  private @Nullable Instant made;

  /** What is known of the places of some items at the end of a day. */
  synchronized Map<List<Spot>, Interest> of(Ledger ledger, LocalDate end, List<Item> items) {
    List<Item> placed = items.stream().filter(item -> !item.words().spots().isEmpty()).toList();
    if (placed.isEmpty()) {
      return Map.of();
    }
    Map<List<Spot>, Interest> there = known.computeIfAbsent(end, _ -> new HashMap<>());
    Measuring.add(there, ledger, placed, Measuring.window(ledger, end));
    return Map.copyOf(there);
  }

  /** With how much of it each counts in sums, of those whose cost stood on it. */
  Map<Integer, Double> shares(Ledger ledger, LocalDate end, List<Item> items) {
    return portions.of(ledger, end, items);
  }

  /** Another number whenever what was measured may differ. */
  synchronized long settle(Ledger ledger) {
    long is = ledger.meters().version();
    Instant now = ledger.now();
    Instant before = made;
    boolean isOld = before == null || now.isBefore(before) || now.isAfter(before.plus(FRESH));
    if (is != version && isOld) {
      known.clear();
      portions.clear();
      version = is;
      made = now;
    }
    return version;
  }
}
