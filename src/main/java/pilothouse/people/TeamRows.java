package pilothouse.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import pilothouse.storage.DatedFields;
import pilothouse.storage.DatedFields.Field;
import pilothouse.storage.Instants;
import pilothouse.web.Refused;

/** The rows of teams. */
final class TeamRows {
  static final DatedFields FIELDS = new DatedFields("team_field");
  private static final String ROW = "select name, added_at, added_by, source from team ";

  /** How many are looked at at once where not all are wanted. */
  private static final int PIECE = 500;

  private TeamRows() {}

  /** Refuses a team that nobody added. */
  static void known(Handle rows, String name) {
    if (isUnknown(rows, name)) {
      throw Refused.unfit(
          "No team is called “" + name + "”.", "Add the team first, or mend its name.");
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

  /** The names of those that are wanted, read in pieces until there are enough. */
  static List<String> next(
      Handle rows, String after, int most, BiPredicate<String, String> wanted) {
    List<String> names = new ArrayList<>();
    String from = after;
    List<String[]> piece;
    do {
      piece = piece(rows, from);
      for (String[] team : piece) {
        from = team[0];
        if (names.size() < most && wanted.test(team[0], team[1])) {
          names.add(team[0]);
        }
      }
    } while (piece.size() == PIECE && names.size() < most);
    return names;
  }

  private static List<String[]> piece(Handle rows, String after) {
    return rows.createQuery(
            """
            select t.name, coalesce(f.value, '') as title from team t
            left join team_field f on f.subject = t.name and f.field = 'title' and f.until is null
            left join team_field r on r.subject = t.name and r.field = 'retired'
              and r.until is null
            where t.name > :after and coalesce(r.value, '') = ''
            order by t.name limit :most
            """)
        .bind("after", after)
        .bind("most", PIECE)
        .map((row, context) -> new String[] {row.getString("name"), row.getString("title")})
        .list();
  }

  /** The teams of these names, in their order. */
  static List<Team> some(Handle rows, List<String> names) {
    if (names.isEmpty()) {
      return List.of();
    }
    Map<String, Map<String, Field>> fields = FIELDS.current(rows, names);
    Map<String, List<Membership>> members =
        MembershipRows.of(rows, names).stream().collect(Collectors.groupingBy(Membership::team));
    return rows.createQuery(ROW + "where name in (<names>)")
        .bindList("names", names)
        .map((row, context) -> {
          String name = row.getString("name");
          return team(
              row, fields.getOrDefault(name, Map.of()), members.getOrDefault(name, List.of()));
        })
        .stream()
        .sorted(Comparator.comparing(team -> names.indexOf(team.name())))
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
