package pilothouse.debt;

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
import pilothouse.debt.interest.Payback.Before;
import pilothouse.storage.Instants;
import pilothouse.web.Where;

/** Items as rows: read. */
final class DebtRows {
  /** Stands behind every id. */
  private static final String AFTER_ALL = "~";

  private DebtRows() {}

  /** Differs after each change, for rows only come, but for when something was seen last. */
  static String version(Handle rows) {
    return rows.createQuery(
            """
            select (select count(*) from debt_words) || ' ' || (select count(*) from debt_turn)
              || ' ' || (select count(*) from debt_source) || ' '
              || (select count(*) from debt_rule) || ' '
              || coalesce((select max(last_seen) from debt_source), '')
            """)
        .mapTo(String.class)
        .one();
  }

  /** All of them, the newest first. */
  static List<Item> all(Handle rows) {
    return some(rows, "", AFTER_ALL);
  }

  /** The one of that id, which is there. */
  static Item one(Handle rows, String id) {
    return some(rows, id, id).getFirst();
  }

  private static List<Item> some(Handle rows, String first, String last) {
    Map<String, Version> words = new HashMap<>();
    String span = " where item between :first and :last order by ";
    each(rows, "select * from debt_words" + span + "item, number", first, last)
        .forEach(row -> words.put(row.item(), (Version) row.thing()));
    Map<String, List<Turn>> turns = new HashMap<>();
    each(rows, "select * from debt_turn" + span + "item, number", first, last)
        .forEach(row ->
            turns.computeIfAbsent(row.item(), _ -> new ArrayList<>()).add((Turn) row.thing()));
    Map<String, List<Sighting>> seen = new HashMap<>();
    each(rows, "select * from debt_source" + span + "item, first_seen, kind, mark", first, last)
        .forEach(row ->
            seen.computeIfAbsent(row.item(), _ -> new ArrayList<>()).add((Sighting) row.thing()));
    return rows
        .createQuery(
            """
            select id, number, at from debt_item where id between :first and :last
            order by number desc
            """)
        .bind("first", first)
        .bind("last", last)
        .map((row, _) -> item(row, words, turns, seen))
        .list()
        .stream()
        .flatMap(Stream::ofNullable)
        .toList();
  }

  private static @Nullable Item item(
      ResultSet row,
      Map<String, Version> words,
      Map<String, List<Turn>> turns,
      Map<String, List<Sighting>> seen)
      throws SQLException {
    String id = row.getString("id");
    Version now = words.get(id);
    return now == null
        ? null
        : new Item(
            id,
            row.getInt("number"),
            Instants.parse(row.getString("at")),
            now,
            turns.getOrDefault(id, List.of()),
            seen.getOrDefault(id, List.of()));
  }

  /** Something of an item. */
  private record Of(String item, Object thing) {}

  private static List<Of> each(Handle rows, String query, String first, String last) {
    return rows.createQuery(query)
        .bind("first", first)
        .bind("last", last)
        .map((row, _) -> new Of(row.getString("item"), thing(query, row)))
        .list();
  }

  private static Object thing(String query, ResultSet row) throws SQLException {
    return query.startsWith("select * from debt_words")
        ? version(row)
        : query.startsWith("select * from debt_turn") ? turn(row) : sighting(row);
  }

  /** What was said that items cost whose words changed, the oldest first, by their ids. */
  static Map<String, List<Trends.Estimate>> estimates(Handle rows) {
    Map<String, List<Trends.Estimate>> all = new HashMap<>();
    rows.createQuery(
            """
            select item, at, interest_low, interest_high from debt_words
            where item in (select item from debt_words where number > 1) order by item, number
            """)
        .map((row, _) ->
            all.computeIfAbsent(row.getString("item"), _ -> new ArrayList<>())
                .add(
                    new Trends.Estimate(
                        Instants.parse(row.getString("at")),
                        hours(row, "interest_low", "interest_high"))))
        .list();
    return all;
  }

  /** All words of one, the newest first. */
  static List<Version> versions(Handle rows, String id) {
    return rows.createQuery("select * from debt_words where item = :id order by number desc")
        .bind("id", id)
        .map((row, _) -> version(row))
        .list();
  }

  private static Version version(ResultSet row) throws SQLException {
    return new Version(
        row.getInt("number"),
        words(row),
        Instants.parse(row.getString("at")),
        row.getString("who"),
        row.getString("who_name"),
        row.getString("why"));
  }

  private static Words words(ResultSet row) throws SQLException {
    return new Words(
        row.getString("title"),
        row.getString("says"),
        Where.parse(row.getString("place")).orElse(Where.ORGANISATION),
        Spot.readAll(row.getString("spots")),
        Nature.of(row.getString("nature")).orElse(Nature.REFACTORING),
        Effect.of(row.getString("effect")).orElseThrow(),
        Severity.of(row.getString("severity")).orElseThrow(),
        row.getString("owner"),
        row.getString("origin"),
        row.getString("outcome"),
        hours(row, "principal_low", "principal_high"),
        row.getString("principal_by"),
        hours(row, "interest_low", "interest_high"),
        numbers(row.getString("requires")));
  }

  private static List<Integer> numbers(String text) {
    return text.isEmpty()
        ? List.of()
        : Stream.of(text.split(" ", -1)).map(Integer::valueOf).toList();
  }

  private static @Nullable Hours hours(ResultSet row, String low, String high) throws SQLException {
    double from = row.getDouble(low);
    return row.wasNull() ? null : new Hours(from, row.getDouble(high));
  }

  private static Turn turn(ResultSet row) throws SQLException {
    String day = row.getString("day");
    return new Turn(
        row.getInt("number"),
        Turn.Kind.of(row.getString("kind")),
        row.getString("about"),
        row.getString("words"),
        day == null ? null : LocalDate.parse(day),
        hours(row, "low", "high"),
        row.getInt("cases"),
        before(row),
        Instants.parse(row.getString("at")),
        row.getString("who"),
        row.getString("who_name"));
  }

  private static @Nullable Before before(ResultSet row) throws SQLException {
    Double touches = number(row, "touches");
    return touches == null
        ? null
        : new Before(
            Instants.parse(row.getString("at")),
            touches,
            number(row, "extra"),
            number(row, "extra_low"),
            number(row, "extra_high"),
            row.getInt("compared"));
  }

  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : (Double) value;
  }

  private static Sighting sighting(ResultSet row) throws SQLException {
    return new Sighting(
        row.getString("kind"),
        row.getString("mark"),
        row.getString("address"),
        row.getString("says"),
        Instants.parse(row.getString("first_seen")),
        Instants.parse(row.getString("last_seen")));
  }
}
