package pilothouse.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;
import pilothouse.storage.Storage;
import pilothouse.views.Gauge;
import pilothouse.web.Caller;

/** Which decisions metrics served, and which metrics served none for so long that they may go. */
final class Uses {
  /** Two quarters. */
  private static final Duration PATIENCE = Duration.ofDays(182);

  private static final RowMapper<Use> USE =
      (row, context) ->
          new Use(
              row.getString("metric"),
              row.getString("scope"),
              row.getString("who"),
              Instants.parse(row.getString("at")),
              row.getString("what"));

  private final Storage storage;
  private final InstantSource clock;
  private final Supplier<Stream<Served>> decisions;

  /**
   * Of what is kept there.
   *
   * @param decisions those that stand on numbers by themselves
   */
  Uses(Storage storage, InstantSource clock, Supplier<Stream<Served>> decisions) {
    this.storage = storage;
    this.clock = clock;
    this.decisions = decisions;
  }

  /** From now on these metrics can serve; those that could before keep their day. */
  void begin(Collection<String> metrics) {
    String now = Instants.text(clock.instant());
    storage.write(rows -> {
      for (String metric : metrics) {
        rows.execute(
            """
            insert into metric_begun (metric, at) values (?, ?)
            on conflict (metric) do nothing
            """,
            metric,
            now);
      }
      return null;
    });
  }

  /** Writes down that a metric served a decision. */
  void add(String metric, String system, String who, String what, Who by) {
    Instant at = clock.instant();
    storage.write(rows -> {
      rows.execute(
          """
          insert into metric_use (id, metric, scope, who, at, what)
          values (?, ?, ?, ?, ?, ?)
          """,
          UUID.randomUUID().toString(),
          metric,
          "system:" + system,
          who,
          Instants.text(at),
          what);
      Journal.write(
          rows,
          Entry.of(at, by, "metric used", Subject.service(system), what)
              .with(Map.of("metric", metric, "said by", who)));
      return true;
    });
  }

  /** The decisions that a metric served there, newest first. */
  List<Use> of(String metric, String scope) {
    return storage.read(rows ->
        rows.createQuery(
                """
                select metric, scope, who, at, what from metric_use
                where metric = :metric and scope = :scope
                order by at desc, id
                """)
            .bind("metric", metric)
            .bind("scope", scope)
            .map(USE)
            .list());
  }

  /** The decisions that stand on a number, as far as the caller may see them. */
  List<Served> standing(Gauge gauge, Caller caller) {
    return decisions
        .get()
        .filter(one -> one.gauge().equals(gauge) && caller.sees(one.place()))
        .distinct()
        .toList();
  }

  /** The metrics that served no decision anywhere in two quarters, though they could have. */
  Set<String> idle() {
    Instant since = clock.instant().minus(PATIENCE);
    Map<String, Instant> last = new HashMap<>();
    storage.read(rows -> {
      rows.createQuery("select metric, at from metric_begun")
          .map((row, _) -> Map.entry(row.getString("metric"), row.getString("at")))
          .forEach(begun -> last.put(begun.getKey(), Instants.parse(begun.getValue())));
      rows.createQuery("select metric, max(at) as at from metric_use group by metric")
          .map((row, _) -> Map.entry(row.getString("metric"), row.getString("at")))
          .forEach(used -> last.put(used.getKey(), Instants.parse(used.getValue())));
      return null;
    });
    decisions
        .get()
        .filter(one -> last.containsKey(one.gauge().metric()))
        .forEach(one -> last.merge(one.gauge().metric(), one.until(), Uses::later));
    Set<String> idle = new TreeSet<>();
    last.forEach((metric, at) -> {
      if (at.isBefore(since)) {
        idle.add(metric);
      }
    });
    return idle;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
