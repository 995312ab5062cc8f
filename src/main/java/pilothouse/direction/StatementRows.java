package pilothouse.direction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;
import pilothouse.web.Where;

/** Statements and their reviews as rows. */
final class StatementRows {
  private static final String ALL =
      """
      select id, kind, place, number, body, review_on, at, who_name, why from statement s
      """;
  private static final String NEWEST =
      """
       where number = (select max(number) from statement o where o.kind = s.kind and o.place = s.place)
      """;
  private static final RowMapper<Statement> ROW =
      (row, _) ->
          new Statement(
              row.getString("id"),
              Statement.Kind.of(row.getString("kind")).orElseThrow(),
              Where.parse(row.getString("place")).orElseThrow(),
              row.getInt("number"),
              row.getString("body"),
              List.of(),
              LocalDate.parse(row.getString("review_on")),
              Instants.parse(row.getString("at")),
              row.getString("who_name"),
              row.getString("why"));

  private StatementRows() {}

  /** The newest version of each kind at each place. */
  static List<Statement> current(Handle rows) {
    return whole(rows, rows.createQuery(ALL + NEWEST + "order by place, kind").map(ROW).list());
  }

  static Optional<Statement> current(Handle rows, Statement.Kind kind, Where place) {
    return versions(rows, kind, place, 1).stream().findFirst();
  }

  /** The newest first. */
  static List<Statement> versions(Handle rows, Statement.Kind kind, Where place, int most) {
    String asked = "where kind = :kind and place = :place order by number desc limit :most";
    return whole(
        rows,
        rows.createQuery(ALL + asked)
            .bind("kind", kind.word())
            .bind("place", place.text())
            .bind("most", most)
            .map(ROW)
            .list());
  }

  private static List<Statement> whole(Handle rows, List<Statement> bare) {
    if (bare.isEmpty()) {
      return bare;
    }
    Map<String, List<Statement.Item>> items = new HashMap<>();
    rows.createQuery(
            """
            select statement, item, section, says, more, outcome from statement_item
            where statement in (<ids>) order by statement, position
            """)
        .bindList("ids", bare.stream().map(Statement::id).toList())
        .map((row, _) ->
            Map.entry(
                row.getString("statement"),
                new Statement.Item(
                    row.getString("item"),
                    row.getString("section"),
                    row.getString("says"),
                    row.getString("more"),
                    row.getString("outcome"))))
        .forEach(item ->
            items.computeIfAbsent(item.getKey(), _ -> new ArrayList<>()).add(item.getValue()));
    return bare.stream().map(one -> with(one, items.getOrDefault(one.id(), List.of()))).toList();
  }

  private static Statement with(Statement one, List<Statement.Item> items) {
    return new Statement(
        one.id(),
        one.kind(),
        one.place(),
        one.number(),
        one.body(),
        items,
        one.reviewOn(),
        one.at(),
        one.by(),
        one.why());
  }

  static void add(Handle rows, Statement made, Who who) {
    rows.execute(
        """
        insert into statement (id, kind, place, number, body, review_on, at, who, who_name, why)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        made.id(),
        made.kind().word(),
        made.place().text(),
        made.number(),
        made.body(),
        made.reviewOn().toString(),
        Instants.text(made.at()),
        who.id(),
        who.name(),
        made.why());
    int position = 0;
    for (Statement.Item item : made.items()) {
      rows.execute(
          """
          insert into statement_item (statement, position, item, section, says, more, outcome)
          values (?, ?, ?, ?, ?, ?, ?)
          """,
          made.id(),
          ++position,
          item.id(),
          item.section(),
          item.says(),
          item.more(),
          item.outcome());
    }
  }

  static void review(Handle rows, String id, Review made, Who who) {
    rows.execute(
        """
        insert into statement_review (id, statement, came, next_on, at, who, who_name, why)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        made.statement(),
        made.came(),
        made.nextOn().toString(),
        Instants.text(made.at()),
        who.id(),
        who.name(),
        made.why());
  }

  /** The reviews of these statements, the newest first. */
  static List<Review> reviews(Handle rows, List<String> statements) {
    return statements.isEmpty()
        ? List.of()
        : rows.createQuery(
                """
                select statement, came, next_on, at, who_name, why from statement_review
                where statement in (<ids>) order by at desc, id
                """)
            .bindList("ids", statements)
            .map((row, _) ->
                new Review(
                    row.getString("statement"),
                    row.getString("came"),
                    LocalDate.parse(row.getString("next_on")),
                    Instants.parse(row.getString("at")),
                    row.getString("who_name"),
                    row.getString("why")))
            .list();
  }
}
