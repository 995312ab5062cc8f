package pilothouse.direction.bets;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import pilothouse.journal.Who;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rubrics of one's own as rows. */
final class RubricRows {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String SELECT =
      """
      select v.rubric, r.name, v.version, v.criteria, v.why, v.order_before, v.order_after, v.at,
        v.by_name
      from rubric_version v join rubric r on r.id = v.rubric
      """;
  private static final RowMapper<Version> ROW =
      (row, _) ->
          new Version(
              new Rubric(
                  row.getString("rubric"),
                  row.getString("name"),
                  Method.WEIGHTED,
                  row.getInt("version"),
                  criteria(row.getString("criteria")),
                  row.getString("why"),
                  row.getString("at")),
              row.getString("by_name"),
              row.getString("order_before"),
              row.getString("order_after"));

  private RubricRows() {}

  /**
   * One version of a rubric.
   *
   * @param before the order of bets by the version before it, as it was then
   * @param after the order right after it
   */
  public record Version(Rubric rubric, String byName, String before, String after) {}

  private static List<Criterion> criteria(String json) {
    return JSON.readValue(json, new TypeReference<List<Criterion>>() {});
  }

  static List<Rubric> newest(Handle rows) {
    return rows.createQuery(
            SELECT
                + """
                where v.version = (select max(n.version) from rubric_version n
                  where n.rubric = v.rubric)
                order by r.name, r.id
                """)
        .map(ROW)
        .map(Version::rubric)
        .list();
  }

  static List<Version> versions(Handle rows, String id) {
    return rows.createQuery(SELECT + "where v.rubric = :id order by v.version desc limit 100")
        .bind("id", id)
        .map(ROW)
        .list();
  }

  /** Keeps a version; false where there is that version by now. */
  static boolean add(Handle rows, Rubric rubric, String before, String after, Who who) {
    rows.execute(
        """
        insert into rubric (id, name, made_at) values (?, ?, ?)
        on conflict (id) do update set name = excluded.name
        """,
        rubric.id(),
        rubric.name(),
        rubric.at());
    return rows.execute(
            """
            insert into rubric_version (rubric, version, criteria, why, order_before, order_after,
              at, by_id, by_name)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (rubric, version) do nothing
            """,
            rubric.id(),
            rubric.version(),
            JSON.writeValueAsString(rubric.criteria()),
            rubric.why(),
            before,
            after,
            rubric.at(),
            who.id(),
            who.name())
        == 1;
  }
}
