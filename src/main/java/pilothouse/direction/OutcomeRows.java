package pilothouse.direction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;
import pilothouse.web.Where;

/** Outcomes with their key results and owners as rows. */
final class OutcomeRows {
  private OutcomeRows() {}

  /** Lets changes follow each other: what was counted still holds when it is written. */
  static void hold(Handle rows) {
    rows.execute("update direction_revision set value = value + 1");
  }

  static long revision(Handle rows) {
    return rows.createQuery("select value from direction_revision").mapTo(Long.class).one();
  }

  /** All of them, the oldest first. */
  static List<Outcome> all(Handle rows) {
    Map<String, List<KeyResult>> results = results(rows);
    Map<String, List<Outcome.Owning>> owners = owners(rows);
    return rows.createQuery(
            """
            select o.id, o.place, o.title, o.why, o.business, o.serves, o.committed, o.starts_on,
              o.due_on, o.every_days, o.at, o.who_name,
              e.at as ended_at, e.who_name as ended_by, e.why as ended_why
            from outcome o left join outcome_end e on e.outcome = o.id
            order by o.at, o.id
            """)
        .map((row, _) ->
            new Outcome(
                row.getString("id"),
                Where.parse(row.getString("place")).orElseThrow(),
                row.getString("title"),
                row.getString("why"),
                row.getString("business"),
                row.getString("serves"),
                row.getInt("committed") == 1,
                LocalDate.parse(row.getString("starts_on")),
                LocalDate.parse(row.getString("due_on")),
                row.getInt("every_days"),
                Instants.parse(row.getString("at")),
                row.getString("who_name"),
                results.getOrDefault(row.getString("id"), List.of()),
                owners.getOrDefault(row.getString("id"), List.of()),
                ending(
                    row.getString("ended_at"),
                    row.getString("ended_by"),
                    row.getString("ended_why"))))
        .list();
  }

  private static Outcome.@Nullable Ending ending(
      @Nullable String at, @Nullable String by, @Nullable String why) {
    return at == null || by == null || why == null
        ? null
        : new Outcome.Ending(Instants.parse(at), by, why);
  }

  private static Map<String, List<KeyResult>> results(Handle rows) {
    Map<String, List<KeyResult>> results = new HashMap<>();
    rows.createQuery(
            """
            select k.outcome, k.id, k.says, k.gauge, k.unit, k.target, b.value, b.at
            from key_result k left join key_result_baseline b on b.key_result = k.id
            order by k.outcome, k.position
            """)
        .map((row, _) -> {
          String at = row.getString("at");
          return Map.entry(
              row.getString("outcome"),
              new KeyResult(
                  row.getString("id"),
                  row.getString("says"),
                  row.getString("gauge"),
                  row.getString("unit"),
                  row.getDouble("target"),
                  at == null ? null : row.getDouble("value"),
                  at == null ? null : Instants.parse(at)));
        })
        .forEach(row ->
            results.computeIfAbsent(row.getKey(), _ -> new ArrayList<>()).add(row.getValue()));
    return results;
  }

  private static Map<String, List<Outcome.Owning>> owners(Handle rows) {
    Map<String, List<Outcome.Owning>> owners = new HashMap<>();
    rows.createQuery(
            """
            select outcome, role, owner, since, note, at, who_name from outcome_owner
            order by outcome, since, at, id
            """)
        .map((row, _) ->
            Map.entry(
                row.getString("outcome"),
                new Outcome.Owning(
                    row.getString("role"),
                    row.getString("owner"),
                    LocalDate.parse(row.getString("since")),
                    row.getString("note"),
                    Instants.parse(row.getString("at")),
                    row.getString("who_name"))))
        .forEach(row ->
            owners.computeIfAbsent(row.getKey(), _ -> new ArrayList<>()).add(row.getValue()));
    return owners;
  }

  static void add(Handle rows, Outcome made, Who who) {
    rows.execute(
        """
        insert into outcome (id, place, title, why, business, serves, committed, starts_on, due_on,
          every_days, at, who, who_name)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        made.id(),
        made.place().text(),
        made.title(),
        made.why(),
        made.business(),
        made.serves(),
        made.committed() ? 1 : 0,
        made.startsOn().toString(),
        made.dueOn().toString(),
        made.everyDays(),
        Instants.text(made.at()),
        who.id(),
        who.name());
    int position = 0;
    for (KeyResult one : made.results()) {
      rows.execute(
          """
          insert into key_result (id, outcome, position, says, gauge, unit, target)
          values (?, ?, ?, ?, ?, ?, ?)
          """,
          one.id(),
          made.id(),
          ++position,
          one.says(),
          one.gauge(),
          one.unit(),
          one.target());
      if (one.baseline() != null) {
        freeze(rows, one.id(), one.baseline(), made.at(), who);
      }
    }
  }

  /** Whether it was not frozen before. */
  static boolean freeze(Handle rows, String result, double value, Instant at, Who who) {
    return rows.execute(
            """
            insert into key_result_baseline (key_result, value, at, who, who_name)
            values (?, ?, ?, ?, ?) on conflict (key_result) do nothing
            """,
            result,
            value,
            Instants.text(at),
            who.id(),
            who.name())
        == 1;
  }

  static void own(Handle rows, String id, String outcome, Outcome.Owning owning, Who who) {
    rows.execute(
        """
        insert into outcome_owner (id, outcome, role, owner, since, note, at, who, who_name)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        outcome,
        owning.role(),
        owning.owner(),
        owning.since().toString(),
        owning.note(),
        Instants.text(owning.at()),
        who.id(),
        who.name());
  }

  /** Whether it was not retired before. */
  static boolean end(Handle rows, String outcome, String why, Instant at, Who who) {
    return rows.execute(
            """
            insert into outcome_end (outcome, why, at, who, who_name) values (?, ?, ?, ?, ?)
            on conflict (outcome) do nothing
            """,
            outcome,
            why,
            Instants.text(at),
            who.id(),
            who.name())
        == 1;
  }
}
