package pilothouse.debt;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.debt.DebtShelf.Kept;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/**
 * Takes what a source tells. What it told before is the same again; what stands in the register by
 * another source gets one more: by the number that it names, by its address, by its title at the
 * same place, or by its kind at the same paths. What people said of an item stays.
 */
final class Gathering {
  private final Ledger ledger;
  private final Predicate<Where> may;
  private final Who who;
  private final Map<String, Item> byMark = new HashMap<>();
  private final Map<String, Item> byAddress = new HashMap<>();
  private final Map<String, Item> byTitle = new HashMap<>();
  private final Map<String, Item> bySpots = new HashMap<>();
  private final Kept kept;
  private final Tally tally;

  private Gathering(Ledger ledger, Kept kept, Predicate<Where> may, Who who, Tally tally) {
    this.ledger = ledger;
    this.kept = kept;
    this.may = may;
    this.who = who;
    this.tally = tally;
    kept.all().reversed().stream().filter(one -> one.state() != State.JOINED).forEach(this::know);
  }

  /** Takes all of them at once, one source after the other. */
  static synchronized Receipt take(
      Standings standings, List<Incoming> told, Predicate<Where> may, Who who, Tally tally) {
    Ledger ledger = standings.ledger();
    Gathering gathering = new Gathering(ledger, standings.today().kept(), may, who, tally);
    return ledger.storage().write(rows -> gathering.take(rows, told));
  }

  private Receipt take(Handle rows, List<Incoming> told) {
    DebtWriting writing = DebtWriting.at(rows, ledger, who);
    int next = writing.next();
    for (Incoming one : told) {
      if (!may.test(one.words().place())) {
        tally.refuse(
            one.line(),
            one.words().title(),
            Texts.say("debt.take.not-there", ledger.places().name(one.words().place())),
            Texts.say("web.sent.ask-for-a-role"));
      } else if (take(writing, one, next)) {
        next++;
      }
    }
    Receipt receipt = tally.receipt();
    if (receipt.fresh() + receipt.joined() > 0) {
      Journal.write(rows, entry(receipt, told));
    }
    return receipt;
  }

  private Entry entry(Receipt receipt, List<Incoming> told) {
    List<Where> places = told.stream().map(one -> one.words().place()).distinct().toList();
    Where place = places.size() == 1 ? places.getFirst() : Where.ORGANISATION;
    return Entry.of(
            ledger.now(),
            who,
            "debt imported",
            Subject.of("debt", receipt.file(), "/debt").in(place),
            "")
        .with(
            Map.of(
                "new", String.valueOf(receipt.fresh()),
                "joined", String.valueOf(receipt.joined()),
                "refused", String.valueOf(receipt.refused())));
  }

  /** Whether it became a new item. */
  private boolean take(DebtWriting writing, Incoming one, int next) {
    Item same = byMark.get(mark(one.kind(), one.mark()));
    if (same != null) {
      again(writing, one, same);
      return false;
    }
    if (!one.item().isEmpty() && named(one) == null) {
      tally.refuse(
          one.line(),
          one.words().title(),
          Texts.say("debt.bad.no-item", one.item()),
          Texts.say("debt.take.leave-it-empty"));
      return false;
    }
    Item known = known(one);
    if (known != null) {
      writing.seen(known.id(), one.kind(), one.mark(), one.address(), one.says());
      byMark.put(mark(one.kind(), one.mark()), known);
      tally.joined();
      return false;
    }
    String id = writing.add(next, one.words());
    writing.seen(id, one.kind(), one.mark(), one.address(), one.says());
    Item made = made(id, next, one);
    know(made);
    tally.fresh(made);
    return true;
  }

  private Item made(String id, int number, Incoming one) {
    Sighting seen =
        new Sighting(one.kind(), one.mark(), one.address(), one.says(), ledger.now(), ledger.now());
    Version words = new Version(1, one.words(), ledger.now(), who.id(), who.name(), "");
    return new Item(id, number, ledger.now(), words, List.of(), List.of(seen));
  }

  /** Nothing is written where it says the same as on the same day before. */
  private void again(DebtWriting writing, Incoming one, Item same) {
    tally.again();
    for (Sighting seen : same.seen()) {
      String says = tally.isWhole() ? one.says() : seen.says();
      boolean isIt = seen.kind().equals(one.kind()) && seen.mark().equals(one.mark());
      boolean isOld =
          !LocalDate.ofInstant(seen.last(), ledger.zone()).equals(ledger.today())
              || !seen.says().equals(says)
              || !seen.address().equals(one.address());
      if (isIt && isOld) {
        writing.again(one.kind(), one.mark(), one.address(), says);
      }
    }
  }

  private @Nullable Item named(Incoming one) {
    return kept.find(one.item()).filter(item -> may.test(item.place())).orElse(null);
  }

  private @Nullable Item known(Incoming one) {
    if (!one.item().isEmpty()) {
      return named(one);
    }
    boolean isGroup = one.kind().equals(Sarif.KIND);
    return Stream.of(
            one.address().isEmpty() || isGroup ? null : byAddress.get(one.address()),
            byTitle.get(title(one.words())),
            one.words().spots().isEmpty() || isGroup ? null : bySpots.get(spots(one.words())))
        .flatMap(Stream::ofNullable)
        .filter(item -> may.test(item.place()))
        .findFirst()
        .orElse(null);
  }

  private void know(Item item) {
    for (Sighting seen : item.seen()) {
      byMark.put(mark(seen.kind(), seen.mark()), item);
      if (!seen.address().isEmpty() && !seen.kind().equals(Sarif.KIND)) {
        byAddress.putIfAbsent(seen.address(), item);
      }
    }
    if (!item.words().origin().isEmpty()) {
      byAddress.putIfAbsent(item.words().origin(), item);
    }
    byTitle.putIfAbsent(title(item.words()), item);
    if (!item.words().spots().isEmpty()) {
      bySpots.putIfAbsent(spots(item.words()), item);
    }
  }

  private static String mark(String kind, String mark) {
    return kind + "\0" + mark;
  }

  private static String title(Words words) {
    return words.place().text() + "\0" + DebtShelf.plain(words.title());
  }

  private static String spots(Words words) {
    return words.nature() + "\0" + words.spots().stream().map(Spot::text).sorted().toList();
  }
}
