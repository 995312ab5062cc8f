package pilothouse.allocation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;

/** Plans and rules as rows. */
final class PlanRows {
  private static final String PLANS =
      """
      select id, team, first_day, last_day, band, made_at, who_name, why
      from allocation_plan where ended_at is null
      """;

  private PlanRows() {}

  static void add(Handle rows, Plan plan, Who who) {
    rows.execute(
        """
        insert into allocation_plan (id, team, first_day, last_day, band, made_at, who, who_name,
          why)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        plan.id(),
        plan.team(),
        plan.first().toString(),
        plan.last().toString(),
        plan.band(),
        Instants.text(plan.madeAt()),
        who.id(),
        who.name(),
        plan.why());
    plan.shares()
        .forEach((category, percent) ->
            rows.execute(
                "insert into allocation_share (plan, category, percent) values (?, ?, ?)",
                plan.id(),
                category,
                percent));
  }

  /** Ends what was declared for the same team and the same days. */
  static void replace(Handle rows, Plan plan, Who who) {
    rows.execute(
        """
        update allocation_plan set ended_at = ?, ended_by = ?
        where team = ? and first_day = ? and last_day = ? and ended_at is null
        """,
        Instants.text(plan.madeAt()),
        who.name(),
        plan.team(),
        plan.first().toString(),
        plan.last().toString());
  }

  /** One of the same team for some of the same days. */
  static Optional<Plan> overlapping(Handle rows, Plan plan) {
    return plans(
            rows,
            rows.createQuery(
                    PLANS + "and team = :team and first_day <= :last and last_day >= :first")
                .bind("team", plan.team())
                .bind("first", plan.first().toString())
                .bind("last", plan.last().toString()))
        .stream()
        .findFirst();
  }

  static void end(Handle rows, String id, Instant at, Who who) {
    rows.execute(
        "update allocation_plan set ended_at = ?, ended_by = ? where id = ? and ended_at is null",
        Instants.text(at),
        who.name(),
        id);
  }

  static List<Plan> all(Handle rows, int most) {
    return plans(
        rows,
        rows.createQuery(PLANS + "order by last_day desc, team, id limit :most")
            .bind("most", most));
  }

  static Optional<Plan> find(Handle rows, String id) {
    return plans(rows, rows.createQuery(PLANS + "and id = :id").bind("id", id)).stream()
        .findFirst();
  }

  private static List<Plan> plans(Handle rows, org.jdbi.v3.core.statement.Query query) {
    Map<String, Map<String, Double>> shares = new LinkedHashMap<>();
    List<Plan> plans =
        query
            .map((row, _) -> {
              String id = row.getString("id");
              return new Plan(
                  id,
                  row.getString("team"),
                  LocalDate.parse(row.getString("first_day")),
                  LocalDate.parse(row.getString("last_day")),
                  Map.of(),
                  row.getDouble("band"),
                  Instants.parse(row.getString("made_at")),
                  row.getString("who_name"),
                  row.getString("why"));
            })
            .list();
    if (plans.isEmpty()) {
      return plans;
    }
    rows.createQuery(
            """
            select plan, category, percent from allocation_share where plan in (<plans>)
            order by plan, percent desc, category
            """)
        .bindList("plans", plans.stream().map(Plan::id).toList())
        .map((row, _) -> {
          shares
              .computeIfAbsent(row.getString(1), id -> new LinkedHashMap<>())
              .put(row.getString(2), row.getDouble(3));
          return true;
        })
        .list();
    List<Plan> whole = new ArrayList<>();
    plans.forEach(plan -> whole.add(with(plan, shares.getOrDefault(plan.id(), Map.of()))));
    return whole;
  }

  private static Plan with(Plan plan, Map<String, Double> shares) {
    return new Plan(
        plan.id(),
        plan.team(),
        plan.first(),
        plan.last(),
        shares,
        plan.band(),
        plan.madeAt(),
        plan.madeBy(),
        plan.why());
  }

  /** The rules that hold; empty where nobody wrote any. */
  static Optional<String> rules(Handle rows) {
    return rows.createQuery("select text from allocation_rulebook order by at desc, id limit 1")
        .mapTo(String.class)
        .findOne();
  }

  static void addRules(Handle rows, String id, String text, Instant at, Who who, String why) {
    rows.execute(
        """
        insert into allocation_rulebook (id, text, at, who, who_name, why)
        values (?, ?, ?, ?, ?, ?)
        """,
        id,
        text,
        Instants.text(at),
        who.id(),
        who.name(),
        why);
  }
}
