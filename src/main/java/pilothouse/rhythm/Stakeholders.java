package pilothouse.rhythm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import pilothouse.journal.Journal;
import pilothouse.journal.Named;
import pilothouse.journal.Who;
import pilothouse.promises.Promise;
import pilothouse.storage.Instants;
import pilothouse.web.Caller;

/** Whom one works with outside of engineering, and when one spoke with them last. */
record Stakeholders(Deck deck) {

  List<Stakeholder> all() {
    return deck.storage()
        .read(rows ->
            rows.createQuery(
                    """
                    select s.id, s.title, s.function, s.place, s.days, s.wants, s.at,
                      (select max(c.met_on) from stakeholder_contact c where c.stakeholder = s.id) met
                    from stakeholder s where s.ended_at is null order by s.title, s.id
                    """)
                .map((row, context) -> {
                  String met = row.getString("met");
                  return new Stakeholder(
                      row.getString("id"),
                      row.getString("title"),
                      row.getString("function"),
                      row.getString("place"),
                      row.getInt("days"),
                      row.getString("wants"),
                      LocalDate.ofInstant(Instants.parse(row.getString("at")), deck.zone()),
                      met == null ? null : LocalDate.parse(met));
                })
                .list());
  }

  List<Stakeholder> seen(Caller caller) {
    return all().stream().filter(one -> caller.sees(one.where())).toList();
  }

  Optional<Stakeholder> find(String id) {
    return all().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  /** When one spoke with them, as a caller is told it. */
  List<Contact> contacts(Stakeholder one, Caller caller) {
    return deck.storage()
        .read(rows ->
            rows.createQuery(
                    """
                    select met_on, says, who, who_name from stakeholder_contact
                    where stakeholder = :id order by met_on desc, at desc limit 100
                    """)
                .bind("id", one.id())
                .map((row, context) ->
                    new Contact(
                        row.getString(1),
                        row.getString(2),
                        Named.by(caller, one.where(), row.getString(3), row.getString(4))))
                .list());
  }

  /** What is promised to them and open. */
  List<Promise> owed(Stakeholder one) {
    return deck.promises().about(Stakeholder.SUBJECT + one.id()).stream()
        .filter(Promise::isOpen)
        .toList();
  }

  int overdue(List<Promise> owed) {
    return (int) owed.stream().filter(one -> one.due().isBefore(deck.today())).count();
  }

  void add(Stakeholder made, Who who) {
    Words.single(
        made.title(), made.where(), all().stream().map(one -> Map.entry(one.where(), one.title())));
    Instant now = deck.now();
    deck.storage()
        .write(rows -> {
          rows.execute(
              """
              insert into stakeholder (id, title, function, place, days, wants, at, who, who_name,
                ended_at)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, null)
              """,
              made.id(),
              made.title(),
              made.function(),
              made.place(),
              made.days(),
              made.wants(),
              Instants.text(now),
              who.id(),
              who.name());
          Journal.write(rows, noted(made).entry(now, who, "stakeholder added", ""));
          return true;
        });
  }

  void meet(Stakeholder one, LocalDate day, String says, Who who) {
    Instant now = deck.now();
    deck.storage()
        .write(rows -> {
          rows.execute(
              """
              insert into stakeholder_contact (id, stakeholder, met_on, says, at, who, who_name)
              values (?, ?, ?, ?, ?, ?, ?)
              """,
              UUID.randomUUID().toString(),
              one.id(),
              day.toString(),
              says,
              Instants.text(now),
              who.id(),
              who.name());
          Journal.write(rows, noted(one).entry(now, who, "stakeholder met", says));
          return true;
        });
  }

  void end(Stakeholder one, Who who) {
    Instant now = deck.now();
    deck.storage()
        .write(rows -> {
          rows.execute(
              "update stakeholder set ended_at = ? where id = ?", Instants.text(now), one.id());
          Journal.write(rows, noted(one).entry(now, who, "stakeholder ended", ""));
          return true;
        });
  }

  private static Noted noted(Stakeholder one) {
    return new Noted("stakeholder", one.title(), one.page(), one.where());
  }
}
