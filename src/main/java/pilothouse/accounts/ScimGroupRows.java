package pilothouse.accounts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.accounts.scim.Group;
import pilothouse.accounts.scim.User.Reference;
import pilothouse.storage.Instants;

/** Groups as a directory sees them. */
final class ScimGroupRows {
  /** What the names of the groups begin with. */
  static final String DIRECTORY = "scim/";

  private ScimGroupRows() {}

  /** A group without its members. */
  record Kept(String id, String name, String externalId, Instant made, Instant changed) {}

  /** Groups by id; those of one attribute, or all. */
  static List<Kept> all(Handle rows, String attribute, String value) {
    String where =
        switch (attribute) {
          case "id" -> "where id = :value";
          case "displayName" -> "where lower(name) = lower(:value)";
          case "externalId" -> "where external_id = :value";
          default -> "";
        };
    var query = rows.createQuery("select * from scim_group " + where + " order by id limit 10000");
    return (where.isEmpty() ? query : query.bind("value", value))
        .map((row, context) ->
            new Kept(
                row.getString("id"),
                row.getString("name"),
                row.getString("external_id"),
                Instants.parse(row.getString("made_at")),
                Instants.parse(row.getString("changed_at"))))
        .list();
  }

  static void keep(Handle rows, String id, Group group, Instant now) {
    rows.execute(
        """
        insert into scim_group (id, name, external_id, made_at, changed_at) values (?, ?, ?, ?, ?)
        on conflict (id) do update set name = excluded.name, external_id = excluded.external_id,
          changed_at = excluded.changed_at
        """,
        id,
        group.name(),
        group.externalId(),
        Instants.text(now),
        Instants.text(now));
  }

  static void drop(Handle rows, String id) {
    rows.execute("delete from scim_group where id = ?", id);
  }

  /** Who is in a group, by id. */
  static List<Reference> members(Handle rows, String name) {
    return rows.createQuery(
            """
            select a.id, a.name from account_group g join account a on a.id = g.account
            where g.name = :name and g.until is null order by a.id
            """)
        .bind("name", DIRECTORY + name)
        .map((row, context) -> new Reference(row.getString(1), row.getString(2)))
        .list();
  }

  /** The groups of each account that is in one, by account. */
  static Map<String, List<Reference>> of(Handle rows, @Nullable String account) {
    Map<String, List<Reference>> all = new HashMap<>();
    var query =
        rows.createQuery(
            """
            select g.account, s.id, s.name from account_group g
            join scim_group s on g.name = 'scim/' || s.name
            where g.until is null
            """
                + (account == null ? "" : " and g.account = :account")
                + " order by s.id");
    (account == null ? query : query.bind("account", account))
        .map((row, context) -> {
          all.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
              .add(new Reference(row.getString(2), row.getString(3)));
          return true;
        })
        .list();
    return all;
  }
}
