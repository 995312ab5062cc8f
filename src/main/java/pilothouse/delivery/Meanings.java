package pilothouse.delivery;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;
import pilothouse.storage.Storage;
import pilothouse.views.Gauge;

/** What was declared of measured numbers: a row each time, of which the last one holds. */
final class Meanings {
  private final Storage storage;

  Meanings(Storage storage) {
    this.storage = storage;
  }

  /** Of one number; none where nobody declared anything. */
  Meaning of(Gauge gauge) {
    return storage.read(rows ->
        rows.createQuery(
                """
                select better, owner from measured_meaning
                where scope = :scope and metric = :metric
                order by number desc limit 1
                """)
            .bind("scope", gauge.scope())
            .bind("metric", gauge.metric())
            .map((row, _) -> Meaning.of(row.getString("better"), row.getString("owner")))
            .findFirst()
            .orElse(Meaning.NONE));
  }

  /** Of all numbers of which something was declared. */
  Map<Gauge, Meaning> all() {
    Map<Gauge, Meaning> all = new HashMap<>();
    storage.read(rows -> {
      rows.createQuery("select scope, metric, better, owner from measured_meaning order by number")
          .map((row, _) ->
              Map.entry(
                  new Gauge(row.getString("metric"), row.getString("scope")),
                  Meaning.of(row.getString("better"), row.getString("owner"))))
          .forEach(said -> all.put(said.getKey(), said.getValue()));
      return null;
    });
    return all;
  }

  /** Declares it anew. */
  void say(Gauge gauge, Meaning meaning, Instant at, Who by, Entry entry) {
    storage.write(rows -> {
      rows.execute(
          """
          insert into measured_meaning (scope, metric, number, better, owner, at, who, who_name)
          select ?, ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ? from measured_meaning
          where scope = ? and metric = ?
          """,
          gauge.scope(),
          gauge.metric(),
          meaning.word(),
          meaning.owner(),
          Instants.text(at),
          by.id(),
          by.name(),
          gauge.scope(),
          gauge.metric());
      Journal.write(rows, entry);
      return true;
    });
  }
}
