package pilothouse.accounts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import pilothouse.storage.Instants;

/** The groups that directories say of accounts, each with its directory before it, dated. */
final class GroupRows {
  private GroupRows() {}

  /**
   * What changed.
   *
   * @param joined and left the names of groups
   */
  record Change(List<String> joined, List<String> left) {
    Change {
      joined = List.copyOf(joined);
      left = List.copyOf(left);
    }

    boolean isNothing() {
      return joined.isEmpty() && left.isEmpty();
    }
  }

  /** The groups that hold now. */
  static Set<String> of(Handle rows, String account) {
    return new TreeSet<>(
        rows.createQuery(
                "select name from account_group where account = :account and until is null")
            .bind("account", account)
            .mapTo(String.class)
            .list());
  }

  /** Those of one directory are now these; what another one said stays. */
  static Change set(
      Handle rows, String account, String directory, Collection<String> groups, Instant now) {
    Set<String> wanted = new TreeSet<>();
    groups.forEach(group -> wanted.add(directory + "/" + group));
    Set<String> there = new TreeSet<>(of(rows, account));
    there.removeIf(name -> !name.startsWith(directory + "/"));
    List<String> joined = new ArrayList<>(wanted);
    joined.removeAll(there);
    List<String> left = new ArrayList<>(there);
    left.removeAll(wanted);
    joined.forEach(name -> join(rows, account, name, now));
    left.forEach(name -> leave(rows, account, name, now));
    return new Change(joined, left);
  }

  static void join(Handle rows, String account, String name, Instant now) {
    rows.execute(
        "insert into account_group (id, account, name, since) values (?, ?, ?, ?)",
        Secret.id(),
        account,
        name,
        Instants.text(now));
  }

  static void leave(Handle rows, String account, String name, Instant now) {
    rows.execute(
        "update account_group set until = ? where account = ? and name = ? and until is null",
        Instants.text(now),
        account,
        name);
  }

  /** The accounts that are in it now. */
  static List<String> accounts(Handle rows, String name) {
    return rows.createQuery(
            "select account from account_group where name = :name and until is null order by account")
        .bind("name", name)
        .mapTo(String.class)
        .list();
  }

  /** All groups that hold now or that something was said of, with how many are in each. */
  static List<Groups.Known> known(Handle rows, int most) {
    return rows.createQuery(
            """
            select name, sum(there) as there from (
              select name, 1 as there from account_group where until is null
              union all select 'scim/' || name, 0 from scim_group
              union all select name, 0 from group_team where ended_at is null
              union all select substr(subject, 7), 0 from role_grant
                where ended_at is null and subject like 'group/%'
            ) g group by name order by name limit :most
            """)
        .bind("most", most)
        .map((row, context) -> new Groups.Known(row.getString(1), row.getInt(2)))
        .list();
  }
}
