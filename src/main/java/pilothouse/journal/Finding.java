package pilothouse.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import pilothouse.storage.Instants;

/** Finds lines by what was asked, with one statement for both databases. */
final class Finding {
  private static final String ANYTHING =
      "what || ' ' || subject || ' ' || why || ' ' || was || ' ' || became";

  private Finding() {}

  /** Who may see the newest lines before a number. */
  static List<LineRows.Glimpse> before(Handle rows, Asked asked, long before, int most) {
    return query(rows, LineRows.GLIMPSES, asked, "seq < :key", "desc", before)
        .bind("most", most)
        .map(LineRows.GLIMPSE)
        .list();
  }

  /** The oldest lines after a number. */
  static List<Line> after(Handle rows, Asked asked, long after, int most) {
    return query(rows, LineRows.LINES, asked, "seq > :key", "asc", after)
        .bind("most", most)
        .map(LineRows.LINE)
        .list();
  }

  private static Query query(
      Handle rows, String select, Asked asked, String key, String order, long from) {
    List<String> wanted = new ArrayList<>(List.of(key));
    if (!asked.who().isEmpty()) {
      wanted.add("(who = :who or lower(who_name) = lower(:who))");
    }
    if (!asked.what().isEmpty()) {
      wanted.add("(what = :what or what like :noun escape '!')");
    }
    if (!asked.kind().isEmpty()) {
      wanted.add("subject_kind = :kind");
    }
    if (!asked.subject().isEmpty()) {
      wanted.add("subject = :subject");
    }
    if (asked.place() != null) {
      wanted.add("place_kind = :place_kind and place = :place");
    }
    if (!asked.people()) {
      wanted.add("needs <> 'people'");
    }
    if (asked.from() != null) {
      wanted.add("at >= :from");
    }
    if (asked.to() != null) {
      wanted.add("at < :to");
    }
    if (!asked.text().isEmpty()) {
      wanted.add("(lower(%s) like lower(:text) escape '!')".formatted(ANYTHING));
    }
    return bound(
        rows.createQuery(
            "%swhere %s order by seq %s limit :most"
                .formatted(select, String.join(" and ", wanted), order)),
        asked,
        from);
  }

  private static Query bound(Query query, Asked asked, long key) {
    query.bind("key", key);
    if (!asked.who().isEmpty()) {
      query.bind("who", asked.who());
    }
    if (!asked.what().isEmpty()) {
      query.bind("what", asked.what()).bind("noun", plain(asked.what()) + " %");
    }
    if (!asked.kind().isEmpty()) {
      query.bind("kind", asked.kind());
    }
    if (!asked.subject().isEmpty()) {
      query.bind("subject", asked.subject());
    }
    if (asked.place() != null) {
      query
          .bind("place_kind", asked.place().kind().name().toLowerCase(Locale.ROOT))
          .bind("place", asked.place().name());
    }
    if (asked.from() != null) {
      query.bind("from", Instants.text(asked.from()));
    }
    if (asked.to() != null) {
      query.bind("to", Instants.text(asked.to()));
    }
    if (!asked.text().isEmpty()) {
      query.bind("text", "%" + plain(asked.text()) + "%");
    }
    return query;
  }

  /** The text without the signs that a pattern would obey. */
  private static String plain(String text) {
    return text.replaceAll("([!%_])", "!$1");
  }
}
