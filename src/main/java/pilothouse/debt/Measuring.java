package pilothouse.debt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.debt.interest.Interest;
import pilothouse.debt.interest.Meter;
import pilothouse.debt.interest.Meters;
import pilothouse.debt.interest.Payback;
import pilothouse.debt.interest.Plot;
import pilothouse.metrics.Window;

/**
 * What changes to the places of items cost more, measured over half a year; kept while it holds.
 */
final class Measuring {
  static final int DAYS = 182;

  private final Map<List<Spot>, Interest> known = new HashMap<>();
  private final Map<Paid, Payback> paid = new HashMap<>();
  private final Portions portions = new Portions();
  private long version = -1;
  private @Nullable LocalDate day;

  /** Places that were mended, and what was kept of them then. */
  private record Paid(List<Spot> spots, Payback.Before before) {}

  /** Half a year until the end of today. */
  static Window window(Ledger ledger) {
    return window(ledger, ledger.today());
  }

  /** Half a year until the end of that day. */
  static Window window(Ledger ledger, LocalDate last) {
    LocalDate end = last.plusDays(1);
    return new Window(
        end.minusDays(DAYS).atStartOfDay(ledger.zone()).toInstant(),
        end.atStartOfDay(ledger.zone()).toInstant(),
        ledger.zone());
  }

  /** What is measured of the items that say where they are, by their numbers. */
  synchronized Map<Integer, Interest> of(Ledger ledger, List<Item> items) {
    List<Item> placed =
        items.stream()
            .filter(item -> item.state().isOwed() && !item.words().spots().isEmpty())
            .toList();
    if (placed.isEmpty()) {
      return Map.of();
    }
    settle(ledger);
    add(known, ledger, placed, window(ledger));
    Map<Integer, Interest> found = new HashMap<>();
    placed.forEach(item -> found.put(item.number(), known.get(item.words().spots())));
    return found;
  }

  /** With how much of it each counts in sums, of those whose cost stands on it. */
  synchronized Map<Integer, Double> shares(Ledger ledger, List<Item> items) {
    return portions.of(ledger, ledger.today(), items);
  }

  private void settle(Ledger ledger) {
    long is = ledger.meters().version();
    if (is != version || !ledger.today().equals(day)) {
      known.clear();
      paid.clear();
      portions.clear();
      version = is;
      day = ledger.today();
    }
  }

  /** Measures the places of which nothing is known yet. */
  static void add(
      Map<List<Spot>, Interest> known, Ledger ledger, List<Item> placed, Window window) {
    Map<List<Spot>, pilothouse.debt.interest.Item> asked = new LinkedHashMap<>();
    for (Item item : placed) {
      List<Spot> spots = item.words().spots();
      if (!known.containsKey(spots)) {
        asked.put(spots, asked(ledger.meters(), item));
      }
    }
    List<pilothouse.debt.interest.Item> all = List.copyOf(asked.values());
    if (!all.isEmpty()) {
      List<Interest> measured = ledger.meters().meter().measure(all, window);
      List<List<Spot>> keys = List.copyOf(asked.keySet());
      for (int i = 0; i < keys.size(); i++) {
        known.put(keys.get(i), measured.get(i).brief());
      }
    }
  }

  /** An item as the meter is asked for it. */
  static pilothouse.debt.interest.Item asked(Meters meters, Item item) {
    Map<String, List<String>> paths = new LinkedHashMap<>();
    for (Spot spot : item.words().spots()) {
      paths
          .computeIfAbsent(meters.repository(spot.repository()), _ -> new ArrayList<>())
          .add(spot.path());
    }
    List<Plot> plots = new ArrayList<>();
    paths.forEach((repository, all) -> plots.add(new Plot(repository, all)));
    return new pilothouse.debt.interest.Item(item.name(), plots);
  }

  /** What is kept of an item that is closed now; null where it does not say where it is. */
  static Payback.@Nullable Before before(Ledger ledger, Item item) {
    return item.words().spots().isEmpty()
        ? null
        : Payback.Before.of(
            ledger
                .meters()
                .meter()
                .measure(List.of(asked(ledger.meters(), item)), window(ledger))
                .getFirst(),
            ledger.now());
  }

  /** Whether mending an item paid, as far as one can tell; null where nothing was kept. */
  synchronized @Nullable Payback payback(Ledger ledger, Item item) {
    Payback.Before before =
        item.closing()
            .filter(turn -> turn.about().equals(Item.PAID))
            .map(Turn::before)
            .orElse(null);
    if (before == null) {
      return null;
    }
    settle(ledger);
    return paid.computeIfAbsent(
        new Paid(item.words().spots(), before), _ -> measured(ledger, item, before));
  }

  private static Payback measured(Ledger ledger, Item item, Payback.Before before) {
    Instant end = ledger.today().plusDays(1).atStartOfDay(ledger.zone()).toInstant();
    Window since = new Window(before.closedAt(), end, ledger.zone());
    Meter meter = ledger.meters().meter();
    List<Interest> now = meter.measure(List.of(asked(ledger.meters(), item)), since);
    return Payback.of(before, now.getFirst(), ledger.now());
  }
}
