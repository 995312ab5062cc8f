package pilothouse.rhythm;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;

/** Quarters and their objectives as rows. */
final class QuarterRows {
  private static final String ALL =
      "select id, place, name, at, closed_at, closed_why from quarter ";

  private QuarterRows() {}

  static List<Quarter> all(Handle rows) {
    return quarters(rows, ALL + "order by name desc, place", "");
  }

  /** Those that are not closed. */
  static List<Quarter> open(Handle rows) {
    return quarters(rows, ALL + "where closed_at is null order by name, place", "");
  }

  static Optional<Quarter> find(Handle rows, String id) {
    return quarters(rows, ALL + "where id = :key", id).stream().findFirst();
  }

  /** Those of one place, the newest first. */
  static List<Quarter> of(Handle rows, String place) {
    return quarters(rows, ALL + "where place = :key order by name desc", place);
  }

  private static List<Quarter> quarters(Handle rows, String query, String key) {
    var asked = rows.createQuery(query);
    return (key.isEmpty() ? asked : asked.bind("key", key))
        .map((row, context) -> {
          String id = row.getString("id");
          return new Quarter(
              id,
              row.getString("place"),
              row.getString("name"),
              Instants.parse(row.getString("at")),
              ForumRows.instant(row.getString("closed_at")),
              row.getString("closed_why"),
              objectives(rows, id));
        })
        .list();
  }

  private static List<Quarter.Objective> objectives(Handle rows, String quarter) {
    return rows.createQuery(
            """
            select id, says, page, score, cause, fate from quarter_objective
            where quarter = :quarter order by number
            """)
        .bind("quarter", quarter)
        .map((row, context) -> {
          double score = row.getDouble("score");
          @Nullable Double known = row.wasNull() ? null : Double.valueOf(score);
          return new Quarter.Objective(
              row.getString("id"),
              row.getString("says"),
              row.getString("page"),
              known,
              row.getString("cause"),
              row.getString("fate"));
        })
        .list();
  }

  static void add(Handle rows, Quarter made, List<Deck.Objective> objectives, Who who) {
    rows.execute(
        """
        insert into quarter (id, place, name, at, who, who_name, closed_at, closed_by, closed_name)
        values (?, ?, ?, ?, ?, ?, null, '', '')
        """,
        made.id(),
        made.place(),
        made.name(),
        Instants.text(made.at()),
        who.id(),
        who.name());
    int number = 0;
    for (Deck.Objective one : objectives) {
      rows.execute(
          """
          insert into quarter_objective (id, quarter, number, says, subject, page, score, cause,
            fate, scored_at, scored_by, scored_name)
          values (?, ?, ?, ?, ?, ?, null, '', '', null, '', '')
          """,
          UUID.randomUUID().toString(),
          made.id(),
          number++,
          one.says(),
          one.subject(),
          one.page());
    }
  }

  /** Says once what became of an objective; whether nobody had. */
  static boolean score(
      Handle rows, String objective, double score, String cause, String fate, Instant at, Who who) {
    return rows.execute(
            """
            update quarter_objective set score = ?, cause = ?, fate = ?, scored_at = ?,
              scored_by = ?, scored_name = ?
            where id = ? and fate = ''
            """,
            score,
            cause,
            fate,
            Instants.text(at),
            who.id(),
            who.name(),
            objective)
        == 1;
  }

  static void close(Handle rows, String id, Instant at, String why, Who who) {
    rows.execute(
        """
        update quarter set closed_at = ?, closed_by = ?, closed_name = ?, closed_why = ?
        where id = ?
        """,
        Instants.text(at),
        who.id(),
        who.name(),
        why,
        id);
  }
}
