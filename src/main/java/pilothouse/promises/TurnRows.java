package pilothouse.promises;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import pilothouse.storage.Instants;

/** What happened to promises, as rows that are only added. */
final class TurnRows {
  private static final RowMapper<Turn> TURN =
      (row, _) -> {
        String due = row.getString("due");
        return new Turn(
            row.getString("what"),
            Instants.parse(row.getString("at")),
            row.getString("who"),
            row.getString("who_name"),
            row.getString("why"),
            row.getString("evidence"),
            due == null ? null : LocalDate.parse(due),
            row.getString("owner"));
      };

  private TurnRows() {}

  static void add(Handle rows, String promise, Turn turn) {
    LocalDate due = turn.due();
    rows.execute(
        """
        insert into promise_turn (id, promise, seq, what, at, who, who_name, why, evidence, due,
          owner)
        values (?, ?, (select count(*) from promise_turn where promise = ?), ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        UUID.randomUUID().toString(),
        promise,
        promise,
        turn.what(),
        Instants.text(turn.at()),
        turn.whoId(),
        turn.who(),
        turn.why(),
        turn.evidence(),
        due == null ? null : due.toString(),
        turn.owner());
  }

  static List<Turn> of(Handle rows, String promise) {
    return rows.createQuery(
            """
            select what, at, who, who_name, why, evidence, due, owner from promise_turn
            where promise = :promise order by seq
            """)
        .bind("promise", promise)
        .map(TURN)
        .list();
  }

  /** The open promises due until that day that lack it, with this end and this owner. */
  static List<Promise> lacking(Handle rows, String what, int times, LocalDate until) {
    return PromiseRows.open(
        rows,
        """
        and due <= :until and (
          select count(*) from promise_turn t
          where t.promise = promise.id and t.what = :what and t.due = promise.due
            and t.owner = promise.owner
        ) < :times
        """,
        Map.of("until", until.toString(), "what", what, "times", times));
  }

  /** Whether that was done since the promise has this end and this owner. */
  static boolean isDone(Handle rows, Promise one, String what, int times) {
    return rows.createQuery(
                """
                select count(*) from promise_turn
                where promise = :promise and what = :what and due = :due and owner = :owner
                """)
            .bind("promise", one.id())
            .bind("what", what)
            .bind("due", one.due().toString())
            .bind("owner", one.owner())
            .mapTo(Long.class)
            .one()
        >= times;
  }
}
