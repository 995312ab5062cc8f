package pilothouse.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import pilothouse.storage.Instants;
import pilothouse.storage.Storage;
import pilothouse.web.Where;

/** Links that work once, and for a time. */
final class Invitations {
  /** So long a link works that somebody was sent. */
  static final Duration SENT = Duration.ofDays(7);

  /** So long one works that the command line printed, or that gives a new password. */
  static final Duration PRINTED = Duration.ofHours(24);

  private static final String COLUMNS =
      "select id, email, role, scope, place, account, by_command, made_at, maker,"
          + " made_by, why, ends_at from invitation ";
  private static final String OPEN =
      " used_at is null and withdrawn_at is null and ends_at > :now ";

  private static final RowMapper<Invitation> INVITATION =
      (row, context) ->
          new Invitation(
              row.getString("id"),
              row.getString("email"),
              Role.named(row.getString("role")),
              Places.of(row.getString("scope"), row.getString("place")),
              row.getString("account"),
              row.getInt("by_command") == 1,
              Instants.parse(row.getString("made_at")),
              row.getString("maker"),
              row.getString("made_by"),
              row.getString("why"),
              Instants.parse(row.getString("ends_at")));

  private final Storage storage;
  private final InstantSource clock;

  Invitations(Storage storage, InstantSource clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /**
   * Makes a link; earlier ones for the same place are withdrawn.
   *
   * @return the secret in it, for this once
   */
  String make(InvitationDraft draft, By by) {
    Instant now = clock.instant();
    String secret = Secret.make();
    storage.writeDurably(rows -> {
      withdrawEarlier(rows, draft, by, now);
      add(rows, draft, secret, by, now);
      Told.note(
          rows,
          now,
          by,
          draft.account() == null ? "invitation made" : "password link made",
          Told.About.invitation(draft.email(), draft.where()),
          draft.why(),
          draft.account() != null
              ? Map.of()
              : Map.of("role", draft.role().word(), "where", Places.line(draft.where())));
      return true;
    });
    return secret;
  }

  private static void withdrawEarlier(Handle rows, InvitationDraft draft, By by, Instant now) {
    rows.execute(
        """
        update invitation set withdrawn_at = ?, withdrawn_by = ?
        where email = ? and scope = ? and place = ? and used_at is null and withdrawn_at is null
        """,
        Instants.text(now),
        by.name(),
        draft.email(),
        Places.scope(draft.where()),
        draft.where().name());
  }

  private static void add(Handle rows, InvitationDraft draft, String secret, By by, Instant now) {
    boolean brief = draft.byCommand() || draft.account() != null;
    rows.execute(
        """
        insert into invitation (id, hash, email, role, scope, place, account, by_command,
          made_at, made_by, maker, why, ends_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        Secret.id(),
        Secret.hash(secret),
        draft.email(),
        draft.role().word(),
        Places.scope(draft.where()),
        draft.where().name(),
        draft.account(),
        draft.byCommand() ? 1 : 0,
        Instants.text(now),
        by.name(),
        by.id(),
        draft.why(),
        Instants.text(now.plus(brief ? PRINTED : SENT)));
  }

  /** The open one with that secret. */
  Optional<Invitation> find(String secret) {
    return storage.read(rows -> find(rows, secret, clock.instant()));
  }

  static Optional<Invitation> find(Handle rows, String secret, Instant now) {
    return rows.createQuery(COLUMNS + "where hash = :hash and" + OPEN)
        .bind("hash", Secret.hash(secret))
        .bind("now", Instants.text(now))
        .map(INVITATION)
        .findOne();
  }

  /** Takes it; false where somebody was quicker. */
  static boolean use(Handle rows, String id, Instant now) {
    return rows.execute(
            "update invitation set used_at = ? where id = ? and used_at is null",
            Instants.text(now),
            id)
        == 1;
  }

  /** Withdraws those that an account made which is closed now. */
  static void withdrawOf(Handle rows, String account, By by, Instant now) {
    rows.execute(
        """
        update invitation set withdrawn_at = ?, withdrawn_by = ?
        where maker = ? and used_at is null and withdrawn_at is null
        """,
        Instants.text(now),
        by.name(),
        account);
  }

  /** All that are open, the newest first. */
  List<Invitation> open() {
    return storage.read(rows ->
        rows.createQuery(COLUMNS + "where" + OPEN + "order by made_at desc, id limit 500")
            .bind("now", Instants.text(clock.instant()))
            .map(INVITATION)
            .list());
  }

  /** Whether a link is open that makes an administrator. */
  boolean awaitsAdministrator() {
    return open().stream()
        .anyMatch(
            link -> link.role() == Role.ADMINISTRATOR && link.where().equals(Where.ORGANISATION));
  }

  /** Withdraws one; whether it was open. */
  boolean withdraw(String id, By by) {
    Instant now = clock.instant();
    return storage.write(rows -> {
      Optional<Invitation> open =
          rows.createQuery(COLUMNS + "where id = :id and" + OPEN)
              .bind("id", id)
              .bind("now", Instants.text(now))
              .map(INVITATION)
              .findOne();
      open.ifPresent(link -> {
        rows.execute(
            "update invitation set withdrawn_at = ?, withdrawn_by = ? where id = ?",
            Instants.text(now),
            by.name(),
            id);
        Told.note(rows, now, by, "invitation withdrawn", Told.About.of(link), "", Map.of());
      });
      return open.isPresent();
    });
  }
}
