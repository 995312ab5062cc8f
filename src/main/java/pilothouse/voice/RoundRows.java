package pilothouse.voice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;

/** Rounds and their themes as rows. */
final class RoundRows {
  private static final String ALL =
      "select id, title, place, asked_on, previous, at, closed_at, no_action from round ";

  private RoundRows() {}

  static List<Round> all(Handle rows) {
    return rounds(rows, rows.createQuery(ALL + "order by asked_on desc, at desc, id limit 200"));
  }

  static Optional<Round> find(Handle rows, String id) {
    return rounds(rows, rows.createQuery(ALL + "where id = :id").bind("id", id)).stream()
        .findFirst();
  }

  /** The last one of a place. */
  static Optional<Round> last(Handle rows, String place) {
    return rounds(
            rows,
            rows.createQuery(
                    ALL + "where place = :place order by asked_on desc, at desc, id limit 1")
                .bind("place", place))
        .stream()
        .findFirst();
  }

  private static List<Round> rounds(Handle rows, Query query) {
    return query
        .map((row, context) -> {
          String id = row.getString("id");
          String closed = row.getString("closed_at");
          return new Round(
              id,
              row.getString("title"),
              row.getString("place"),
              LocalDate.parse(row.getString("asked_on")),
              row.getString("previous"),
              Instants.parse(row.getString("at")),
              closed == null ? null : Instants.parse(closed),
              row.getString("no_action"),
              themes(rows, id));
        })
        .list();
  }

  private static List<Round.Theme> themes(Handle rows, String round) {
    return rows.createQuery(
            "select id, says, weight from round_theme where round = :round order by at, says, id")
        .bind("round", round)
        .map((row, context) ->
            new Round.Theme(row.getString("id"), row.getString("says"), row.getString("weight")))
        .list();
  }

  static void add(Handle rows, Round made, Who who) {
    rows.execute(
        """
        insert into round (id, title, place, asked_on, previous, at, who, who_name, closed_at,
          closed_by, closed_name, no_action)
        values (?, ?, ?, ?, ?, ?, ?, ?, null, '', '', '')
        """,
        made.id(),
        made.title(),
        made.place(),
        made.askedOn().toString(),
        made.previous(),
        Instants.text(made.at()),
        who.id(),
        who.name());
  }

  static void theme(Handle rows, Round round, String says, String weight, Instant at, Who who) {
    rows.execute(
        "insert into round_theme (id, round, says, weight, at, who, who_name)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        UUID.randomUUID().toString(),
        round.id(),
        says,
        weight,
        Instants.text(at),
        who.id(),
        who.name());
  }

  static boolean close(Handle rows, Round round, String noAction, Instant at, Who who) {
    return rows.execute(
            """
            update round set closed_at = ?, closed_by = ?, closed_name = ?, no_action = ?
            where id = ? and closed_at is null
            """,
            Instants.text(at),
            who.id(),
            who.name(),
            noAction,
            round.id())
        == 1;
  }
}
