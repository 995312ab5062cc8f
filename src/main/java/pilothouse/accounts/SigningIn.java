package pilothouse.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Storage;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Refused;

/** Signing in with a password, and changing it. */
final class SigningIn {
  private final Storage storage;
  private final InstantSource clock;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Limits limits;

  SigningIn(Storage storage, InstantSource clock, Passwords passwords, Sessions sessions) {
    this.storage = storage;
    this.clock = clock;
    this.passwords = passwords;
    this.sessions = sessions;
    this.limits = new Limits(storage, clock);
  }

  /**
   * What a browser tries.
   *
   * @param address from where it comes
   */
  record Try(String email, String password, String address) {}

  private record Known(Account account, @Nullable String hash) {}

  /**
   * Looks at a password.
   *
   * @return the account; empty where address or password are wrong, whichever it is
   * @throws Refused where it must wait
   */
  Optional<Account> with(Try tried) {
    String email = Emails.plain(tried.email());
    // From where somebody is signed in already, failures from elsewhere do not lock that one out.
    String counted =
        sessions.isKnown(email, tried.address()) ? email + " at " + tried.address() : email;
    waited(limits.begin(counted, tried.address()));
    Known known =
        storage.read(rows ->
            AccountRows.called(rows, email)
                .filter(Account::isOpen)
                .map(account ->
                    new Known(account, AccountRows.hash(rows, account.id()).orElse(null)))
                .orElse(null));
    boolean fits = passwords.fits(tried.password(), known == null ? null : known.hash());
    if (known == null || !fits) {
      return Optional.empty();
    }
    limits.succeeded(counted, tried.address());
    return Optional.of(known.account());
  }

  private static void waited(Duration wait) {
    if (!wait.isZero()) {
      throw Refused.tooFast(
          Texts.say("accounts.signing-in.signing-in-failed-too"),
          Texts.say(
              "accounts.signing-in.wait-then-try-again",
              Say.counted(wait.toSeconds() + 1, "second")));
    }
  }

  /**
   * Changes the password of somebody who is signed in; all other sessions end.
   *
   * @throws Refused where the old one is wrong, or the new one will not do
   */
  void change(SignedIn who, String address, String old, String wanted) {
    Account account = storage.read(rows -> AccountRows.find(rows, who.account())).orElseThrow();
    String counted = account.email() + " changing";
    waited(limits.begin(counted, address));
    String hash = storage.read(rows -> AccountRows.hash(rows, account.id())).orElse(null);
    if (!passwords.fits(old, hash)) {
      throw Refused.unfit(
          Texts.say("accounts.signing-in.the-password-that-you"),
          Texts.say("accounts.signing-in.type-it-again"));
    }
    limits.succeeded(counted, address);
    refuse(wanted, account.email(), account.name());
    String worked = passwords.hash(wanted);
    Instant now = clock.instant();
    storage.writeDurably(rows -> {
      AccountRows.password(rows, account.id(), worked, now);
      Sessions.endOthers(rows, account.id(), who.session());
      Told.note(
          rows, now, By.of(account), "password changed", Told.About.account(account), "", Map.of());
      return true;
    });
  }

  /** Refuses a password that will not do. */
  static void refuse(String password, String email, String name) {
    List<String> problems = Passwords.problems(password, email, name);
    if (!problems.isEmpty()) {
      throw Refused.unfit(
          String.join(" ", problems), Texts.say("accounts.signing-in.choose-another-one"));
    }
  }
}
