package pilothouse.reliability;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;

/** Declared objectives as rows: one for each time that a document was said anew, or taken away. */
final class ObjectiveRows {
  private ObjectiveRows() {}

  /**
   * One time.
   *
   * @param text the document; null where it was taken away
   */
  record Row(String name, int number, @Nullable String text, Instant at, String who, String why) {}

  static long version(Handle rows) {
    return rows.createQuery("select count(*) from objective").mapTo(Long.class).one();
  }

  /** What holds now. */
  static List<Row> current(Handle rows) {
    return rows.createQuery(
            """
            select name, number, text, at, who_name, why from objective here
            where text is not null and number =
              (select max(number) from objective there where there.name = here.name)
            order by name
            """)
        .map((row, _) -> read(row))
        .list();
  }

  /** All that was said of one, the newest first. */
  static List<Row> history(Handle rows, String name) {
    return rows.createQuery(
            """
            select name, number, text, at, who_name, why from objective
            where name = :name order by number desc
            """)
        .bind("name", name)
        .map((row, _) -> read(row))
        .list();
  }

  static void add(
      Handle rows, String name, @Nullable String text, Instant at, Who who, String why) {
    rows.execute(
        """
        insert into objective (name, number, text, at, who, who_name, why)
        select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ? from objective where name = ?
        """,
        name,
        text,
        Instants.text(at),
        who.id(),
        who.name(),
        why,
        name);
  }

  private static Row read(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Row(
        row.getString("name"),
        row.getInt("number"),
        row.getString("text"),
        Instants.parse(row.getString("at")),
        row.getString("who_name"),
        row.getString("why"));
  }
}
