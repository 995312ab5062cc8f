package pilothouse.decisions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import pilothouse.journal.Who;
import pilothouse.web.Where;

/** Councils as rows. */
final class CouncilRows {
  private CouncilRows() {}

  /** All of them, with those that are ended, by title. */
  static List<Council> all(Handle rows) {
    Map<String, Council> all = new LinkedHashMap<>();
    rows.createQuery("select * from council order by title, id")
        .map((row, _) ->
            new Council(
                row.getString("id"),
                row.getString("title"),
                row.getString("topic"),
                Where.parse(row.getString("place")).orElse(Where.ORGANISATION),
                List.of(),
                1,
                false))
        .forEach(one -> all.put(one.id(), one));
    rows.createQuery("select council, kind, about from council_turn order by council, number")
        .map((row, _) -> {
          String kind = row.getString("kind");
          String about = row.getString("about");
          return all.computeIfPresent(row.getString("council"), (_, one) -> one.after(kind, about));
        })
        .list();
    return List.copyOf(all.values());
  }

  static void add(Handle rows, Council council, String at) {
    rows.execute(
        "insert into council (id, title, topic, place, at) values (?, ?, ?, ?, ?)",
        council.id(),
        council.title(),
        council.topic(),
        council.place().text(),
        at);
  }

  static void turn(
      Handle rows, String id, String kind, String about, String words, String at, Who who) {
    rows.execute(
        """
        insert into council_turn (council, number, kind, about, words, at, who, who_name)
        select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ? from council_turn
        where council = ?
        """,
        id,
        kind,
        about,
        words,
        at,
        who.id(),
        who.name(),
        id);
  }
}
