package pilothouse.flags;

import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;

/** Flags as rows: written. */
record FlagWriting(Handle rows, String at, Who who) {
  /** The moment, as rows have it. */
  static FlagWriting at(Handle rows, Locker locker, Who who) {
    return new FlagWriting(rows, Instants.text(locker.now()), who);
  }

  /** A new one; its id. */
  String add(String key, Words words) {
    String id = UUID.randomUUID().toString();
    rows.execute(
        """
        insert into flag_item (id, number, flag_key, at)
        select ?, coalesce(max(number), 0) + 1, ?, ? from flag_item
        """,
        id,
        key,
        at);
    say(id, 1, words, "");
    return id;
  }

  /** Says it in other words; those of before stay. */
  void say(String id, int number, Words words, String why) {
    rows.execute(
        """
        insert into flag_words (item, number, says, place, purpose, owner, since, ends, at, who,
          who_name, why)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        number,
        words.says(),
        words.place().text(),
        words.purpose().word(),
        words.owner(),
        words.since().toString(),
        words.ends().toString(),
        at,
        who.id(),
        who.name(),
        why);
  }

  void turn(String id, Turn turn) {
    @Nullable LocalDate day = turn.day();
    rows.execute(
        """
        insert into flag_turn (item, number, kind, day, evidence, words, at, who, who_name)
        select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, ? from flag_turn where item = ?
        """,
        id,
        turn.kind().word(),
        day == null ? null : day.toString(),
        turn.evidence(),
        turn.words(),
        at,
        who.id(),
        who.name(),
        id);
  }

  /** It is told of there for the first time. */
  void seen(String id, Told told) {
    rows.execute(
        """
        insert into flag_source (kind, mark, item, file, home, says, first_seen, last_seen,
          changed)
        values (?, ?, ?, ?, ?, ?, ?, ?, 0)
        """,
        told.kind(),
        told.mark().isEmpty() ? id : told.mark(),
        id,
        told.file(),
        told.home(),
        told.says(),
        at,
        at);
  }

  /** It is told of there once more. */
  void again(Told told) {
    rows.execute(
        """
        update flag_source set says = ?, last_seen = ?, gone = null, changed = changed + 1
        where kind = ? and mark = ?
        """,
        told.says(),
        at,
        told.kind(),
        told.mark());
  }

  /** Its file names it no more. */
  void gone(String kind, String mark) {
    rows.execute(
        """
        update flag_source set gone = ?, changed = changed + 1 where kind = ? and mark = ?
        """,
        at,
        kind,
        mark);
  }

  void life(Purpose purpose, int days, String why) {
    rows.execute(
        """
        insert into flag_life (number, purpose, days, at, who, who_name, why)
        select coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ? from flag_life
        """,
        purpose.word(),
        days,
        at,
        who.id(),
        who.name(),
        why);
  }
}
