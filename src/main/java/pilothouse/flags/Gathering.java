package pilothouse.flags;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.web.Where;

/**
 * Takes what a file tells. What it told before is the same again; a key that is known at the same
 * place gets another source. What people said of a flag stays, and nothing is taken away: what a
 * file tells of no more is gone from it.
 */
final class Gathering {
  private record Known(Flag flag, Sighting seen) {}

  private final Locker locker;
  private final Who who;
  private final Where home;
  private final Tally tally;
  private final Map<String, Known> byMark = new HashMap<>();
  private final Map<String, Flag> byKey;

  private Gathering(Locker locker, Kept kept, Where home, Who who, Tally tally) {
    this.locker = locker;
    this.who = who;
    this.home = home;
    this.tally = tally;
    this.byKey = new HashMap<>(kept.byKey());
    for (Flag flag : kept.all()) {
      flag.seen()
          .forEach(seen -> byMark.put(mark(seen.kind(), seen.mark()), new Known(flag, seen)));
    }
  }

  /** Takes all of a file at once, one file after the other. */
  static synchronized Receipt take(
      FlagShelf shelf, String kind, List<Incoming> told, Where home, Who who, Tally tally) {
    Locker locker = shelf.locker();
    Gathering gathering = new Gathering(locker, shelf.now(), home, who, tally);
    return locker.storage().write(rows -> gathering.take(rows, kind, told));
  }

  private static String mark(String kind, String mark) {
    return kind + "\0" + mark;
  }

  private Receipt take(Handle rows, String kind, List<Incoming> told) {
    FlagWriting writing = FlagWriting.at(rows, locker, who);
    told.forEach(one -> take(rows, writing, one));
    byMark.values().stream()
        .filter(one -> isMissing(one.seen(), kind, one.flag()))
        .forEach(one -> {
          writing.gone(one.seen().kind(), one.seen().mark());
          tally.gone(one.flag());
        });
    Receipt receipt = tally.receipt();
    if (tally.changed()) {
      Journal.write(rows, entry(receipt));
    }
    return receipt;
  }

  private boolean isMissing(Sighting seen, String kind, Flag flag) {
    return seen.kind().equals(kind)
        && seen.file().equals(tally.file())
        && seen.home().equals(home.text())
        && !seen.isGone()
        && !tally.isNamed(flag.key());
  }

  private void take(Handle rows, FlagWriting writing, Incoming one) {
    Known same = byMark.get(mark(one.told().kind(), one.told().mark()));
    Flag known = byKey.get(one.words().place().text() + "\n" + one.key());
    if (same != null) {
      tally.again();
      if (isNews(same.seen(), one.told())) {
        writing.again(one.told());
      }
    } else if (known != null) {
      writing.seen(known.id(), one.told());
      tally.joined();
      byMark.put(mark(one.told().kind(), one.told().mark()), new Known(known, sighting(one)));
    } else {
      Flag made = new Booking(locker, who).open(rows, one.key(), one.words(), one.told());
      tally.fresh(made);
      byKey.put(made.place().text() + "\n" + made.key(), made);
      byMark.put(mark(one.told().kind(), one.told().mark()), new Known(made, sighting(one)));
    }
  }

  private Sighting sighting(Incoming one) {
    Told told = one.told();
    return new Sighting(
        told.kind(),
        told.mark(),
        told.file(),
        told.home(),
        told.says(),
        locker.now(),
        locker.now(),
        null);
  }

  /** Nothing is written where it says the same as on the same day before. */
  private boolean isNews(Sighting seen, Told told) {
    return seen.isGone()
        || !seen.says().equals(told.says())
        || !LocalDate.ofInstant(seen.last(), locker.zone()).equals(locker.today());
  }

  private Entry entry(Receipt receipt) {
    Subject file = Subject.of("flag", receipt.file(), "/flags").in(home);
    return Entry.of(locker.now(), who, "flags imported", file, "")
        .with(
            Map.of(
                "new", String.valueOf(receipt.fresh()),
                "joined", String.valueOf(receipt.joined()),
                "gone", String.valueOf(receipt.gone()),
                "refused", String.valueOf(receipt.refused())));
  }
}
