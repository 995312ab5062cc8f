package pilothouse.accounts;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import pilothouse.accounts.proof.Proven;
import pilothouse.text.Texts;
import pilothouse.web.Refused;

/** Whose account is meant by what a provider proves. */
final class Recognition {
  private final Registry registry;

  Recognition(Registry registry) {
    this.registry = registry;
  }

  /**
   * The account that is meant; made where nobody here is meant and the provider may make some.
   *
   * @throws Refused where there is none, or it is closed
   */
  Account meant(Handle rows, Provider provider, Proven proven, Instant now) {
    Optional<Account> known = IdentityRows.account(rows, proven, now);
    if (known.isPresent()) {
      return open(known.get());
    }
    if (proven.email().isEmpty() || !proven.emailVerified()) {
      throw Refused.forbidden(
          Texts.say("accounts.recognition.does-not-say-an-2", provider.title()),
          Texts.say("accounts.recognition.ask-whoever-administers-pilothouse-4"));
    }
    Optional<Account> sameEmail = AccountRows.called(rows, Emails.checked(proven.email()));
    if (sameEmail.isPresent()) {
      return joined(rows, provider, proven, open(sameEmail.get()), now);
    }
    if (!provider.makes()) {
      throw Refused.forbidden(
          Texts.say("accounts.recognition.you-have-no-account"),
          Texts.say("accounts.recognition.ask-whoever-administers-pilothouse-2"));
    }
    String name = proven.name().isEmpty() ? proven.email().replaceFirst("@.*", "") : proven.name();
    Account made = registry.make(rows, proven.email(), name, By.PROGRAM);
    add(rows, provider, proven, made, "made at the first sign-in", now);
    return made;
  }

  private static Account joined(
      Handle rows, Provider provider, Proven proven, Account there, Instant now) {
    if (!provider.matches()) {
      throw Refused.conflict(
          Texts.say("accounts.recognition.an-account-with-your", provider.title()),
          Texts.say("accounts.recognition.sign-in-as-before"));
    }
    add(rows, provider, proven, there, "the same verified e-mail address", now);
    return there;
  }

  /** Joins what was proven to an account; in a transaction that runs. */
  static void add(
      Handle rows, Provider provider, Proven proven, Account account, String why, Instant now) {
    IdentityRows.add(rows, proven, account, why, now);
    Told.note(
        rows,
        now,
        By.of(account),
        "identity joined",
        Told.About.account(account),
        why,
        Map.of("provider", provider.name()));
  }

  private static Account open(Account account) {
    if (!account.isOpen()) {
      throw Refused.forbidden(
          Texts.say("accounts.recognition.your-account-here-is"),
          Texts.say("accounts.recognition.ask-whoever-administers-pilothouse-3"));
    }
    return account;
  }
}
