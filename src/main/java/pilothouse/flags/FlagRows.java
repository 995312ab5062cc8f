package pilothouse.flags;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Instants;
import pilothouse.web.Where;

/** Flags as rows: read. */
final class FlagRows {
  /** Stands behind every id. */
  private static final String AFTER_ALL = "~";

  private FlagRows() {}

  /** Differs after each change. */
  static String version(Handle rows) {
    return rows.createQuery(
            """
            select (select count(*) from flag_words) || ' ' || (select count(*) from flag_turn)
              || ' ' || (select count(*) from flag_source) || ' '
              || (select count(*) from flag_life) || ' '
              || (select coalesce(sum(changed), 0) from flag_source)
            """)
        .mapTo(String.class)
        .one();
  }

  /** All of them, the newest first. */
  static List<Flag> all(Handle rows) {
    return some(rows, "", AFTER_ALL);
  }

  /** The one of that id, which is there. */
  static Flag one(Handle rows, String id) {
    return some(rows, id, id).getFirst();
  }

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private static <T> Map<String, List<T>> each(
      Handle rows, String table, String order, String first, String last, Reading<T> reading) {
    Map<String, List<T>> found = new HashMap<>();
    rows.createQuery(
            "select * from "
                + table
                + " where item between :first and :last order by item, "
                + order)
        .bind("first", first)
        .bind("last", last)
        .map((row, _) ->
            found
                .computeIfAbsent(row.getString("item"), _ -> new ArrayList<>())
                .add(reading.of(row)))
        .list();
    return found;
  }

  private static List<Flag> some(Handle rows, String first, String last) {
    var words = each(rows, "flag_words", "number", first, last, FlagRows::version);
    var turns = each(rows, "flag_turn", "number", first, last, FlagRows::turn);
    var seen = each(rows, "flag_source", "first_seen, kind, mark", first, last, FlagRows::sighting);
    return rows
        .createQuery(
            "select * from flag_item where id between :first and :last order by number desc")
        .bind("first", first)
        .bind("last", last)
        .map((row, _) -> {
          String id = row.getString("id");
          List<Version> said = words.getOrDefault(id, List.of());
          return said.isEmpty()
              ? List.<Flag>of()
              : List.of(
                  new Flag(
                      id,
                      row.getInt("number"),
                      row.getString("flag_key"),
                      Instants.parse(row.getString("at")),
                      said.getLast(),
                      turns.getOrDefault(id, List.of()),
                      seen.getOrDefault(id, List.of())));
        })
        .list()
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  /** All words of one, the newest first. */
  static List<Version> versions(Handle rows, String id) {
    return each(rows, "flag_words", "number desc", id, id, FlagRows::version)
        .getOrDefault(id, List.of());
  }

  /** Within how many days flags of a kind go, where somebody set that. */
  static Map<Purpose, Integer> lives(Handle rows) {
    Map<Purpose, Integer> lives = new HashMap<>();
    rows.createQuery("select purpose, days from flag_life order by number")
        .map((row, _) -> lives.put(purpose(row), row.getInt("days")))
        .list();
    return lives;
  }

  private static Purpose purpose(ResultSet row) throws SQLException {
    return Purpose.of(row.getString("purpose")).orElseThrow();
  }

  private static Version version(ResultSet row) throws SQLException {
    Words words =
        new Words(
            row.getString("says"),
            Where.parse(row.getString("place")).orElse(Where.ORGANISATION),
            purpose(row),
            row.getString("owner"),
            LocalDate.parse(row.getString("since")),
            LocalDate.parse(row.getString("ends")));
    return new Version(
        row.getInt("number"),
        words,
        Instants.parse(row.getString("at")),
        row.getString("who"),
        row.getString("who_name"),
        row.getString("why"));
  }

  private static Turn turn(ResultSet row) throws SQLException {
    return new Turn(
        row.getInt("number"),
        Turn.Kind.of(row.getString("kind")),
        Stream.ofNullable(row.getString("day")).map(LocalDate::parse).findFirst().orElse(null),
        row.getString("evidence"),
        row.getString("words"),
        Instants.parse(row.getString("at")),
        row.getString("who"),
        row.getString("who_name"));
  }

  private static Sighting sighting(ResultSet row) throws SQLException {
    @Nullable String gone = row.getString("gone");
    return new Sighting(
        row.getString("kind"),
        row.getString("mark"),
        row.getString("file"),
        row.getString("home"),
        row.getString("says"),
        Instants.parse(row.getString("first_seen")),
        Instants.parse(row.getString("last_seen")),
        gone == null ? null : Instants.parse(gone));
  }
}
