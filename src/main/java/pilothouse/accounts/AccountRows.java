package pilothouse.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Instants;

/** Accounts, what closed them, and what their passwords were worked into. */
final class AccountRows {
  static final String COLUMNS =
      """
      a.id as id, a.email as email, a.name as name, a.person as person, a.made_at as made_at,
      a.made_by as made_by, c.closed_at as closed_at, c.closed_by as closed_by,
      c.why as closed_why
      """;

  static final String FROM =
      """
      account a left join account_closure c on c.account = a.id and c.ended_at is null
      """;

  static final RowMapper<Account> ACCOUNT =
      (row, context) -> {
        String closedAt = row.getString("closed_at");
        Account.Closure closed =
            closedAt == null
                ? null
                : new Account.Closure(
                    Instants.parse(closedAt),
                    row.getString("closed_by"),
                    row.getString("closed_why"));
        return new Account(
            row.getString("id"),
            row.getString("email"),
            row.getString("name"),
            row.getString("person"),
            Instants.parse(row.getString("made_at")),
            row.getString("made_by"),
            closed);
      };

  private AccountRows() {}

  static Optional<Account> find(Handle rows, String id) {
    return one(rows, "a.id = :key", id);
  }

  static Optional<Account> called(Handle rows, String email) {
    return one(rows, "a.email = :key", email);
  }

  /** The open ones of that name or e-mail address, a few at most. */
  static List<Account> named(Handle rows, String typed) {
    return rows.createQuery(
            "select "
                + COLUMNS
                + " from "
                + FROM
                + " where c.id is null and (a.name = :typed or a.email = :email) limit 3")
        .bind("typed", typed)
        .bind("email", typed.toLowerCase(Locale.ROOT))
        .map(ACCOUNT)
        .list();
  }

  private static Optional<Account> one(Handle rows, String where, String key) {
    return rows.createQuery("select " + COLUMNS + " from " + FROM + " where " + where)
        .bind("key", key)
        .map(ACCOUNT)
        .findOne();
  }

  /** Some of them by e-mail address, from the one that is given; the closed ones, or the open. */
  static List<Account> page(Handle rows, String at, boolean closed, int most) {
    return rows.createQuery(
            "select "
                + COLUMNS
                + " from "
                + FROM
                + " where a.email >= :at and c.id is "
                + (closed ? "not null" : "null")
                + " order by a.email limit :most")
        .bind("at", at)
        .bind("most", most)
        .map(ACCOUNT)
        .list();
  }

  static long count(Handle rows, boolean closed) {
    return rows.createQuery(
            "select count(*) from " + FROM + " where c.id is " + (closed ? "not null" : "null"))
        .mapTo(Long.class)
        .one();
  }

  static void add(Handle rows, Account account) {
    rows.execute(
        "insert into account (id, email, name, person, made_at, made_by) values (?, ?, ?, ?, ?, ?)",
        account.id(),
        account.email(),
        account.name(),
        account.person(),
        Instants.text(account.at()),
        account.by());
  }

  static void rename(Handle rows, String id, String name, @Nullable String person) {
    rows.execute("update account set name = ?, person = ? where id = ?", name, person, id);
  }

  static void close(Handle rows, String id, By by, Instant at, String why) {
    rows.execute(
        """
        insert into account_closure (id, account, closed_at, closed_by, why)
        values (?, ?, ?, ?, ?)
        """,
        Secret.id(),
        id,
        Instants.text(at),
        by.name(),
        why);
  }

  static int reopen(Handle rows, String id, By by, Instant at) {
    return rows.execute(
        """
        update account_closure set ended_at = ?, ended_by = ?
        where account = ? and ended_at is null
        """,
        Instants.text(at),
        by.name(),
        id);
  }

  static Optional<String> hash(Handle rows, String id) {
    return rows.createQuery("select hash from account_password where account = :id")
        .bind("id", id)
        .mapTo(String.class)
        .findOne();
  }

  static void password(Handle rows, String id, String hash, Instant at) {
    rows.execute(
        """
        insert into account_password (account, hash, set_at) values (?, ?, ?)
        on conflict (account) do update set hash = excluded.hash, set_at = excluded.set_at
        """,
        id,
        hash,
        Instants.text(at));
  }
}
