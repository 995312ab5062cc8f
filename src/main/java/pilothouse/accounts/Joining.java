package pilothouse.accounts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import pilothouse.storage.Storage;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** How accounts come to be: by a link that works once, or by the only person at the machine. */
final class Joining {
  private final Storage storage;
  private final InstantSource clock;
  private final Registry registry;
  private final Invitations invitations;
  private final Passwords passwords;

  Joining(
      Storage storage,
      InstantSource clock,
      Registry registry,
      Invitations invitations,
      Passwords passwords) {
    this.storage = storage;
    this.clock = clock;
    this.registry = registry;
    this.invitations = invitations;
    this.passwords = passwords;
  }

  /** What somebody types who joins. */
  record Typed(String email, String name, String password) {}

  /**
   * Makes the first account, which administers all.
   *
   * @throws Refused where somebody was quicker
   */
  Account first(Typed typed) {
    String email = Emails.checked(typed.email());
    SigningIn.refuse(typed.password(), email, typed.name());
    String hash = passwords.hash(typed.password());
    return storage.writeDurably(rows -> {
      GrantRows.hold(rows);
      if (GrantRows.administrators(rows, "") > 0) {
        throw Refused.conflict(
            Texts.say("accounts.joining.there-is-an-administrator"),
            Texts.say("accounts.joining.sign-in-at-sign"));
      }
      Account account =
          AccountRows.called(rows, email)
              .orElseGet(() -> registry.make(rows, email, typed.name(), By.PROGRAM));
      AccountRows.password(rows, account.id(), hash, clock.instant());
      registry.give(
          rows,
          account.id(),
          Role.ADMINISTRATOR,
          Where.ORGANISATION,
          "the first account",
          By.of(account));
      return account;
    });
  }

  /** What a link is, or that it is none any more. */
  Invitation link(String secret) {
    return invitations.find(secret).orElseThrow(Joining::over);
  }

  /** Whom the link is for, where that account is there. */
  Optional<Account> meant(Invitation link) {
    String account = link.account();
    return account == null ? registry.called(link.email()) : registry.find(account);
  }

  /**
   * Takes a link: makes the account or, where the link is for that, sets a new password.
   *
   * @throws Refused where the account is there and the link is not for a new password
   */
  Account take(String secret, Typed typed) {
    Invitation link = link(secret);
    String email = link.email().isEmpty() ? Emails.checked(typed.email()) : link.email();
    Optional<Account> there = storage.read(rows -> there(rows, link, email));
    SigningIn.refuse(typed.password(), email, there.map(Account::name).orElse(typed.name()));
    String hash = passwords.hash(typed.password());
    Instant now = clock.instant();
    return storage.writeDurably(rows -> {
      used(rows, link, now);
      Account account =
          there(rows, link, email)
              .orElseGet(() -> registry.make(rows, email, typed.name(), new By("", link.by())));
      AccountRows.reopen(rows, account.id(), By.TERMINAL, now);
      AccountRows.password(rows, account.id(), hash, now);
      SessionRows.endOthers(rows, account.id(), "");
      Told.note(
          rows,
          now,
          By.of(account),
          "password chosen",
          Told.About.account(account),
          "",
          Map.of("by a link from", link.by()));
      give(rows, link, account);
      return account;
    });
  }

  /** Takes a link's role for somebody who is signed in and whom the link is for. */
  void take(String secret, Caller caller) {
    Invitation link = link(secret);
    Instant now = clock.instant();
    storage.writeDurably(rows -> {
      Account account =
          AccountRows.called(rows, link.email())
              .filter(found -> found.id().equals(caller.account()))
              .orElseThrow(Joining::over);
      used(rows, link, now);
      give(rows, link, account);
      return true;
    });
  }

  /** The account that a link may change: its own, or any of the address from the terminal. */
  private static Optional<Account> there(Handle rows, Invitation link, String email) {
    String id = link.account();
    Optional<Account> there =
        id == null ? AccountRows.called(rows, email) : AccountRows.find(rows, id);
    if (there.isPresent() && id == null && !link.byCommand()) {
      throw Refused.conflict(
          Texts.say("accounts.joining.there-is-an-account"),
          Texts.say("accounts.joining.sign-in-first-and"));
    }
    if (there.isPresent() && !link.byCommand() && !there.get().isOpen()) {
      throw over();
    }
    return there;
  }

  private void give(Handle rows, Invitation link, Account account) {
    if (link.account() == null) {
      String why = link.why().isEmpty() ? "invited" : link.why();
      registry.give(rows, account.id(), link.role(), link.where(), why, link.made());
    }
  }

  private static void used(Handle rows, Invitation link, Instant now) {
    if (!Invitations.use(rows, link.id(), now)) {
      throw over();
    }
  }

  private static NotFound over() {
    return new NotFound(
        Texts.say("accounts.joining.this-link-is-not"),
        Texts.say("accounts.joining.ask-for-another-one"));
  }
}
