package pilothouse.voice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;
import pilothouse.web.Part;

/** Rounds and their themes as rows. */
final class RoundRows {
  private static final String ALL =
      "select id, title, place, asked_on, previous, at, closed_at, no_action from round ";

  /** After all days. */
  private static final String LAST = "9999";

  private RoundRows() {}

  /** Those that nobody answered yet. */
  static List<Round> open(Handle rows) {
    return rounds(rows, rows.createQuery(ALL + "where closed_at is null order by asked_on, id"));
  }

  /** Those of whom that is so, the last that was asked first, behind a key of {@link #key}. */
  static Part<Round> part(Handle rows, Predicate<Round> seen, String after, int most) {
    int space = after.indexOf(' ');
    Query query =
        rows.createQuery(
                ALL
                    + """
                    where asked_on < :day or (asked_on = :day and id > :id)
                    order by asked_on desc, id
                    """)
            .bind("day", space < 0 ? LAST : after.substring(0, space))
            .bind("id", space < 0 ? "" : after.substring(space + 1));
    try (Stream<Round> all = query.map((row, _) -> bare(row)).stream()) {
      Part<Round> part = Part.of(all, seen, most, RoundRows::key);
      return new Part<>(themed(rows, part.rows()), part.next());
    }
  }

  private static String key(Round round) {
    return round.askedOn() + " " + round.id();
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
    return themed(rows, query.map((row, _) -> bare(row)).list());
  }

  private static Round bare(ResultSet row) throws SQLException {
    String closed = row.getString("closed_at");
    return new Round(
        row.getString("id"),
        row.getString("title"),
        row.getString("place"),
        LocalDate.parse(row.getString("asked_on")),
        row.getString("previous"),
        Instants.parse(row.getString("at")),
        closed == null ? null : Instants.parse(closed),
        row.getString("no_action"),
        List.of());
  }

  /** The same with what was said in each: asked for once. */
  private static List<Round> themed(Handle rows, List<Round> rounds) {
    Map<String, List<Round.Theme>> themes = new HashMap<>();
    if (!rounds.isEmpty()) {
      rows.createQuery(
              "select round, id, says, weight from round_theme where round in (<rounds>)"
                  + " order by at, says, id")
          .bindList("rounds", rounds.stream().map(Round::id).toList())
          .map((row, _) ->
              themes
                  .computeIfAbsent(row.getString("round"), _ -> new ArrayList<>())
                  .add(
                      new Round.Theme(
                          row.getString("id"), row.getString("says"), row.getString("weight"))))
          .list();
    }
    return rounds.stream()
        .map(round -> round.saying(themes.getOrDefault(round.id(), List.of())))
        .toList();
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
