package pilothouse.accounts;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.accounts.scim.User;
import pilothouse.storage.Instants;

/** Accounts as a directory sees them. */
final class ScimRows {
  private static final String SEEN =
      AccountRows.FROM
          + " left join scim_user s on s.account = a.id where (s.gone_at is null or c.id is null) ";

  private ScimRows() {}

  /** An account with what the directory told of it. */
  record Person(Account account, User user, Instant changed) {}

  /**
   * Accounts that the directory sees, by id.
   *
   * @param attribute by which one is looked for: id, userName, externalId, or empty for all
   */
  static List<Person> people(Handle rows, String attribute, String value, int from, int most) {
    return rows.createQuery(
            "select "
                + AccountRows.COLUMNS
                + ", s.user_name as user_name, s.external_id as external_id, s.given as given,"
                + " s.family as family, s.changed_at as changed_at from "
                + SEEN
                + condition(attribute)
                + " order by a.id limit :most offset :from")
        .bindMap(bound(attribute, value, from, most))
        .map((row, context) -> {
          Account account = AccountRows.ACCOUNT.map(row, context);
          String changed = row.getString("changed_at");
          return new Person(
              account,
              new User(
                  or(row.getString("user_name"), account.email()),
                  or(row.getString("external_id"), ""),
                  account.name(),
                  or(row.getString("given"), ""),
                  or(row.getString("family"), ""),
                  account.email(),
                  account.isOpen()),
              changed == null ? account.at() : Instants.parse(changed));
        })
        .list();
  }

  private static Map<String, Object> bound(String attribute, String value, int from, int most) {
    Map<String, Object> bound = new HashMap<>(Map.of("from", from, "most", most));
    if (!attribute.isEmpty()) {
      bound.put("value", attribute.equals("userName") ? value.toLowerCase(Locale.ROOT) : value);
    }
    return bound;
  }

  private static String condition(String attribute) {
    return switch (attribute) {
      case "id" -> "and a.id = :value";
      case "userName" -> "and lower(coalesce(s.user_name, a.email)) = :value";
      case "externalId" -> "and s.external_id = :value";
      default -> "";
    };
  }

  private static String or(@Nullable String text, String other) {
    return text == null ? other : text;
  }

  static long people(Handle rows) {
    return rows.createQuery("select count(*) from " + SEEN).mapTo(Long.class).one();
  }

  /** The account that has a name or an address already, of those that the directory may not see. */
  static Optional<String> taken(Handle rows, User user, String but) {
    return rows.createQuery(
            """
            select a.id from account a left join scim_user s on s.account = a.id
            where a.id <> :but and (a.email = :email or lower(s.user_name) = :name)
            order by a.id limit 1
            """)
        .bind("but", but)
        .bind("email", user.email())
        .bind("name", user.userName().toLowerCase(Locale.ROOT))
        .mapTo(String.class)
        .findOne();
  }

  static void tell(Handle rows, String account, User user, Instant now) {
    rows.execute(
        """
        insert into scim_user (account, user_name, external_id, given, family, changed_at)
        values (?, ?, ?, ?, ?, ?)
        on conflict (account) do update set user_name = excluded.user_name,
          external_id = excluded.external_id, given = excluded.given, family = excluded.family,
          changed_at = excluded.changed_at, gone_at = null
        """,
        account,
        user.userName(),
        user.externalId(),
        user.given(),
        user.family(),
        Instants.text(now));
  }

  static void gone(Handle rows, String account, Instant now) {
    rows.execute(
        "update scim_user set gone_at = ?, changed_at = ? where account = ?",
        Instants.text(now),
        Instants.text(now),
        account);
  }

  static void email(Handle rows, String account, String email) {
    rows.execute("update account set email = ? where id = ?", email, account);
  }
}
