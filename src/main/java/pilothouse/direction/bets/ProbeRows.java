package pilothouse.direction.bets;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import pilothouse.journal.Who;

/** Spikes and assumptions as rows. */
final class ProbeRows {
  private static final RowMapper<Probe> ROW = ConstructorMapper.of(Probe.class);

  private ProbeRows() {}

  static List<Probe> spikes(Handle rows) {
    return rows.createQuery(
            """
            select * from probe where kind = 'spike'
            order by case verdict when '' then 0 else 1 end, due, id limit 2000
            """)
        .map(ROW)
        .list();
  }

  static List<Probe> newest(Handle rows) {
    return rows.createQuery("select * from probe order by made_at desc, id limit 2000")
        .map(ROW)
        .list();
  }

  static List<Probe> of(Handle rows, String bet) {
    return rows.createQuery("select * from probe where bet = :bet order by due, id limit 200")
        .bind("bet", bet)
        .map(ROW)
        .list();
  }

  static Optional<Probe> find(Handle rows, String id) {
    return rows.createQuery("select * from probe where id = :id").bind("id", id).map(ROW).findOne();
  }

  static void add(Handle rows, Probe probe, Who who) {
    rows.createUpdate(
            """
            insert into probe (id, kind, place, bet, decision, question, test, due, owner, promise,
              made_at, by_id, by_name, verdict, answer, ended_at, ended_by)
            values (:id, :kind, :place, :bet, :decision, :question, :test, :due, :owner, :promise,
              :madeAt, :byId, :byName, :verdict, :answer, :endedAt, '')
            """)
        .bindMethods(probe)
        .bind("byId", who.id())
        .bind("byName", who.name())
        .execute();
  }

  /** Ends it; false where that was done before. */
  static boolean end(Handle rows, String id, String verdict, String answer, String at, String by) {
    return rows.execute(
            """
            update probe set verdict = ?, answer = ?, ended_at = ?, ended_by = ?
            where id = ? and verdict = ''
            """,
            verdict,
            answer,
            at,
            by,
            id)
        == 1;
  }

  static void link(Handle rows, String id, String bet, String decision) {
    rows.execute("update probe set bet = ?, decision = ? where id = ?", bet, decision, id);
  }
}
