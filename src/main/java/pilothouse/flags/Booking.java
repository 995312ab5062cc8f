package pilothouse.flags;

import java.util.Map;
import org.jdbi.v3.core.Handle;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;

/** Writes down what somebody does to flags: a row, a line in the journal, and what is owed now. */
record Booking(Locker locker, Who who) {
  private FlagWriting writing(Handle rows) {
    return FlagWriting.at(rows, locker, who);
  }

  /** A new one, and where it was told of. */
  Flag open(String key, Words words, Told told) {
    return locker.storage().write(rows -> open(rows, key, words, told));
  }

  /** The same in the transaction of a whole file. */
  Flag open(Handle rows, String key, Words words, Told told) {
    FlagWriting writing = writing(rows);
    String id = writing.add(key, words);
    writing.seen(id, told);
    Flag made = FlagRows.one(rows, id);
    new Vow(locker, who).make(rows, made);
    Journal.write(rows, locker.entry(who, "flag written down", made, ""));
    return made;
  }

  /** Says it in other words; those of before stay. */
  Flag reword(Flag flag, Words words, String why) {
    if (words.equals(flag.words())) {
      return flag;
    }
    Flag after =
        locker
            .storage()
            .write(rows -> {
              writing(rows).say(flag.id(), flag.now().number() + 1, words, why);
              Journal.write(rows, locker.entry(who, "flag changed", flag, why));
              return FlagRows.one(rows, flag.id());
            });
    new Vow(locker, who).align(after, why);
    return after;
  }

  /** Another turn, and what the journal calls it. */
  Flag turn(Flag flag, Turn turn) {
    Flag after =
        locker
            .storage()
            .write(rows -> {
              writing(rows).turn(flag.id(), turn);
              Journal.write(
                  rows, locker.entry(who, "flag " + turn.kind().word(), flag, turn.words()));
              return FlagRows.one(rows, flag.id());
            });
    new Vow(locker, who).align(after, turn.words());
    return after;
  }

  /** How long flags of a kind usually live from now on. */
  void life(Purpose purpose, int before, int days, String why) {
    locker
        .storage()
        .write(rows -> {
          writing(rows).life(purpose, days, why);
          Journal.write(
              rows,
              Entry.of(
                      locker.now(),
                      who,
                      "flag life set",
                      Subject.of("flag", purpose.says(), "/flags"),
                      why)
                  .changing(
                      Map.of("days", String.valueOf(before)),
                      Map.of("days", String.valueOf(days))));
          return true;
        });
  }
}
