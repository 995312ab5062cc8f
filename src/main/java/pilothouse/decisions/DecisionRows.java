package pilothouse.decisions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;
import pilothouse.web.Where;

/** Decisions as rows. */
final class DecisionRows {
  /** Stands behind every id. */
  private static final String AFTER_ALL = "~";

  private DecisionRows() {}

  /** Rises with each change, for rows only come. */
  static long version(Handle rows) {
    return rows.createQuery(
            "select (select count(*) from decision_turn) + (select count(*) from decision_words)")
        .mapTo(Long.class)
        .one();
  }

  /** All of them, the newest first. */
  static List<Decision> all(Handle rows) {
    return some(rows, "", AFTER_ALL);
  }

  /** The one of that id, which is there. */
  static Decision one(Handle rows, String id) {
    return some(rows, id, id).getFirst();
  }

  private static List<Decision> some(Handle rows, String first, String last) {
    Map<String, Version> words = new HashMap<>();
    rows.createQuery(
            """
            select * from decision_words where decision between :first and :last
            order by decision, number
            """)
        .bind("first", first)
        .bind("last", last)
        .map((row, _) -> words.put(row.getString("decision"), version(row)))
        .list();
    Map<String, List<Turn>> turns = new HashMap<>();
    rows.createQuery(
            """
            select * from decision_turn where decision between :first and :last
            order by decision, number
            """)
        .bind("first", first)
        .bind("last", last)
        .map((row, _) ->
            turns.computeIfAbsent(row.getString("decision"), _ -> new ArrayList<>()).add(turn(row)))
        .list();
    return rows
        .createQuery(
            """
            select id, number, place from decision where id between :first and :last
            order by number desc
            """)
        .bind("first", first)
        .bind("last", last)
        .map((row, _) -> decision(row, words, turns))
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Decision> decision(
      ResultSet row, Map<String, Version> words, Map<String, List<Turn>> turns)
      throws SQLException {
    String id = row.getString("id");
    Version now = words.get(id);
    Where place = Where.parse(row.getString("place")).orElse(Where.ORGANISATION);
    return now == null
        ? Optional.empty()
        : Optional.of(
            new Decision(id, row.getInt("number"), place, now, turns.getOrDefault(id, List.of())));
  }

  /** All words of one, the newest first. */
  static List<Version> versions(Handle rows, String id) {
    return rows.createQuery(
            "select * from decision_words where decision = :id order by number desc")
        .bind("id", id)
        .map((row, _) -> version(row))
        .list();
  }

  private static Version version(ResultSet row) throws SQLException {
    return new Version(
        row.getInt("number"),
        new Words(
            row.getString("title"),
            row.getString("question"),
            lines(row.getString("drivers")),
            Choice.read(lines(row.getString("options"))),
            row.getString("consequences"),
            row.getString("confirmation"),
            row.getString("way_back")),
        Instants.parse(row.getString("at")),
        row.getString("who"),
        row.getString("who_name"),
        row.getString("why"));
  }

  private static List<String> lines(String text) {
    return text.lines().filter(line -> !line.isBlank()).toList();
  }

  private static Turn turn(ResultSet row) throws SQLException {
    String day = row.getString("day");
    return new Turn(
        row.getInt("number"),
        Turn.Kind.of(row.getString("kind")).orElseThrow(),
        row.getString("about"),
        row.getString("words"),
        day == null ? null : LocalDate.parse(day),
        Instants.parse(row.getString("at")),
        row.getString("who"),
        row.getString("who_name"));
  }

  /** A new one; its number. */
  static int add(Handle rows, String id, Where place, String at) {
    rows.execute(
        """
        insert into decision (id, number, place, at)
        select ?, coalesce(max(number), 0) + 1, ?, ? from decision
        """,
        id,
        place.text(),
        at);
    return rows.createQuery("select number from decision where id = :id")
        .bind("id", id)
        .mapTo(Integer.class)
        .one();
  }

  static void say(Handle rows, String id, Words words, String at, Who who, String why) {
    rows.execute(
        """
        insert into decision_words (decision, number, title, question, drivers, options,
          consequences, confirmation, way_back, at, who, who_name, why)
        select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
        from decision_words where decision = ?
        """,
        id,
        words.title(),
        words.question(),
        String.join("\n", words.drivers()),
        Choice.text(words.options()),
        words.consequences(),
        words.confirmation(),
        words.wayBack(),
        at,
        who.id(),
        who.name(),
        why,
        id);
  }

  static void turn(
      Handle rows,
      String id,
      Turn.Kind kind,
      String about,
      String words,
      @Nullable LocalDate day,
      String at,
      Who who) {
    rows.execute(
        """
        insert into decision_turn (decision, number, kind, about, words, day, at, who, who_name)
        select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, ?
        from decision_turn where decision = ?
        """,
        id,
        kind.word(),
        about,
        words,
        day == null ? null : day.toString(),
        at,
        who.id(),
        who.name(),
        id);
  }
}
