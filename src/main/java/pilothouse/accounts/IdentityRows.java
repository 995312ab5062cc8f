package pilothouse.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import pilothouse.accounts.proof.Proven;
import pilothouse.storage.Instants;

/** By what accounts are known elsewhere. */
final class IdentityRows {
  private IdentityRows() {}

  /** The account that is meant, and notes that it was. */
  static Optional<Account> account(Handle rows, Proven proven, Instant now) {
    rows.execute(
        "update identity set seen_at = ? where provider = ? and subject = ?",
        Instants.text(now),
        proven.provider(),
        proven.subject());
    return rows.createQuery(
            "select account from identity where provider = :provider and subject = :subject")
        .bind("provider", proven.provider())
        .bind("subject", proven.subject())
        .mapTo(String.class)
        .findOne()
        .flatMap(id -> AccountRows.find(rows, id));
  }

  static void add(Handle rows, Proven proven, Account account, String why, Instant now) {
    rows.execute(
        """
        insert into identity (id, provider, subject, account, since, why, seen_at)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        Secret.id(),
        proven.provider(),
        proven.subject(),
        account.id(),
        Instants.text(now),
        why,
        Instants.text(now));
  }

  /** By what an account is known elsewhere. */
  record Known(String id, String provider, Instant since, Instant seen) {}

  static List<Known> of(Handle rows, String account) {
    return rows.createQuery(
            """
            select id, provider, since, seen_at from identity
            where account = :account order by provider, since, id
            """)
        .bind("account", account)
        .map((row, context) ->
            new Known(
                row.getString("id"),
                row.getString("provider"),
                Instants.parse(row.getString("since")),
                Instants.parse(row.getString("seen_at"))))
        .list();
  }

  /** Lets others wait who change by what this account is known, until this transaction ends. */
  static void hold(Handle rows, String account) {
    rows.execute("update account set id = id where id = ?", account);
  }

  static void remove(Handle rows, String id) {
    rows.execute("delete from identity where id = ?", id);
  }

  /** The providers by which an account is known. */
  static List<String> providers(Handle rows, String account) {
    return rows.createQuery(
            "select distinct provider from identity where account = :account order by provider")
        .bind("account", account)
        .mapTo(String.class)
        .list();
  }
}
