package pilothouse.rhythm;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;

/** Forums as rows. */
final class ForumRows {
  private static final String ALL =
      """
      select id, kind, title, place, cadence, functions, pin_one, pin_two, at, ended_at from forum
      """;
  private static final RowMapper<Forum> ROW =
      (row, context) ->
          new Forum(
              row.getString("id"),
              row.getString("kind"),
              row.getString("title"),
              row.getString("place"),
              row.getString("cadence"),
              words(row.getString("functions")),
              Stream.of(row.getString("pin_one"), row.getString("pin_two"))
                  .filter(pin -> !pin.isEmpty())
                  .toList(),
              Instants.parse(row.getString("at")),
              instant(row.getString("ended_at")));

  private ForumRows() {}

  static List<Forum> all(Handle rows) {
    return rows.createQuery(ALL + "where ended_at is null order by title, id").map(ROW).list();
  }

  static Optional<Forum> find(Handle rows, String id) {
    return rows.createQuery(ALL + "where id = :id").bind("id", id).map(ROW).findOne();
  }

  static void add(Handle rows, Forum made, Who who) {
    rows.execute(
        """
        insert into forum (id, kind, title, place, cadence, functions, pin_one, pin_two, at, who,
          who_name, ended_at, ended_why)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, '')
        """,
        made.id(),
        made.kind(),
        made.title(),
        made.place(),
        made.cadence(),
        String.join(",", made.functions()),
        made.pins().isEmpty() ? "" : made.pins().get(0),
        made.pins().isEmpty() ? "" : made.pins().get(1),
        Instants.text(made.at()),
        who.id(),
        who.name());
  }

  static boolean end(Handle rows, String id, Instant at, String why) {
    return rows.execute(
            "update forum set ended_at = ?, ended_why = ? where id = ? and ended_at is null",
            Instants.text(at),
            why,
            id)
        == 1;
  }

  /** Words that are kept in one text. */
  static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
  }

  static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : Instants.parse(text);
  }
}
