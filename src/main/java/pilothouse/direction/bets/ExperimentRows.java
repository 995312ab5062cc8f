package pilothouse.direction.bets;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import pilothouse.journal.Who;

/** Experiments as rows. */
final class ExperimentRows {
  private static final RowMapper<Experiment> ROW = ConstructorMapper.of(Experiment.class);

  private ExperimentRows() {}

  static List<Experiment> newest(Handle rows) {
    return rows.createQuery("select * from experiment order by made_at desc, id limit 2000")
        .map(ROW)
        .list();
  }

  static Optional<Experiment> find(Handle rows, String id) {
    return rows.createQuery("select * from experiment where id = :id")
        .bind("id", id)
        .map(ROW)
        .findOne();
  }

  static void add(Handle rows, Experiment one, Who who) {
    rows.createUpdate(
            """
            insert into experiment (id, place, bet, hypothesis, gauge, expect, guardrail, change,
              due, owner, promise, made_at, by_id, by_name, ending, guarded, result, ended_at,
              ended_by)
            values (:id, :place, :bet, :hypothesis, :gauge, :expect, :guardrail, :change, :due,
              :owner, :promise, :madeAt, :byId, :byName, :ending, :guarded, :result, :endedAt,
              '')
            """)
        .bindMethods(one)
        .bind("byId", who.id())
        .bind("byName", who.name())
        .execute();
  }

  /** Says the metric; false where it was said, or there is a result. */
  static boolean measure(Handle rows, String id, String gauge, String expect) {
    return rows.execute(
            "update experiment set gauge = ?, expect = ? where id = ? and gauge = '' and ending = ''",
            gauge,
            expect,
            id)
        == 1;
  }

  /** Ends it; false where it has no metric, or a result. */
  static boolean end(Handle rows, String id, Ended ended) {
    return rows.createUpdate(
                """
                update experiment set ending = :ending, guarded = :guarded, result = :result,
                  change = :change, ended_at = :at, ended_by = :by
                where id = :id and gauge <> '' and ending = ''
                """)
            .bindMethods(ended)
            .bind("id", id)
            .execute()
        == 1;
  }

  /** How one ended. */
  public record Ended(
      String ending, String guarded, String result, String change, String at, String by) {}
}
