package pilothouse.systems;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Instants;
import pilothouse.storage.Said;

/** Owners and dependencies, as rows. */
final class EdgeRows {
  private static final String SELECT =
      """
      select id, kind, system, other, first_day, last_day, source, by_hand, said_at, said_by, why,
             ended_at, ended_by, ended_why
      from system_edge
      """;

  private static final RowMapper<Edge> EDGE =
      (row, context) ->
          new Edge(
              row.getString("id"),
              Edge.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
              row.getString("system"),
              row.getString("other"),
              LocalDate.parse(row.getString("first_day")),
              day(row.getString("last_day")),
              Instants.parse(row.getString("said_at")),
              new Said(
                  row.getString("said_by"),
                  row.getString("source"),
                  row.getInt("by_hand") == 1,
                  row.getString("why")),
              end(
                  row.getString("ended_at"),
                  row.getString("ended_by"),
                  row.getString("ended_why")));

  private EdgeRows() {}

  static List<Edge> all(Handle rows) {
    return rows.createQuery(SELECT + " order by kind, first_day, other, said_at").map(EDGE).list();
  }

  static void add(
      Handle rows,
      Edge.Kind kind,
      String system,
      String other,
      LocalDate first,
      @Nullable LocalDate last,
      Said said,
      Instant at) {
    rows.execute(
        """
        insert into system_edge
          (id, kind, system, other, first_day, last_day, source, by_hand, said_at, said_by, why)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        UUID.randomUUID().toString(),
        kind.word(),
        system,
        other,
        first.toString(),
        last == null ? null : last.toString(),
        said.source(),
        said.byHand() ? 1 : 0,
        Instants.text(at),
        said.by(),
        said.why());
  }

  static void end(Handle rows, String id, LocalDate last, Said said, Instant at) {
    rows.execute(
        """
        update system_edge
        set last_day = ?, ended_at = ?, ended_by = ?, ended_why = ?
        where id = ?
        """,
        last.toString(),
        Instants.text(at),
        said.by(),
        said.why(),
        id);
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  private static Edge.@Nullable End end(
      @Nullable String at, @Nullable String by, @Nullable String why) {
    return at == null
        ? null
        : new Edge.End(Instants.parse(at), by == null ? "" : by, why == null ? "" : why);
  }
}
