package pilothouse.systems;

import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import pilothouse.storage.Instants;

/** The rules by hand, as rows. */
final class RuleRows {
  private static final RowMapper<Rule> RULE =
      (row, context) ->
          new Rule(
              row.getString("id"),
              Rule.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
              row.getString("pattern"),
              row.getString("folder"),
              row.getString("target"),
              Instants.parse(row.getString("said_at")),
              row.getString("said_by"),
              row.getString("why"));

  private RuleRows() {}

  /** Those that hold, in the order in which they are tried. */
  static List<Rule> all(Handle rows) {
    return rows.createQuery(
            """
            select id, kind, pattern, folder, target, said_at, said_by, why
            from system_rule
            where ended_at is null
            order by place, id
            """)
        .map(RULE)
        .list();
  }
}
