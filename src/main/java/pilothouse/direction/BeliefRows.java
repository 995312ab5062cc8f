package pilothouse.direction;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;
import pilothouse.web.Where;

/** Measures of the map and beliefs as rows. */
final class BeliefRows {
  private BeliefRows() {}

  /** Those that hold, the oldest first. */
  static List<Belief> beliefs(Handle rows) {
    return rows.createQuery(
            """
            select id, lower_end, upper_end, place, says, at, who_name from belief
            where ended_at is null order by at, id
            """)
        .map((row, _) ->
            new Belief(
                row.getString("id"),
                row.getString("lower_end"),
                row.getString("upper_end"),
                Where.parse(row.getString("place")).orElseThrow(),
                row.getString("says"),
                Instants.parse(row.getString("at")),
                row.getString("who_name")))
        .list();
  }

  static List<Measure> measures(Handle rows) {
    return rows.createQuery(
            """
            select id, place, level, title, gauge, at, who_name from map_measure
            where ended_at is null order by at, id
            """)
        .map((row, _) ->
            new Measure(
                row.getString("id"),
                Where.parse(row.getString("place")).orElseThrow(),
                row.getString("level"),
                row.getString("title"),
                row.getString("gauge"),
                Instants.parse(row.getString("at")),
                row.getString("who_name")))
        .list();
  }

  static void add(Handle rows, Belief made, Who who) {
    rows.execute(
        """
        insert into belief (id, lower_end, upper_end, place, says, at, who, who_name)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        made.id(),
        made.lower(),
        made.upper(),
        made.place().text(),
        made.says(),
        Instants.text(made.at()),
        who.id(),
        who.name());
  }

  static void add(Handle rows, Measure made, Who who) {
    rows.execute(
        """
        insert into map_measure (id, place, level, title, gauge, at, who, who_name)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        made.id(),
        made.place().text(),
        made.level(),
        made.title(),
        made.gauge(),
        Instants.text(made.at()),
        who.id(),
        who.name());
  }

  static boolean end(Handle rows, String id, String why, Instant at, Who who) {
    return rows.execute(
            "update belief set ended_at = ?, ended_by = ?, ended_why = ?"
                + " where id = ? and ended_at is null",
            Instants.text(at),
            who.name(),
            why,
            id)
        == 1;
  }

  static boolean endMeasure(Handle rows, String id, Instant at) {
    return rows.execute(
            "update map_measure set ended_at = ? where id = ? and ended_at is null",
            Instants.text(at),
            id)
        == 1;
  }
}
