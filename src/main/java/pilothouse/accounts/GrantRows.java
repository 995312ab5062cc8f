package pilothouse.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import pilothouse.storage.Instants;
import pilothouse.web.Where;

/** Who has which role where; one at each place, and those of the past with their ends. */
final class GrantRows {
  private static final String COLUMNS =
      """
      select id, subject, role, scope, place, given_at, given_by, why, ended_at, ended_by,
      ended_why from role_grant
      """;

  private static final RowMapper<Grant> GRANT =
      (row, context) -> {
        String ended = row.getString("ended_at");
        Grant.End end =
            ended == null
                ? null
                : new Grant.End(
                    Instants.parse(ended), row.getString("ended_by"), row.getString("ended_why"));
        return new Grant(
            row.getString("id"),
            row.getString("subject"),
            Role.named(row.getString("role")),
            Places.of(row.getString("scope"), row.getString("place")),
            Instants.parse(row.getString("given_at")),
            row.getString("given_by"),
            row.getString("why"),
            end);
      };

  private GrantRows() {}

  /** Those that hold now. */
  static List<Grant> of(Handle rows, String subject) {
    return rows.createQuery(
            COLUMNS + " where subject = :subject and ended_at is null order by scope, place")
        .bind("subject", subject)
        .map(GRANT)
        .list();
  }

  /** Those that hold now of some. */
  static List<Grant> of(Handle rows, List<String> subjects) {
    return subjects.isEmpty()
        ? List.of()
        : rows.createQuery(
                COLUMNS
                    + " where subject in (<subjects>) and ended_at is null order by scope, place")
            .bindList("subjects", subjects)
            .map(GRANT)
            .list();
  }

  /** Those that an account has now, by itself and by the groups that it is in. */
  static List<Grant> held(Handle rows, String account) {
    return rows.createQuery(
            COLUMNS
                + """
                 where ended_at is null and (subject = :account or subject in (
                  select 'group/' || name from account_group
                  where account = :account and until is null))
                order by scope, place
                """)
        .bind("account", account)
        .map(GRANT)
        .list();
  }

  /** Those of the past too, the newest first. */
  static List<Grant> history(Handle rows, String subject) {
    return rows.createQuery(
            COLUMNS + " where subject = :subject order by given_at desc, id limit 200")
        .bind("subject", subject)
        .map(GRANT)
        .list();
  }

  /** Those that hold now, by place, from the one with the id that is given; empty: the first. */
  static List<Grant> page(Handle rows, String at, int most) {
    String from =
        at.isEmpty()
            ? ""
            : """
             and (scope, place, id) >=
              (select g.scope, g.place, g.id from role_grant g where g.id = :at)
            """;
    return rows.createQuery(
            COLUMNS + " where ended_at is null" + from + " order by scope, place, id limit :most")
        .bindMap(at.isEmpty() ? Map.of("most", most) : Map.of("most", most, "at", at))
        .map(GRANT)
        .list();
  }

  static Optional<Grant> find(Handle rows, String id) {
    return rows.createQuery(COLUMNS + " where id = :id and ended_at is null")
        .bind("id", id)
        .map(GRANT)
        .findOne();
  }

  static void add(Handle rows, Grant grant) {
    rows.execute(
        """
        insert into role_grant (id, subject, role, scope, place, given_at, given_by, why)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        grant.id(),
        grant.subject(),
        grant.role().word(),
        Places.scope(grant.where()),
        grant.where().name(),
        Instants.text(grant.at()),
        grant.by(),
        grant.why());
  }

  static void end(Handle rows, String id, By by, Instant at, String why) {
    rows.execute(
        "update role_grant set ended_at = ?, ended_by = ?, ended_why = ? where id = ?",
        Instants.text(at),
        by.name(),
        why,
        id);
  }

  /**
   * Holds back whoever else counts administrators until the transaction ends: two who take each
   * other's role away at the same moment would leave none.
   */
  static void hold(Handle rows) {
    rows.execute("update administration set counted = counted + 1");
  }

  /** How many open accounts administer the whole organisation, but for this one. */
  static long administrators(Handle rows, String but) {
    return rows.createQuery(
            """
            select count(*) from role_grant g join account a on a.id = g.subject
            left join account_closure c on c.account = a.id and c.ended_at is null
            where g.scope = 'organisation' and g.role = 'administrator' and g.ended_at is null
              and c.id is null and a.id <> :but
            """)
        .bind("but", but)
        .mapTo(Long.class)
        .one();
  }

  /** Whether the place is one that roles can be given at: one that is known. */
  static boolean isThere(Handle rows, Where where) {
    String table =
        switch (where.kind()) {
          case TEAM -> "select count(*) from team where name = :name";
          case SYSTEM, REPOSITORY ->
              """
              select (select count(*) from system_entry where name = :name)
                + (select count(*) from repository where name = :name)
              """;
          case ORGANISATION, ANYWHERE -> "select 1";
        };
    var query = rows.createQuery(table);
    return (table.contains(":name") ? query.bind("name", where.name()) : query)
            .mapTo(Integer.class)
            .one()
        > 0;
  }
}
