package pilothouse.debt;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.debt.interest.Payback.Before;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;

/** Items as rows: written. */
record DebtWriting(Handle rows, String at, Who who) {

  /** The number that the next one gets. */
  int next() {
    return rows.createQuery("select coalesce(max(number), 0) + 1 from debt_item")
        .mapTo(Integer.class)
        .one();
  }

  /** A new one; its id. */
  String add(int number, Words words) {
    String id = UUID.randomUUID().toString();
    rows.execute("insert into debt_item (id, number, at) values (?, ?, ?)", id, number, at);
    say(id, 1, words, "");
    return id;
  }

  /** Says it in other words; those of before stay. */
  void say(String id, int number, Words words, String why) {
    Hours principal = words.principal();
    Hours interest = words.interest();
    rows.execute(
        """
        insert into debt_words (item, number, title, says, place, spots, nature, effect, severity,
          owner, origin, outcome, principal_low, principal_high, principal_by, interest_low,
          interest_high, requires, at, who, who_name, why)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        number,
        words.title(),
        words.says(),
        words.place().text(),
        Spot.text(words.spots()),
        words.nature().word(),
        words.effect().word(),
        words.severity().word(),
        words.owner(),
        words.origin(),
        words.outcome(),
        low(principal),
        high(principal),
        words.principalBy(),
        low(interest),
        high(interest),
        words.requires().stream().map(String::valueOf).collect(Collectors.joining(" ")),
        at,
        who.id(),
        who.name(),
        why);
  }

  private static @Nullable Double low(@Nullable Hours hours) {
    return hours == null ? null : hours.low();
  }

  private static @Nullable Double high(@Nullable Hours hours) {
    return hours == null ? null : hours.high();
  }

  void turn(String id, Turn turn) {
    LocalDate day = turn.day();
    Before before = turn.before();
    rows.execute(
        """
        insert into debt_turn (item, number, kind, about, words, day, low, high, cases, touches,
          extra, extra_low, extra_high, compared, at, who, who_name)
        select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
        from debt_turn where item = ?
        """,
        id,
        turn.kind().word(),
        turn.about(),
        turn.words(),
        day == null ? null : day.toString(),
        low(turn.cost()),
        high(turn.cost()),
        turn.cases(),
        before == null ? null : before.perWeek(),
        before == null ? null : before.extra(),
        before == null ? null : before.low(),
        before == null ? null : before.high(),
        before == null ? 0 : before.n(),
        at,
        who.id(),
        who.name(),
        id);
  }

  /** It is seen there for the first time. */
  void seen(String id, String kind, String mark, String address, String says) {
    rows.execute(
        """
        insert into debt_source (kind, mark, item, address, says, first_seen, last_seen)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        kind,
        mark,
        id,
        address,
        says,
        at,
        at);
  }

  /** It is seen there once more. */
  void again(String kind, String mark, String address, String says) {
    rows.execute(
        "update debt_source set address = ?, says = ?, last_seen = ? where kind = ? and mark = ?",
        address,
        says,
        at,
        kind,
        mark);
  }

  void rule(String what, String place, String value, String why) {
    rows.execute(
        """
        insert into debt_rule (number, what, place, value, at, who, who_name, why)
        select coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, ? from debt_rule
        """,
        what,
        place,
        value,
        at,
        who.id(),
        who.name(),
        why);
  }

  /** The moment, as rows have it. */
  static DebtWriting at(Handle rows, Ledger ledger, Who who) {
    return new DebtWriting(rows, Instants.text(ledger.now()), who);
  }
}
