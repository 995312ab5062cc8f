package pilothouse.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Instants;
import pilothouse.storage.Said;

/** Memberships as rows. */
final class MembershipRows {
  private static final String ROW =
      """
      select id, team, person, function, first_day, last_day, source, said_at, said_by, why,
             ended_at, ended_by, ended_why
      from membership
      """;
  private static final String ORDER = "order by team, first_day, person, said_at";
  private static final RowMapper<Membership> MEMBERSHIP =
      (row, context) ->
          new Membership(
              row.getString("id"),
              row.getString("team"),
              row.getString("person"),
              row.getString("function"),
              LocalDate.parse(row.getString("first_day")),
              row.getString("last_day") == null ? null : LocalDate.parse(row.getString("last_day")),
              Instants.parse(row.getString("said_at")),
              new Said(
                  row.getString("said_by"), row.getString("source"), true, row.getString("why")),
              row.getString("ended_at") == null
                  ? ""
                  : "ended by %s at %s. %s"
                      .formatted(
                          row.getString("ended_by"),
                          row.getString("ended_at"),
                          row.getString("ended_why"))
                      .strip());

  private MembershipRows() {}

  static List<Membership> all(Handle rows) {
    return rows.createQuery(ROW + ORDER).map(MEMBERSHIP).list();
  }

  /** Those of one team. */
  static List<Membership> of(Handle rows, String team) {
    return rows.createQuery(ROW + "where team = :team " + ORDER)
        .bind("team", team)
        .map(MEMBERSHIP)
        .list();
  }

  /** Those of some teams. */
  static List<Membership> of(Handle rows, List<String> teams) {
    return rows.createQuery(ROW + "where team in (<teams>) " + ORDER)
        .bindList("teams", teams)
        .map(MEMBERSHIP)
        .list();
  }

  /** The teams that some people are in on that day, by person. */
  static Map<String, List<String>> teams(Handle rows, List<String> persons, LocalDate day) {
    return rows
        .createQuery(
            """
            select distinct person, team from membership
            where person in (<persons>) and first_day <= :day
              and (last_day is null or last_day >= :day)
            order by person, team
            """)
        .bindList("persons", persons)
        .bind("day", day.toString())
        .map((row, context) -> Map.entry(row.getString("person"), row.getString("team")))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  /** Those of some people who were ever in a team. */
  static Set<String> belonged(Handle rows, List<String> persons) {
    return rows.createQuery("select distinct person from membership where person in (<persons>)")
        .bindList("persons", persons)
        .mapTo(String.class)
        .set();
  }

  /** Those of one person in one team. */
  static List<Membership> of(Handle rows, String team, String person) {
    return rows.createQuery(ROW + "where team = :team and person = :person " + ORDER)
        .bind("team", team)
        .bind("person", person)
        .map(MEMBERSHIP)
        .list();
  }

  static Optional<Membership> find(Handle rows, String id) {
    return rows.createQuery(ROW + "where id = :id").bind("id", id).map(MEMBERSHIP).findOne();
  }

  /** A membership as the journal tells it. */
  static Map<String, String> told(
      String person, String function, LocalDate first, @Nullable LocalDate last) {
    return Map.of(
        "person",
        person,
        "function",
        function,
        "from",
        first.toString(),
        "to",
        last == null ? "" : last.toString());
  }

  static void add(
      Handle rows,
      String team,
      String person,
      String function,
      LocalDate first,
      @Nullable LocalDate last,
      Said said,
      Instant at) {
    rows.execute(
        """
        insert into membership
          (id, team, person, function, first_day, last_day, source, said_at, said_by, why)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        UUID.randomUUID().toString(),
        team,
        person,
        function,
        first.toString(),
        last == null ? null : last.toString(),
        said.source(),
        Instants.text(at),
        said.by(),
        said.why());
  }

  static void end(Handle rows, String id, LocalDate last, Said said, Instant at) {
    rows.execute(
        """
        update membership set last_day = ?, ended_at = ?, ended_by = ?, ended_why = ?
        where id = ?
        """,
        last.toString(),
        Instants.text(at),
        said.by(),
        said.why(),
        id);
  }

  /** What one person was member of, another one is now, because they are one. */
  static void hand(Handle rows, String from, String to, Said said, Instant at) {
    List<Membership> all = all(rows);
    for (Membership one : all) {
      if (one.person().equals(from) && one.holds(one.first())) {
        end(rows, one.id(), one.first().minusDays(1), said, at);
        boolean there =
            all.stream()
                .anyMatch(two ->
                    two.person().equals(to)
                        && two.team().equals(one.team())
                        && two.function().equals(one.function())
                        && two.meets(one.first(), one.last()));
        if (!there) {
          add(rows, one.team(), to, one.function(), one.first(), one.last(), one.said(), at);
        }
      }
    }
  }
}
