package pilothouse.debt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pilothouse.debt.DebtTold.Range;
import pilothouse.debt.interest.Payback;
import pilothouse.web.Caller;

/** Tells an item to a program. */
record DebtTelling(Standings standings, Caller caller) {
  /** What waiting costs is told for so many weeks from today. */
  static final List<Integer> WEEKS = List.of(4, 13, 26, 52);

  DebtTold told(Standing one) {
    Item item = one.item();
    Words words = item.words();
    Worth worth = one.worth();
    Turn deferral = item.deferral();
    return new DebtTold(
        item.id(),
        item.number(),
        item.place().text(),
        words.title(),
        words.says(),
        spots(item),
        words.nature().word(),
        words.effect().word(),
        words.severity().word(),
        one.state().word(),
        empty(standings.ownerName(words.owner())),
        words.origin(),
        outcome(words.outcome()),
        Range.of(worth.principal()),
        words.principalBy(),
        Range.of(worth.interest()),
        worth.basis(),
        worth.cases(),
        worth.share(),
        Range.of(worth.breakEven()),
        money(worth, worth.interest()),
        worth.rate().map(Rate::currency).orElse(null),
        words.requires(),
        item.opened(),
        one.due().toString(),
        one.isLate(),
        deferral == null ? null : String.valueOf(deferral.day()),
        item.closing().map(Turn::about).orElse(null),
        payback(one),
        waiting(one),
        item.seen().stream().map(DebtTelling::seen).toList(),
        item.address());
  }

  private static @Nullable String empty(String text) {
    return text.isEmpty() ? null : text;
  }

  /** What somebody hurts whom the caller may not see is not told. */
  private @Nullable String outcome(String id) {
    boolean isSeen =
        !id.isEmpty()
            && standings.ledger().outcomes().apply(caller).stream()
                .anyMatch(one -> one.id().equals(id));
    return isSeen ? id : null;
  }

  private static @Nullable String payback(Standing one) {
    if (one.item().closing().filter(turn -> turn.about().equals(Item.PAID)).isEmpty()) {
      return null;
    }
    Payback payback = one.payback();
    return one.isUnverified()
        ? "unverified"
        : payback != null && !payback.isUnverified()
            ? payback.verdict().name().toLowerCase(Locale.ROOT)
            : "verified";
  }

  private static @Nullable Range money(Worth worth, @Nullable Hours hours) {
    return hours == null
        ? null
        : worth
            .rate()
            .map(rate ->
                new Range(
                    rate.money(hours.low()).doubleValue(), rate.money(hours.high()).doubleValue()))
            .orElse(null);
  }

  private List<DebtTold.Spotted> spots(Item item) {
    return standings.traces().of(standings.ledger().histories(), item).stream()
        .map(found ->
            new DebtTold.Spotted(
                found.spot().repository(),
                found.spot().path(),
                found.fate().name().toLowerCase(Locale.ROOT),
                found.now()))
        .toList();
  }

  private List<DebtTold.Waited> waiting(Standing one) {
    return one.state().isOwed()
        ? days(standings.ledger(), one.item()).entrySet().stream()
            .map(day -> {
              Hours hours = one.worth().during(standings.ledger().now(), day.getValue());
              return new DebtTold.Waited(
                  day.getKey().toString(), Range.of(hours), money(one.worth(), hours));
            })
            .toList()
        : List.of();
  }

  /** The days for which the cost of waiting is told, that of the deferral among them. */
  static Map<LocalDate, Instant> days(Ledger ledger, Item item) {
    Map<LocalDate, Instant> days = new TreeMap<>();
    WEEKS.forEach(weeks -> put(days, ledger, ledger.today().plusWeeks(weeks)));
    Turn deferral = item.deferral();
    if (deferral != null && deferral.day() != null && deferral.day().isAfter(ledger.today())) {
      put(days, ledger, deferral.day());
    }
    return days;
  }

  private static void put(Map<LocalDate, Instant> days, Ledger ledger, LocalDate day) {
    days.put(day, day.atStartOfDay(ledger.zone()).toInstant());
  }

  private static DebtTold.Seen seen(Sighting one) {
    return new DebtTold.Seen(
        one.kind(), one.mark(), one.address(), one.says(), one.first(), one.last());
  }
}
