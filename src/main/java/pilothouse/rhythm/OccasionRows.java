package pilothouse.rhythm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;

/** Occasions and what was said there as rows. */
final class OccasionRows {
  private static final String ALL =
      "select id, forum, held_on, at, ending, ended_at, ended_name, why, minutes from occasion ";
  private static final RowMapper<Occasion> ROW =
      (row, context) ->
          new Occasion(
              row.getString("id"),
              row.getString("forum"),
              LocalDate.parse(row.getString("held_on")),
              Instants.parse(row.getString("at")),
              row.getString("ending"),
              ForumRows.instant(row.getString("ended_at")),
              row.getString("ended_name"),
              row.getString("why"),
              row.getString("minutes").isEmpty() ? null : Minutes.read(row.getString("minutes")));

  private OccasionRows() {}

  static List<Occasion> of(Handle rows, String forum, int most) {
    return rows.createQuery(
            ALL + "where forum = :forum order by held_on desc, at desc, id limit :most")
        .bind("forum", forum)
        .bind("most", most)
        .map(ROW)
        .list();
  }

  /** The day of the newest occasion of each forum that had one; of one called off, its end. */
  static Map<String, LocalDate> last(Handle rows) {
    return rows.createQuery(
            """
            select forum, max(case when ending = 'cancelled' and ended_at < held_on
              then substr(ended_at, 1, 10) else held_on end) as newest
            from occasion group by forum
            """)
        .map(
            (row, _) -> Map.entry(row.getString("forum"), LocalDate.parse(row.getString("newest"))))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  static Optional<Occasion> find(Handle rows, String id) {
    return rows.createQuery(ALL + "where id = :id").bind("id", id).map(ROW).findOne();
  }

  /** The last one that ended before that moment, whether held or cancelled. */
  static Optional<Occasion> before(Handle rows, String forum, Instant at) {
    return rows.createQuery(
            ALL
                + "where forum = :forum and ended_at is not null and ended_at <= :at"
                + " order by ended_at desc, id limit 1")
        .bind("forum", forum)
        .bind("at", Instants.text(at))
        .map(ROW)
        .findOne();
  }

  static void add(Handle rows, Occasion made, Who who) {
    rows.execute(
        """
        insert into occasion (id, forum, held_on, at, who, who_name, ending, ended_by, ended_name,
          why, minutes)
        values (?, ?, ?, ?, ?, ?, '', '', '', '', '')
        """,
        made.id(),
        made.forum(),
        made.heldOn().toString(),
        Instants.text(made.at()),
        who.id(),
        who.name());
  }

  static void move(Handle rows, String id, LocalDate day) {
    rows.execute(
        "update occasion set held_on = ? where id = ? and ending = ''", day.toString(), id);
  }

  /** Ends it once; whether it was open. */
  static boolean end(
      Handle rows, String id, String ending, String why, Minutes minutes, Instant at, Who who) {
    return rows.execute(
            """
            update occasion set ending = ?, why = ?, minutes = ?, ended_at = ?, ended_by = ?,
              ended_name = ?
            where id = ? and ending = ''
            """,
            ending,
            why,
            minutes.text(),
            Instants.text(at),
            who.id(),
            who.name(),
            id)
        == 1;
  }

  static List<Minutes.Line> lines(Handle rows, String occasion) {
    return rows.createQuery(
            "select kind, says, became from occasion_line where occasion = :occasion"
                + " order by at, id")
        .bind("occasion", occasion)
        .map((row, context) ->
            new Minutes.Line(row.getString("kind"), row.getString("says"), row.getString("became")))
        .list();
  }

  static void say(Handle rows, String occasion, Minutes.Line line, Instant at, Who who) {
    rows.execute(
        """
        insert into occasion_line (id, occasion, kind, says, became, at, who, who_name)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        UUID.randomUUID().toString(),
        occasion,
        line.kind(),
        line.says(),
        line.became(),
        Instants.text(at),
        who.id(),
        who.name());
  }
}
