package pilothouse.accounts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import pilothouse.people.People;
import pilothouse.storage.Storage;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.NotFound;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** The accounts, and who is what where. There is always somebody who administers the whole. */
final class Registry {
  private static final int NAME = 120;
  private static final int WHY = 500;

  private final Storage storage;
  private final People people;
  private final InstantSource clock;

  Registry(Storage storage, People people, InstantSource clock) {
    this.storage = storage;
    this.people = people;
    this.clock = clock;
  }

  Optional<Account> find(String id) {
    return storage.read(rows -> AccountRows.find(rows, id));
  }

  Optional<Account> called(String email) {
    return storage.read(rows -> AccountRows.called(rows, Emails.plain(email)));
  }

  /** Some of them by e-mail address, from the one that is given. */
  List<Account> page(String at, boolean closed, int most) {
    return storage.read(rows -> AccountRows.page(rows, at, closed, most));
  }

  long count(boolean closed) {
    return storage.read(rows -> AccountRows.count(rows, closed));
  }

  List<Grant> grants(String subject) {
    return storage.read(rows -> GrantRows.of(rows, subject));
  }

  /** Those of some accounts, by account. */
  Map<String, List<Grant>> grants(List<Account> some) {
    List<String> ids = some.stream().map(Account::id).toList();
    return storage.read(rows -> GrantRows.of(rows, ids)).stream()
        .collect(Collectors.groupingBy(Grant::subject));
  }

  /** Those that an account has, by itself and by its groups. */
  List<Grant> held(String account) {
    return storage.read(rows -> GrantRows.held(rows, account));
  }

  List<Grant> history(String subject) {
    return storage.read(rows -> GrantRows.history(rows, subject));
  }

  /** Roles that hold now, by place, from the one with the id that is given. */
  List<Grant> grantsFrom(String id, int most) {
    return storage.read(rows -> GrantRows.page(rows, id, most));
  }

  /** Whether a password is set. */
  boolean hasPassword(String id) {
    return storage.read(rows -> AccountRows.hash(rows, id)).isPresent();
  }

  /** Makes an account in a transaction that runs. */
  Account make(Handle rows, String email, String name, By by) {
    Account account =
        new Account(
            Secret.id(),
            Emails.checked(email),
            name(name),
            people.joined(Emails.plain(email)).orElse(null),
            clock.instant(),
            by.name(),
            null);
    AccountRows.add(rows, account);
    Told.note(
        rows,
        account.at(),
        by.id().isEmpty() ? By.of(account) : by,
        "account made",
        Told.About.account(account),
        "",
        Map.of("name", account.name(), "email", account.email()));
    return account;
  }

  /**
   * What an account is called.
   *
   * @throws Refused where it is no name
   */
  static String name(String typed) {
    String name = typed.strip();
    if (name.isEmpty() || name.length() > NAME || name.chars().anyMatch(Character::isISOControl)) {
      throw Refused.unfit(
          Texts.say("accounts.registry.a-name-has-one", NAME),
          Texts.say("accounts.registry.write-how-you-are"));
    }
    return name;
  }

  /** Tells the journal what somebody did with what is their own. */
  void told(Handle rows, Account author, String what, Map<String, String> fields) {
    Told.note(rows, clock.instant(), By.of(author), what, Told.About.account(author), "", fields);
  }

  void rename(String id, String name, Caller by) {
    Instant now = clock.instant();
    String called = name(name);
    storage.write(rows -> {
      Account account = known(rows, id);
      AccountRows.rename(rows, id, called, account.person());
      Told.About about = Told.About.account(account);
      Told.note(rows, now, By.of(by), "account renamed", about, "", Map.of("name", called));
      return true;
    });
  }

  /** Closes an account: it signs in no more, its sessions end, its tokens and links stop. */
  void close(String id, String why, Caller by) {
    Instant now = clock.instant();
    storage.write(rows -> {
      Account account = known(rows, id);
      if (!account.isOpen()) {
        return false;
      }
      refuseLast(rows, id);
      AccountRows.close(rows, id, By.of(by), now, why(why));
      Sessions.endOthers(rows, id, "");
      Invitations.withdrawOf(rows, id, By.of(by), now);
      Told.note(rows, now, By.of(by), "account closed", Told.About.account(account), why, Map.of());
      return true;
    });
  }

  /** Lets a closed account sign in again, with the roles that it still has. */
  void reopen(String id, Caller by) {
    Instant now = clock.instant();
    storage.write(rows -> {
      Account account = known(rows, id);
      if (AccountRows.reopen(rows, id, By.of(by), now) > 0) {
        Told.About about = Told.About.account(account);
        Told.note(rows, now, By.of(by), "account opened again", about, "", Map.of());
      }
      return true;
    });
  }

  /**
   * Gives a role at a place, instead of the one that was held there.
   *
   * @throws Refused where the place is not known, or the last administrator would be gone
   */
  void grant(String subject, Role role, Where where, String why, Caller by) {
    refuseUnknown(where, by);
    storage.write(rows -> {
      give(rows, subject, role, where, why(why), By.of(by));
      return true;
    });
  }

  /** Refuses places that are not known, and those that somebody does not administer. */
  void refuseUnknown(Where where, Caller by) {
    refuseOthers(by, where);
    if (!storage.read(rows -> GrantRows.isThere(rows, where))) {
      throw Refused.unfit(
          Texts.say("accounts.registry.nothing-is-known-as", Places.says(where)),
          Texts.say("accounts.registry.see-teams-and-catalog"));
    }
  }

  /** The same in a transaction that runs, by somebody who may. */
  void give(Handle rows, String subject, Role role, Where where, String why, By by) {
    Instant now = clock.instant();
    for (Grant held : GrantRows.of(rows, subject)) {
      if (held.where().equals(where)) {
        if (held.role() == role) {
          return;
        }
        refuseLast(rows, held);
        GrantRows.end(rows, held.id(), by, now, "now " + role.word());
      }
    }
    GrantRows.add(rows, new Grant(Secret.id(), subject, role, where, now, by.name(), why, null));
    Told.note(
        rows,
        now,
        by,
        "role given",
        Told.About.role(whose(rows, subject), where),
        why,
        Map.of("role", role.word(), "where", Places.line(where)));
  }

  /** Takes a role away. */
  void end(String grant, String why, Caller by) {
    Instant now = clock.instant();
    storage.write(rows -> {
      Grant held =
          GrantRows.find(rows, grant)
              .filter(found -> by.may(Permission.ADMINISTER, found.where()))
              .orElseThrow(() ->
                  new NotFound(
                      Texts.say("accounts.registry.that-role-is-not"),
                      Texts.say("accounts.registry.look-at-the-page")));
      refuseLast(rows, held);
      GrantRows.end(rows, grant, By.of(by), now, why(why));
      Told.note(
          rows,
          now,
          By.of(by),
          "role ended",
          Told.About.role(whose(rows, held.subject()), held.where()),
          why,
          Map.of("role", held.role().word(), "where", Places.line(held.where())));
      return true;
    });
  }

  private static String whose(Handle rows, String subject) {
    return AccountRows.find(rows, subject).map(Account::email).orElse(subject);
  }

  private static void refuseOthers(Caller by, Where where) {
    if (!by.may(Permission.ADMINISTER, where)) {
      throw Refused.forbidden(
          Texts.say("accounts.registry.you-may-not-say", Places.says(where)),
          Texts.say("accounts.registry.ask-somebody-who-administers"));
    }
  }

  private static void refuseLast(Handle rows, Grant held) {
    if (held.role() == Role.ADMINISTRATOR && held.where().equals(Where.ORGANISATION)) {
      refuseLast(rows, held.subject());
    }
  }

  private static void refuseLast(Handle rows, String account) {
    boolean administers =
        GrantRows.of(rows, account).stream()
            .anyMatch(held ->
                held.role() == Role.ADMINISTRATOR && held.where().equals(Where.ORGANISATION));
    if (administers) {
      GrantRows.hold(rows);
    }
    if (administers && GrantRows.administrators(rows, account) == 0) {
      throw Refused.conflict(
          Texts.say("accounts.registry.nobody-else-administers-the"),
          Texts.say("accounts.registry.make-somebody-else-an"));
    }
  }

  private static Account known(Handle rows, String id) {
    return AccountRows.find(rows, id)
        .orElseThrow(() ->
            new NotFound(
                Texts.say("accounts.registry.there-is-no-such"),
                Texts.say("accounts.registry.see-administration-for-those")));
  }

  static String why(String typed) {
    String why = typed.strip();
    return why.length() <= WHY ? why : why.substring(0, WHY);
  }
}
