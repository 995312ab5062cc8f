package pilothouse.systems;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

  /** Those that lead away from a system. */
  static List<Edge> of(Handle rows, String system) {
    return rows.createQuery(
            SELECT + " where system = :system order by kind, first_day, other, said_at")
        .bind("system", system)
        .map(EDGE)
        .list();
  }

  /** The systems that need another one on that day, by name. */
  static List<String> needing(Handle rows, String other, LocalDate day) {
    return rows.createQuery(
            """
            select distinct system from system_edge
            where other = :other and kind = 'needs' and first_day <= :day
              and (last_day is null or last_day >= :day)
            order by system
            """)
        .bind("other", other)
        .bind("day", day.toString())
        .mapTo(String.class)
        .list();
  }

  /** Those that lead away from some systems. */
  static List<Edge> of(Handle rows, List<String> systems) {
    return rows.createQuery(
            SELECT + " where system in (<systems>) order by kind, first_day, other, said_at")
        .bindList("systems", systems)
        .map(EDGE)
        .list();
  }

  /** The teams that answer for each declared system, and when; the retired ones too. */
  static Map<String, List<Ownership.Span>> owners(Handle rows) {
    Map<String, List<Ownership.Span>> owners = new HashMap<>();
    rows.createQuery(
            """
            select s.name, e.other, e.first_day, e.last_day from system_entry s
            left join system_edge e on e.system = s.name and e.kind = 'owner'
            """)
        .map((row, context) -> {
          List<Ownership.Span> spans =
              owners.computeIfAbsent(row.getString("name"), name -> new ArrayList<>());
          LocalDate first = day(row.getString("first_day"));
          if (first != null) {
            spans.add(
                new Ownership.Span(row.getString("other"), first, day(row.getString("last_day"))));
          }
          return spans;
        })
        .list();
    return owners;
  }

  /** Whether what a system needs, needs in the end the other one. */
  static boolean isReached(Handle rows, String from, String other) {
    return rows.createQuery(
            """
            with recursive reached(name) as (
              select other from system_edge
              where system = :from and kind = 'needs' and last_day is null
              union
              select e.other from reached r cross join system_edge e
              where e.system = r.name and e.kind = 'needs' and e.last_day is null
            )
            select 1 from reached where name = :other limit 1
            """)
        .bind("from", from)
        .bind("other", other)
        .map((row, context) -> row.getInt(1))
        .findOne()
        .isPresent();
  }

  static Optional<Edge> find(Handle rows, String id) {
    return rows.createQuery(SELECT + " where id = :id").bind("id", id).map(EDGE).findOne();
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
