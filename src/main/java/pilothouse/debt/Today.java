package pilothouse.debt;

import java.time.LocalDate;
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
 * @param serial another one whenever anything differs
 * @param ranked all of them in the usual order
 * @param repositories that any of them lies in
 */
record Today(
    Kept kept,
    LocalDate day,
    long meters,
    long serial,
    List<Standing> ranked,
    Map<Integer, Standing> byNumber,
    List<String> repositories) {
  Rules rules() {
    return kept.rules();
  }

  Stream<Standing> seen(Caller caller) {
    return ranked.stream().filter(one -> caller.sees(one.item().place()));
  }

  Optional<Standing> find(String named) {
    return kept.find(named).map(Item::number).map(byNumber::get);
  }
}
