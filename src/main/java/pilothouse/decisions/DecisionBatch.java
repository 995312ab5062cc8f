package pilothouse.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import pilothouse.storage.Instants;

/** Many new decisions, written at once. */
final class DecisionBatch {
  private final PreparedBatch decisions;
  private final PreparedBatch words;
  private final PreparedBatch turns;
  private final Instant at;
  private int next;

  DecisionBatch(Handle rows, Instant at) {
    this.at = at;
    this.next =
        rows.createQuery("select coalesce(max(number), 0) + 1 from decision")
            .mapTo(Integer.class)
            .one();
    this.decisions =
        rows.prepareBatch("insert into decision (id, number, place, at) values (?, ?, ?, ?)");
    this.words =
        rows.prepareBatch(
            """
            insert into decision_words (decision, number, title, question, drivers, options,
              consequences, confirmation, way_back, at, who, who_name, why)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """);
    this.turns =
        rows.prepareBatch(
            """
            insert into decision_turn (decision, number, kind, about, words, day, at, who, who_name)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """);
  }

  /** The number of the next one. */
  int number() {
    return next++;
  }

  void add(Decision one) {
    Version said = one.now();
    Words now = said.words();
    decisions.add(one.id(), one.number(), one.place().text(), Instants.text(at));
    words.add(
        one.id(),
        said.number(),
        now.title(),
        now.question(),
        String.join("\n", now.drivers()),
        Choice.text(now.options()),
        now.consequences(),
        now.confirmation(),
        now.wayBack(),
        Instants.text(said.at()),
        said.who(),
        said.whoName(),
        said.why());
    one.turns().forEach(turn -> add(one.id(), turn));
  }

  private void add(String id, Turn turn) {
    LocalDate day = turn.day();
    turns.add(
        id,
        turn.number(),
        turn.kind().word(),
        turn.about(),
        turn.words(),
        day == null ? null : day.toString(),
        Instants.text(turn.at()),
        turn.who(),
        turn.whoName());
  }

  void write() {
    for (PreparedBatch batch : List.of(decisions, words, turns)) {
      if (batch.size() > 0) {
        batch.execute();
      }
    }
  }
}
