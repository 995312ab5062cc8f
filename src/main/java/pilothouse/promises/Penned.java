package pilothouse.promises;

import java.util.List;
import org.jdbi.v3.core.Handle;
import pilothouse.journal.Written;
import pilothouse.web.Where;

/** The words of promises, to be found by search; not those of kinds that are found themselves. */
final class Penned {
  private Penned() {}

  /** Some that were made at a moment or later, the first made first. */
  static Written.Since since(Handle rows, List<String> kinds, String moment, int most) {
    record Made(Written says, String at) {}
    List<Made> made =
        rows.createQuery(
                """
                select id, what, why, shows, place, made_at from promise
                where made_at >= :moment and kind not in (<kinds>)
                order by made_at, id limit :most
                """)
            .bind("moment", moment)
            .bindList("kinds", kinds)
            .bind("most", most)
            .map((row, _) ->
                new Made(
                    Written.of(
                        "promise",
                        row.getString("id"),
                        row.getString("what"),
                        Written.joined(row.getString("why"), row.getString("shows")),
                        "/promises/" + row.getString("id"),
                        Where.parse(row.getString("place")).orElse(Where.ORGANISATION)),
                    row.getString("made_at")))
            .list();
    return new Written.Since(
        made.stream().map(Made::says).toList(), made.isEmpty() ? moment : made.getLast().at());
  }
}
