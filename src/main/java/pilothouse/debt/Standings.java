package pilothouse.debt;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.debt.DebtShelf.Kept;
import pilothouse.debt.interest.Interest;
import pilothouse.promises.Owner;
import pilothouse.promises.Owners;
import pilothouse.web.Caller;

/** All items as they stand today, worked out anew only when a row or a day came. */
final class Standings {
  private final Supplier<Ledger> ledger;
  private final DebtShelf shelf = new DebtShelf();
  private final Traces traces = new Traces();
  private final Measuring measuring = new Measuring();
  private final AtomicLong made = new AtomicLong();
  private volatile @Nullable Today today;

  Standings(Supplier<Ledger> ledger) {
    this.ledger = ledger;
  }

  Ledger ledger() {
    return ledger.get();
  }

  Traces traces() {
    return traces;
  }

  Today today() {
    Ledger here = ledger.get();
    Kept kept = shelf.now(here.storage());
    LocalDate day = here.today();
    Today before = today;
    long meters = kept.isPlaced() ? here.meters().version() : 0;
    Teams teams = here.teams().get();
    boolean holds =
        before != null
            && before.kept().version().equals(kept.version())
            && before.day().equals(day)
            && before.meters() == meters
            && before.rates().teams().equals(teams);
    if (before == null || !holds) {
      before = worked(here, kept, day, meters, new Rates(kept.rules(), teams));
      today = before;
    }
    return before;
  }

  private Today worked(Ledger here, Kept kept, LocalDate day, long meters, Rates rates) {
    Map<Integer, Interest> measured = measuring.of(here, kept.all());
    List<Standing> alone =
        kept.all().stream()
            .map(item -> standing(here, item, rates, measured.get(item.number())))
            .toList();
    Map<Integer, Double> shares = measuring.shares(here, byChanges(alone));
    List<Standing> ranked =
        alone.stream()
            .map(one -> one.sharing(shares.getOrDefault(one.item().number(), 1.0)))
            .sorted(Standing.BY_RANK)
            .toList();
    Map<Integer, Standing> byNumber = new HashMap<>();
    ranked.forEach(one -> byNumber.put(one.item().number(), one));
    List<String> repositories =
        kept.all().stream()
            .flatMap(item -> item.words().spots().stream().map(Spot::repository))
            .distinct()
            .toList();
    return new Today(
        kept,
        day,
        meters,
        rates,
        made.incrementAndGet(),
        ranked,
        byNumber,
        repositories,
        new ConcurrentHashMap<>());
  }

  private Standing standing(Ledger here, Item item, Rates rates, @Nullable Interest measured) {
    State state = item.state();
    LocalDate due = item.due(rates.rules().window(item.words().severity()), here.zone());
    boolean isLate = state == State.OPEN && due.isBefore(here.today());
    Worth worth = Worth.of(item, item.words().interest(), rates, measured, here.now());
    return new Standing(item, state, worth, due, isLate, measuring.payback(here, item));
  }

  private static List<Item> byChanges(List<Standing> all) {
    return all.stream().filter(Standing::isByChanges).map(Standing::item).toList();
  }

  /** How many others lie in the same changes. */
  int beside(Standing one) {
    return Portions.beside(ledger.get(), one.item(), byChanges(today().ranked()));
  }

  /** The item of a number or a name, where the caller may see it. */
  Standing find(String named, Caller caller) {
    return today()
        .find(named)
        .filter(one -> caller.sees(one.item().place()))
        .orElseThrow(Ledger::gone);
  }

  /** The same of an item that was just changed. */
  Standing of(Item item) {
    return today().find(item.name()).orElseThrow(Ledger::gone);
  }

  /** The id of whoever is named; what was typed where nobody is meant. */
  String owner(String typed) {
    return ledger.get().promises().owners().find(typed).map(Owner::id).orElse(typed);
  }

  /** What an owner is called; empty for nobody. */
  String ownerName(String id) {
    Owners owners = ledger.get().promises().owners();
    return id.isEmpty() ? "" : owners.name(id);
  }

  /** What owners are called. */
  Map<String, String> ownerNames(Stream<Standing> all) {
    List<String> ids =
        all.map(one -> one.item().words().owner()).filter(id -> !id.isEmpty()).distinct().toList();
    return ledger.get().promises().owners().names(ids);
  }
}
