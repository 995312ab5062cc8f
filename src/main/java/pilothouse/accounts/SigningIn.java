package pilothouse.accounts;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilothouse.accounts.proof.Proven;
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
  private final Directories directories;

  SigningIn(
      Storage storage,
      InstantSource clock,
      Passwords passwords,
      Sessions sessions,
      Directories directories) {
    this.storage = storage;
    this.clock = clock;
    this.passwords = passwords;
    this.sessions = sessions;
    this.limits = new Limits(storage, clock);
    this.directories = directories;
  }

  /**
   * What a browser tries.
   *
   * @param name an e-mail address, or what a directory knows somebody by
   * @param address from where it comes
   */
  record Try(String name, String password, String address) {}

  /**
   * Whose password it is.
   *
   * @param account where the password is one of this house; else null
   * @param proven where a directory knows it; else null
   * @param silent the titles of directories that gave no answer
   */
  record Found(@Nullable Account account, @Nullable Proven proven, List<String> silent) {
    Found {
      silent = List.copyOf(silent);
    }
  }

  private record Known(Account account, @Nullable String hash) {}

  /**
   * Looks at a password: first at the one of this house, then asks the directories, in their order.
   *
   * @return neither account nor proof where name or password are wrong, whichever it is
   * @throws Refused where it must wait
   */
  Found with(Try tried) {
    String email = Emails.plain(tried.name());
    // From where somebody is signed in already, failures from elsewhere do not lock that one out.
    String counted =
        sessions.isKnown(email, tried.address()) ? email + " at " + tried.address() : folded(email);
    waited(limits.begin(counted, tried.address()));
    Known known =
        storage.read(rows ->
            AccountRows.called(rows, email)
                .filter(Account::isOpen)
                .map(account ->
                    new Known(account, AccountRows.hash(rows, account.id()).orElse(null)))
                .orElse(null));
    boolean fits = passwords.fits(tried.password(), known == null ? null : known.hash());
    Directories.Said said =
        known != null && fits
            ? new Directories.Said(null, List.of())
            : directories.asked(tried.name().strip(), tried.password());
    Account account = known != null && fits ? known.account() : null;
    if (account != null || said.proven() != null) {
      limits.succeeded(counted, tried.address());
    }
    return new Found(account, said.proven(), said.silent());
  }

  /**
   * One name in all the ways that a directory may read it: without accents, blanks and the like.
   */
  private static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("[\\p{M}\\p{C}\\p{Z}]+", "");
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
    Account account = confirm(who, address, old, "old");
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

  /**
   * Lets pass who knows the password of the account that is signed in.
   *
   * @param field where it was typed
   * @throws Refused where it is wrong
   */
  Account confirm(SignedIn who, String address, String password, String field) {
    Account account = storage.read(rows -> AccountRows.find(rows, who.account())).orElseThrow();
    String counted = account.email() + " changing";
    waited(limits.begin(counted, address));
    String hash = storage.read(rows -> AccountRows.hash(rows, account.id())).orElse(null);
    if (!passwords.fits(password, hash)) {
      throw Refused.unfit(
              Texts.say("accounts.signing-in.the-password-that-you"),
              Texts.say("accounts.signing-in.type-it-again"))
          .at(field);
    }
    limits.succeeded(counted, address);
    return account;
  }

  /** Whom one directory knows by that name and password. */
  Optional<Proven> proven(Provider provider, Try tried) {
    String counted = folded(Emails.plain(tried.name()));
    waited(limits.begin(counted, tried.address()));
    Optional<Proven> proven = directories.asked(provider, tried.name().strip(), tried.password());
    proven.ifPresent(_ -> limits.succeeded(counted, tried.address()));
    return proven;
  }

  /** Refuses a password that will not do. */
  static void refuse(String password, String email, String name) {
    List<String> problems = Passwords.problems(password, email, name);
    if (!problems.isEmpty()) {
      throw Refused.unfit(
              String.join(" ", problems), Texts.say("accounts.signing-in.choose-another-one"))
          .at("password");
    }
  }
}
