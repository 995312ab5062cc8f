package pilothouse.debt;

import java.time.LocalDate;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;

/** Writes down what somebody does to items: a row, and a line in the journal. */
record Booking(Ledger ledger, Who who) {

  private DebtWriting writing(Handle rows) {
    return DebtWriting.at(rows, ledger, who);
  }

  /** A new one, and where it was seen. */
  Item open(Words words, String kind, String mark, String address, String says) {
    return open(words, kind, mark, address, says, null);
  }

  /**
   * A new one.
   *
   * @param from when its window begins; null for now
   */
  Item open(
      Words words,
      String kind,
      String mark,
      String address,
      String says,
      @Nullable LocalDate from) {
    return ledger
        .storage()
        .write(rows -> {
          DebtWriting writing = writing(rows);
          String id = writing.add(writing.next(), words);
          writing.seen(id, kind, mark.isEmpty() ? id : mark, address, says);
          if (from != null) {
            writing.turn(id, Turn.next(Turn.Kind.LAPSED, kind, says, from, null, 0));
          }
          Item made = DebtRows.one(rows, id);
          Entry entry = ledger.entry(who, "debt opened", made, "");
          Journal.write(rows, entry.with(new Facts(ledger, rows).of(made)));
          return made;
        });
  }

  /** It was seen somewhere else, too. */
  Item seen(Item item, String kind, String mark, String address, String says) {
    return ledger
        .storage()
        .write(rows -> {
          Map<String, String> before = facts(rows, item);
          writing(rows).seen(item.id(), kind, mark, address, says);
          return told(rows, "debt seen again", item, before, says);
        });
  }

  /** Says it in other words; those of before stay. */
  Item reword(Item item, Words words, String why) {
    if (words.equals(item.words())) {
      return item;
    }
    return ledger
        .storage()
        .write(rows -> {
          Map<String, String> before = facts(rows, item);
          writing(rows).say(item.id(), item.now().number() + 1, words, why);
          return told(rows, "debt reworded", item, before, why);
        });
  }

  /** Another turn, and what the journal calls it. */
  Item turn(Item item, Turn turn) {
    return ledger
        .storage()
        .write(rows -> {
          Map<String, String> before = facts(rows, item);
          writing(rows).turn(item.id(), turn);
          return told(rows, "debt " + turn.kind().word(), item, before, turn.words());
        });
  }

  private Map<String, String> facts(Handle rows, Item item) {
    return new Facts(ledger, rows).of(DebtRows.one(rows, item.id()));
  }

  /** What it became, once the journal has what changed. */
  private Item told(Handle rows, String what, Item item, Map<String, String> before, String why) {
    Item after = DebtRows.one(rows, item.id());
    Entry entry = ledger.entry(who, what, item, why);
    Journal.write(rows, entry.changing(before, new Facts(ledger, rows).of(after)));
    return after;
  }
}
