package pilothouse.voice;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;
import pilothouse.web.Caller;
import pilothouse.web.Part;
import pilothouse.web.Where;

/** What customers said, by place and day. */
record CustomerNotes(Ear ear) {
  /** After all days. */
  private static final String LAST = "9999";

  private static final RowMapper<CustomerNote> ROW =
      (row, context) ->
          new CustomerNote(
              row.getString("id"),
              row.getString("place"),
              row.getString("said_on"),
              row.getString("says"),
              row.getString("tags").isEmpty()
                  ? List.of()
                  : List.of(row.getString("tags").split(",", -1)),
              row.getString("tone"),
              row.getString("source"));

  /** Those that the caller may see, the newest first, behind a key of {@link #key}. */
  Part<CustomerNote> seen(Caller caller, String after, int most) {
    int space = after.indexOf(' ');
    return ear.storage()
        .read(rows -> {
          try (Stream<CustomerNote> all =
              rows
                  .createQuery(
                      """
                      select id, place, said_on, says, tags, tone, source from customer_note
                      where said_on < :day or (said_on = :day and id > :id)
                      order by said_on desc, id
                      """)
                  .bind("day", space < 0 ? LAST : after.substring(0, space))
                  .bind("id", space < 0 ? "" : after.substring(space + 1))
                  .map(ROW)
                  .stream()) {
            return Part.of(all, note -> caller.sees(note.where()), most, CustomerNotes::key);
          }
        });
  }

  private static String key(CustomerNote note) {
    return note.day() + " " + note.id();
  }

  /** Those of some places in a period, the newest first. */
  List<CustomerNote> in(Set<Where> places, LocalDate first, LocalDate last) {
    return between(first, last).stream().filter(note -> places.contains(note.where())).toList();
  }

  /** The newest of all places. */
  List<CustomerNote> newest() {
    return between(LocalDate.of(1, 1, 1), LocalDate.of(9_999, 12, 31));
  }

  private List<CustomerNote> between(LocalDate first, LocalDate last) {
    return ear.storage()
        .read(rows ->
            rows.createQuery(
                    """
                    select id, place, said_on, says, tags, tone, source from customer_note
                    where said_on >= :first and said_on <= :last
                    order by said_on desc, at desc, id limit 2000
                    """)
                .bind("first", first.toString())
                .bind("last", last.toString())
                .map(ROW)
                .list());
  }

  void add(CustomerNote note, Who who) {
    ear.storage()
        .write(rows -> {
          add(rows, note, who);
          return true;
        });
  }

  void add(Handle rows, CustomerNote note, Who who) {
    rows.execute(
        """
        insert into customer_note (id, place, said_on, says, tags, tone, source, at, who, who_name)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        note.id(),
        note.place(),
        note.day(),
        note.says(),
        String.join(",", note.tags()),
        note.tone(),
        note.source(),
        Instants.text(ear.now()),
        who.id(),
        who.name());
    Journal.write(rows, ear.entry(who, "customer note kept", note.subject(), ""));
  }
}
