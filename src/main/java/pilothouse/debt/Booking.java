package pilothouse.debt;

import org.jdbi.v3.core.Handle;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;

/** Writes down what somebody does to items: a row, and a line in the journal. */
record Booking(Ledger ledger, Who who) {

  private DebtWriting writing(Handle rows) {
    return DebtWriting.at(rows, ledger, who);
  }

  /** A new one, and where it was seen. */
  Item open(Words words, String kind, String mark, String address, String says) {
    return ledger
        .storage()
        .write(rows -> {
          DebtWriting writing = writing(rows);
          String id = writing.add(writing.next(), words);
          writing.seen(id, kind, mark.isEmpty() ? id : mark, address, says);
          Item made = DebtRows.one(rows, id);
          Journal.write(rows, ledger.entry(who, "debt opened", made, ""));
          return made;
        });
  }

  /** It was seen somewhere else, too. */
  Item seen(Item item, String kind, String mark, String address, String says) {
    return ledger
        .storage()
        .write(rows -> {
          writing(rows).seen(item.id(), kind, mark, address, says);
          Journal.write(rows, ledger.entry(who, "debt seen again", item, says));
          return DebtRows.one(rows, item.id());
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
          writing(rows).say(item.id(), item.now().number() + 1, words, why);
          Journal.write(rows, ledger.entry(who, "debt reworded", item, why));
          return DebtRows.one(rows, item.id());
        });
  }

  /** Another turn, and what the journal calls it. */
  Item turn(Item item, Turn turn) {
    return ledger
        .storage()
        .write(rows -> {
          writing(rows).turn(item.id(), turn);
          Journal.write(rows, ledger.entry(who, "debt " + turn.kind().word(), item, turn.words()));
          return DebtRows.one(rows, item.id());
        });
  }
}
