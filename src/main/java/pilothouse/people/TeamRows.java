package pilothouse.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
