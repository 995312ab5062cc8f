package pilothouse.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
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
              new Answers(
                  row.getInt("lead_time"),
                  row.getInt("frequency"),
                  row.getInt("recovery"),
                  row.getInt("fail_percent"),
                  row.getInt("rework_percent")));

  private final Storage storage;
  private final InstantSource clock;

  QuickChecks(Storage storage, InstantSource clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /**
   * Five answers: three choices from 1 to 6, the slowest first, and two shares in percent.
   *
   * @throws IllegalArgumentException when one is out of its range
   */
  public record Answers(int leadTime, int frequency, int recovery, int failPercent, int rework) {
    public Answers {
      for (int choice : new int[] {leadTime, frequency, recovery}) {
        if (choice < 1 || choice > 6) {
          throw new IllegalArgumentException("a choice is from 1 to 6, not " + choice);
        }
      }
      for (int percent : new int[] {failPercent, rework}) {
        if (percent < 0 || percent > 100) {
          throw new IllegalArgumentException("a share is from 0 to 100 %, not " + percent);
        }
      }
    }
  }

  /** What somebody answered, and for what: {@code organisation} or {@code system:checkout}. */
  public record Kept(String id, String scope, String who, Instant at, Answers answers) {}

  /** Keeps answers and says under which id. */
  String add(String scope, String who, Answers answers) {
    String id = UUID.randomUUID().toString();
    String now = Instants.text(clock.instant());
    storage.write(
        rows ->
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
                answers.failPercent(),
                answers.rework()));
    return id;
  }

  /** All that were ever given, newest first. */
  List<Kept> all() {
    return storage.read(
        rows ->
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
