package pilothouse.evidence.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Instants;

/** What is known of deliveries, asked of their rows. */
final class Known {
  private static final String COLUMNS =
      """
      select id, source, delivery_id, received_at, size, state, reason, facts_new,
        facts_unchanged, parser, understood_at
      from delivery
      """;

  private Known() {}

  static Optional<Kept> find(Handle rows, long id) {
    return rows.createQuery(COLUMNS + "where id = :id").bind("id", id).map(Known::kept).findOne();
  }

  /** The newest below a number, those of a source and of a state alone where they are named. */
  static List<Kept> page(
      Handle rows, @Nullable String source, @Nullable State state, long below, int most) {
    return rows.createQuery(
            COLUMNS
                + """
                where id < :below and (:source = '' or source = :source)
                  and (:state = '' or state = :state)
                order by id desc limit :most
                """)
        .bind("below", below)
        .bind("source", source == null ? "" : source)
        .bind("state", state == null ? "" : state.word())
        .bind("most", most)
        .map(Known::kept)
        .list();
  }

  private static Kept kept(ResultSet row, StatementContext context) throws SQLException {
    String understood = row.getString(11);
    return new Kept(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        Instants.parse(row.getString(4)),
        row.getInt(5),
        State.of(row.getString(6)),
        row.getString(7),
        row.getInt(8),
        row.getInt(9),
        row.getString(10),
        understood == null ? null : Instants.parse(understood));
  }

  /** When the newest of a source came in. */
  static Optional<Instant> newest(Handle rows, String source) {
    return rows.createQuery(
            """
            select received_at from delivery
            where source = :source order by received_at desc limit 1
            """)
        .bind("source", source)
        .mapTo(String.class)
        .findOne()
        .map(Instants::parse);
  }

  static Tally tally(Handle rows, String source, Instant since) {
    Map<State, Long> counts = new EnumMap<>(State.class);
    rows.createQuery(
            """
            select state, count(*) from delivery
            where source = :source and received_at >= :since group by state
            """)
        .bind("source", source)
        .bind("since", Instants.text(since))
        .map((row, context) -> counts.put(State.of(row.getString(1)), row.getLong(2)))
        .list();
    return new Tally(source, counts);
  }

  /** How many stand so, of each source; those of sources that nobody knows any more as well. */
  static Map<String, Long> standing(Handle rows, State state) {
    Map<String, Long> counts = new TreeMap<>();
    // The word stands in the text, because only so the small index for it is used.
    rows.createQuery(
            "select source, count(*) from delivery where state = '%s' group by source"
                .formatted(state.word()))
        .map((row, context) -> counts.put(row.getString(1), row.getLong(2)))
        .list();
    return counts;
  }
}
