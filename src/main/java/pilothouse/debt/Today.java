package pilothouse.debt;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pilothouse.debt.DebtShelf.Kept;
import pilothouse.web.Caller;

/**
 * The register on one day.
 *
 * @param meters the version of what was measured
 * @param rates what an hour costs where
 * @param serial another one whenever anything differs
 * @param ranked all of them in the usual order
 * @param repositories that any of them lies in
 * @param orders all of them as somebody asked for them already, by the word for that
 */
record Today(
    Kept kept,
    LocalDate day,
    long meters,
    Rates rates,
    long serial,
    List<Standing> ranked,
    Map<Integer, Standing> byNumber,
    List<String> repositories,
    Map<String, List<Standing>> orders) {
  Rules rules() {
    return kept.rules();
  }

  Stream<Standing> seen(Caller caller) {
    return ranked.stream().filter(one -> caller.sees(one.item().place()));
  }

  /** Those that the caller sees, in an order that is worked out once. */
  Stream<Standing> seen(Caller caller, String order, Comparator<Standing> by) {
    return orders.computeIfAbsent(order, _ -> ranked.stream().sorted(by).toList()).stream()
        .filter(one -> caller.sees(one.item().place()));
  }

  Optional<Standing> find(String named) {
    return kept.find(named).map(Item::number).map(byNumber::get);
  }
}
