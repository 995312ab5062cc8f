package pilothouse.accounts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import pilothouse.accounts.passkeys.Key;
import pilothouse.storage.Instants;

/** Passkeys, recovery codes, and what browsers were asked to have signed. */
final class KeyRows {
  private static final RowMapper<KeyRow> KEY =
      (row, context) -> {
        String used = row.getString("used_at");
        return new KeyRow(
            new Key(
                row.getString("id"),
                row.getString("data"),
                row.getLong("count"),
                row.getInt("synced") == 1,
                row.getString("ways").isEmpty()
                    ? List.of()
                    : List.of(row.getString("ways").split(" "))),
            row.getString("name"),
            Instants.parse(row.getString("made_at")),
            used == null ? null : Instants.parse(used));
      };

  private KeyRows() {}

  /** Those that hold now, the first one first. */
  static List<KeyRow> of(Handle rows, String account) {
    return rows.createQuery(
            """
            select * from passkey where account = :account and removed_at is null
            order by made_at, id
            """)
        .bind("account", account)
        .map(KEY)
        .list();
  }

  /** Whether a key of that id was ever kept: of anybody. */
  static boolean isKnown(Handle rows, String id) {
    return rows.createQuery("select count(*) from passkey where id = :id")
            .bind("id", id)
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  static void add(Handle rows, String account, String name, Key key, Instant now) {
    rows.execute(
        """
        insert into passkey (id, account, name, data, count, synced, ways, made_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        key.id(),
        account,
        name,
        key.data(),
        key.count(),
        key.synced() ? 1 : 0,
        String.join(" ", key.ways()),
        Instants.text(now));
  }

  /** Notes a use; not where the key was used meanwhile with a higher count. */
  static boolean used(Handle rows, KeyRow key, long count, Instant now) {
    return rows.execute(
            "update passkey set count = ?, used_at = ? where id = ? and count = ? and removed_at is null",
            count,
            Instants.text(now),
            key.key().id(),
            key.key().count())
        > 0;
  }

  static boolean remove(Handle rows, String account, String id, Instant now) {
    return rows.execute(
            "update passkey set removed_at = ? where account = ? and id = ? and removed_at is null",
            Instants.text(now),
            account,
            id)
        > 0;
  }

  /** Keeps codes as hashes, instead of those that were there. */
  static void codes(Handle rows, String account, List<String> codes, Instant now) {
    rows.execute("delete from recovery_code where account = ?", account);
    for (String code : codes) {
      rows.execute(
          "insert into recovery_code (hash, account, made_at) values (?, ?, ?)",
          hash(account, code),
          account,
          Instants.text(now));
    }
  }

  /** How many were not used yet. */
  static int codes(Handle rows, String account) {
    return rows.createQuery(
            "select count(*) from recovery_code where account = :account and used_at is null")
        .bind("account", account)
        .mapTo(Integer.class)
        .one();
  }

  /** Whether the code holds; from now on it does not. */
  static boolean use(Handle rows, String account, String code, Instant now) {
    return rows.execute(
            "update recovery_code set used_at = ? where hash = ? and account = ? and used_at is null",
            Instants.text(now),
            hash(account, code),
            account)
        > 0;
  }

  private static String hash(String account, String code) {
    String plain = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "");
    return Secret.hash(account + " " + plain);
  }

  /**
   * What a browser was asked to have signed.
   *
   * @param tries how often that failed
   * @param provider who proved the password; null where it is one of this house
   */
  record Asked(String account, String challenge, int tries, @Nullable String provider) {}

  static void ask(
      Handle rows,
      String hash,
      String account,
      String challenge,
      String way,
      @Nullable String provider,
      Instant ends) {
    rows.execute("delete from challenge where hash = ?", hash);
    rows.execute(
        "insert into challenge (hash, account, challenge, way, provider, tries, ends_at) values (?, ?, ?, ?, ?, 0, ?)",
        hash,
        account,
        challenge,
        way,
        provider,
        Instants.text(ends));
  }

  static Optional<Asked> asked(Handle rows, String hash, String way, Instant now) {
    return rows.createQuery(
            """
            select account, challenge, tries, provider from challenge
            where hash = :hash and way = :way and ends_at > :now
            """)
        .bind("hash", hash)
        .bind("way", way)
        .bind("now", Instants.text(now))
        .map((row, context) ->
            new Asked(row.getString(1), row.getString(2), row.getInt(3), row.getString(4)))
        .findOne();
  }

  /** Counts a try; it is none any more where somebody else used it up. */
  static boolean tried(Handle rows, String hash, int most) {
    return rows.execute(
            "update challenge set tries = tries + 1 where hash = ? and tries < ?", hash, most)
        > 0;
  }

  static boolean forget(Handle rows, String hash, Instant now) {
    rows.execute("delete from challenge where ends_at < ?", Instants.text(now));
    return rows.execute("delete from challenge where hash = ?", hash) > 0;
  }

  /** Names of the keys, for the journal. */
  static List<String> names(List<KeyRow> keys) {
    List<String> names = new ArrayList<>();
    keys.forEach(key -> names.add(key.name()));
    return names;
  }
}
