package pilothouse.direction.bets;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;

/** Guardrails that read themselves, as rows. */
final class GuardRows {
  private static final String ALL =
      """
      select g.experiment, g.gauge, g.side, g.bound, e.held, e.value, e.crossed_on, e.first_day,
        e.last_day
      from experiment_guard g left join experiment_guard_end e on e.experiment = g.experiment
      """;

  private GuardRows() {}

  static Optional<Guard> find(Handle rows, String experiment) {
    return rows.createQuery(ALL + "where g.experiment = :experiment")
        .bind("experiment", experiment)
        .map(ConstructorMapper.of(Guard.class))
        .findOne();
  }

  /** Those of experiments that run. */
  static List<Guard> running(Handle rows) {
    return rows.createQuery(ALL + "where e.experiment is null order by g.at limit 1000")
        .map(ConstructorMapper.of(Guard.class))
        .list();
  }

  static void add(Handle rows, Guard guard, String at, Who who) {
    rows.createUpdate(
            """
            insert into experiment_guard (experiment, gauge, side, bound, at, by_id, by_name)
            values (:experiment, :gauge, :side, :bound, :at, :byId, :byName)
            """)
        .bindMethods(guard)
        .bind("at", at)
        .bind("byId", who.id())
        .bind("byName", who.name())
        .execute();
  }

  /** Keeps what was read of it when its experiment ended. */
  static void end(Handle rows, String experiment, Guarding.Read read, Instant at) {
    rows.createUpdate(
            """
            insert into experiment_guard_end (experiment, value, held, crossed_on, first_day,
              last_day, at)
            values (:experiment, :value, :held, :crossedOn, :firstDay, :lastDay, :at)
            """)
        .bind("experiment", experiment)
        .bind("value", read.value())
        .bind("held", read.held())
        .bind("crossedOn", read.crossedOn())
        .bind("firstDay", read.first().toString())
        .bind("lastDay", read.last().toString())
        .bind("at", Instants.text(at))
        .execute();
  }
}
