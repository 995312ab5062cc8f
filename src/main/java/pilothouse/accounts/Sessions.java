package pilothouse.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Instants;
import pilothouse.storage.Storage;

/** Browsers that are signed in: rows that end by being deleted. */
final class Sessions {
  /** A browser that was not used for so long signs in again. */
  static final Duration IDLE = Duration.ofDays(3);

  /** However much it is used. */
  static final Duration LONGEST = Duration.ofDays(30);

  /** One that began elsewhere, so that what is said there is seen daily. */
  static final Duration ELSEWHERE = Duration.ofDays(1);

  private static final Duration NOTED = Duration.ofMinutes(5);
  private static final int AGENT = 300;
  private static final int ADDRESS = 60;
  private static final String COLUMNS =
      "s.id as s_id, s.account as s_account, s.made_at as s_made, s.seen_at as s_seen,"
          + " s.ends_at as s_ends, s.agent as s_agent, s.address as s_address,"
          + " s.provider as s_provider";

  private static final RowMapper<Session> SESSION =
      (row, context) ->
          new Session(
              row.getString("s_id"),
              row.getString("s_account"),
              Instants.parse(row.getString("s_made")),
              Instants.parse(row.getString("s_seen")),
              Instants.parse(row.getString("s_ends")),
              row.getString("s_agent"),
              row.getString("s_address"),
              row.getString("s_provider"));

  private final Storage storage;
  private final InstantSource clock;

  Sessions(Storage storage, InstantSource clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /** A session, whose it is, and what that one may do. */
  record Found(Session session, Account account, List<Grant> grants) {}

  /**
   * Begins one; the one that the browser had before ends.
   *
   * @return what the browser keeps
   */
  String begin(Account account, String agent, String address, @Nullable String before) {
    return begin(account, agent, address, before, null);
  }

  /**
   * The same.
   *
   * @param provider who proved it; null for a password of this house
   */
  String begin(
      Account account,
      String agent,
      String address,
      @Nullable String before,
      @Nullable String provider) {
    Instant now = clock.instant();
    String secret = Secret.make();
    storage.write(rows -> {
      if (before != null) {
        rows.execute("delete from session where hash = ?", Secret.hash(before));
      }
      rows.execute(
          "delete from session where ends_at < ? or seen_at < ?",
          Instants.text(now),
          Instants.text(now.minus(IDLE)));
      rows.execute(
          """
          insert into session
            (id, hash, account, made_at, seen_at, ends_at, agent, address, provider)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          Secret.id(),
          Secret.hash(secret),
          account.id(),
          Instants.text(now),
          Instants.text(now),
          Instants.text(now.plus(provider == null ? LONGEST : ELSEWHERE)),
          cut(agent, AGENT),
          cut(address, ADDRESS),
          provider);
      return true;
    });
    return secret;
  }

  /** Whose session that is; empty where it is over, or its account is closed. */
  Optional<Found> find(String secret) {
    Instant now = clock.instant();
    Optional<Found> found = storage.read(rows -> found(rows, secret, now));
    if (found.isPresent() && found.get().session().seen().plus(NOTED).isBefore(now)) {
      String id = found.get().session().id();
      storage.write(rows ->
          rows.execute("update session set seen_at = ? where id = ?", Instants.text(now), id));
    }
    return found;
  }

  private static Optional<Found> found(Handle rows, String secret, Instant now) {
    return rows.createQuery(
            "select "
                + COLUMNS
                + ", "
                + AccountRows.COLUMNS
                + " from session s join "
                + AccountRows.FROM.replace("account a left", "account a on a.id = s.account left")
                + " where s.hash = :hash and c.id is null and s.ends_at > :now and s.seen_at > :idle")
        .bind("hash", Secret.hash(secret))
        .bind("now", Instants.text(now))
        .bind("idle", Instants.text(now.minus(IDLE)))
        .map((row, context) ->
            new Found(SESSION.map(row, context), AccountRows.ACCOUNT.map(row, context), List.of()))
        .findOne()
        .map(found ->
            new Found(
                found.session(), found.account(), GrantRows.held(rows, found.account().id())));
  }

  /** The open ones of an account, the one used last first. */
  List<Session> of(String account) {
    Instant now = clock.instant();
    return storage.read(rows ->
        rows.createQuery(
                "select "
                    + COLUMNS
                    + " from session s where s.account = :account and s.ends_at > :now"
                    + " and s.seen_at > :idle order by s.seen_at desc, s.id limit 200")
            .bind("account", account)
            .bind("now", Instants.text(now))
            .bind("idle", Instants.text(now.minus(IDLE)))
            .map(SESSION)
            .list());
  }

  /** Who proved whose session that is; empty where a password of this house did. */
  Optional<String> provider(String account, String id) {
    return storage.read(rows ->
        rows.createQuery(
                """
                select provider from session
                where account = :account and id = :id and provider is not null
                """)
            .bind("account", account)
            .bind("id", id)
            .mapTo(String.class)
            .findOne());
  }

  /** Ends one of an account; whether it was there. */
  boolean end(String account, String id) {
    return storage.write(
            rows -> rows.execute("delete from session where account = ? and id = ?", account, id))
        > 0;
  }

  /** Ends all of an account but one. */
  static void endOthers(Handle rows, String account, String but) {
    rows.execute("delete from session where account = ? and id <> ?", account, but);
  }

  /** Ends those of an account that a provider proved, but one. */
  static void endOf(Handle rows, String account, String provider, String but) {
    rows.execute(
        "delete from session where account = ? and provider = ? and id <> ?",
        account,
        provider,
        but);
  }

  /** Whether somebody is signed in to the account with that e-mail address from there. */
  boolean isKnown(String email, String address) {
    return storage.read(rows ->
        rows.createQuery(
                    """
                    select count(*) from session s join account a on a.id = s.account
                    where a.email = :email and s.address = :address
                    """)
                .bind("email", email)
                .bind("address", cut(address, ADDRESS))
                .mapTo(Integer.class)
                .one()
            > 0);
  }

  private static String cut(String text, int most) {
    String plain = text.replaceAll("\\p{Cntrl}", " ").strip();
    return plain.length() <= most ? plain : plain.substring(0, most - 1) + "…";
  }
}
