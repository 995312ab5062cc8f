package pilothouse.direction;

import java.util.List;
import org.jdbi.v3.core.Handle;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;

/** Changes of outcomes as rows: what holds now stands with the outcome, what was before here. */
final class OutcomeChangeRows {
  private static final int SHOWN = 100;

  private OutcomeChangeRows() {}

  static void add(Handle rows, Outcome after, OutcomeChange how, Who who) {
    rows.execute(
        "update outcome set title = ?, why = ?, due_on = ?, every_days = ? where id = ?",
        after.title(),
        after.why(),
        after.dueOn().toString(),
        after.everyDays(),
        after.id());
    for (KeyResult one : after.results()) {
      rows.execute("update key_result set target = ? where id = ?", one.target(), one.id());
    }
    rows.execute(
        """
        insert into outcome_change (id, outcome, said, because, at, who, who_name)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        how.id(),
        after.id(),
        String.join("\n", how.lines()),
        how.because(),
        Instants.text(how.at()),
        who.id(),
        who.name());
  }

  /** The newest first. */
  static List<OutcomeChange> of(Handle rows, String outcome) {
    return rows.createQuery(
            """
            select id, said, because, at, who_name from outcome_change where outcome = :outcome
            order by at desc, id limit :most
            """)
        .bind("outcome", outcome)
        .bind("most", SHOWN)
        .map((row, _) ->
            new OutcomeChange(
                row.getString("id"),
                row.getString("said").lines().toList(),
                row.getString("because"),
                Instants.parse(row.getString("at")),
                row.getString("who_name")))
        .list();
  }
}
