package pilothouse.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import pilothouse.storage.DatedFields;
import pilothouse.storage.DatedFields.Field;
import pilothouse.storage.Instants;
import pilothouse.text.Texts;
import pilothouse.web.Refused;

/** The rows of teams. */
final class TeamRows {
  static final DatedFields FIELDS = new DatedFields("team_field");
  private static final String ROW = "select name, added_at, added_by, source from team ";

  private TeamRows() {}

  /** Refuses a team that nobody added. */
  static void known(Handle rows, String name) {
    if (isUnknown(rows, name)) {
      throw Refused.unfit(
          Texts.say("people.teams.unknown", name), Texts.say("people.teams.add-team"));
    }
  }

  /** Whether nobody added it. */
  static boolean isUnknown(Handle rows, String name) {
    return rows.createQuery("select count(*) from team where name = :name")
            .bind("name", name)
            .mapTo(Integer.class)
            .one()
        == 0;
  }

  /** All teams with what is said of them, by name. */
  static List<Team> all(Handle rows) {
    Map<String, Map<String, Field>> fields = FIELDS.current(rows);
    Map<String, List<Membership>> members =
        MembershipRows.all(rows).stream().collect(Collectors.groupingBy(Membership::team));
    return rows.createQuery(ROW + "order by name")
        .map((row, context) -> {
          String name = row.getString("name");
          return team(
              row, fields.getOrDefault(name, Map.of()), members.getOrDefault(name, List.of()));
        })
        .list();
  }

  /** The titles of those that are not dissolved, by name. */
  static SortedMap<String, String> titles(Handle rows) {
    SortedMap<String, String> titles = new TreeMap<>();
    rows.createQuery(
            """
            select t.name, coalesce(f.value, '') as title from team t
            left join team_field f on f.subject = t.name and f.field = 'title' and f.until is null
            left join team_field r on r.subject = t.name and r.field = 'retired'
              and r.until is null
            where coalesce(r.value, '') = ''
            """)
        .map((row, context) -> Map.entry(row.getString("name"), row.getString("title")))
        .forEach(team ->
            titles.put(team.getKey(), team.getValue().isEmpty() ? team.getKey() : team.getValue()));
    return titles;
  }

  /** The teams of these names, in their order. */
  static List<Team> some(Handle rows, List<String> names) {
    if (names.isEmpty()) {
      return List.of();
    }
    Map<String, Map<String, Field>> fields = FIELDS.current(rows, names);
    Map<String, List<Membership>> members =
        MembershipRows.of(rows, names).stream().collect(Collectors.groupingBy(Membership::team));
    return rows
        .createQuery(ROW + "where name in (<names>)")
        .bindList("names", names)
        .map((row, context) -> {
          String name = row.getString("name");
          return team(
              row, fields.getOrDefault(name, Map.of()), members.getOrDefault(name, List.of()));
        })
        .stream()
        .sorted(Comparator.comparingInt(team -> names.indexOf(team.name())))
        .toList();
  }

  /** The team of this name. */
  static Optional<Team> find(Handle rows, String name) {
    return rows.createQuery(ROW + "where name = :name")
        .bind("name", name)
        .map((row, context) -> team(row, FIELDS.current(rows, name), MembershipRows.of(rows, name)))
        .findOne();
  }

  private static Team team(ResultSet row, Map<String, Field> fields, List<Membership> members)
      throws SQLException {
    return new Team(
        row.getString("name"),
        Instants.parse(row.getString("added_at")),
        row.getString("added_by"),
        row.getString("source"),
        fields,
        members);
  }
}
