package pilothouse.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.metrics.delivery.QuickCheck;
import pilothouse.storage.Instants;
import pilothouse.storage.Storage;

/** Answers to the five questions of the quick check, kept one beside the other. */
final class QuickChecks {
  private static final RowMapper<Kept> KEPT =
      (row, context) ->
          new Kept(
              row.getString("id"),
              row.getString("scope"),
              row.getString("who"),
              Instants.parse(row.getString("at")),
              new QuickCheck(
                  row.getInt("lead_time"),
                  row.getInt("frequency"),
                  row.getInt("recovery"),
                  row.getDouble("fail_percent"),
                  row.getDouble("rework_percent")));

  private final Storage storage;
  private final InstantSource clock;

  QuickChecks(Storage storage, InstantSource clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /** What somebody answered, and for what: {@code organisation} or {@code system:checkout}. */
  record Kept(String id, String scope, String who, Instant at, QuickCheck answers) {}

  /** Keeps answers and says what is kept. */
  Kept add(String scope, String who, QuickCheck answers, Who by) {
    String id = UUID.randomUUID().toString();
    Instant at = clock.instant();
    String now = Instants.text(at);
    storage.write(rows -> {
      rows.execute(
          """
          insert into quick_check
          (id, scope, who, at, lead_time, frequency, recovery, fail_percent, rework_percent)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          id,
          scope,
          who,
          now,
          answers.leadTime(),
          answers.frequency(),
          answers.recovery(),
          answers.changeFail(),
          answers.rework());
      Journal.write(
          rows,
          Entry.of(at, by, "quick check answered", subject(scope), "")
              .with(Map.of("answered by", who)));
      return true;
    });
    return new Kept(id, scope, who, at, answers);
  }

  private static Subject subject(String scope) {
    return scope.startsWith("system:")
        ? Subject.service(scope.substring("system:".length()))
        : Subject.of("organisation", scope, "/quickcheck");
  }

  /** All that were ever given, newest first. */
  List<Kept> all() {
    return storage.read(rows ->
        rows.createQuery(
                """
                select id, scope, who, at, lead_time, frequency, recovery,
                  fail_percent, rework_percent
                from quick_check order by at desc, id
                """)
            .map(KEPT)
            .list());
  }
}
