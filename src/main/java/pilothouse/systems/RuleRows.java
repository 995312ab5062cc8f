package pilothouse.systems;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import pilothouse.storage.Instants;
import pilothouse.storage.Said;

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

  static void add(Handle rows, RuleBook.Draft draft, int place, Said said, Instant at) {
    rows.execute(
        """
        insert into system_rule (id, place, kind, pattern, folder, target, said_at, said_by, why)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        UUID.randomUUID().toString(),
        place,
        draft.kind().word(),
        draft.pattern(),
        draft.folder(),
        draft.target(),
        Instants.text(at),
        said.by(),
        said.why());
  }

  /** Ends one; how many held until now. */
  static int end(Handle rows, String id, Said said, Instant at) {
    return rows.execute(
        "update system_rule set ended_at = ?, ended_by = ?, ended_why = ?"
            + " where id = ? and ended_at is null",
        Instants.text(at),
        said.by(),
        said.why(),
        id);
  }
}
