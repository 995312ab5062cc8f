package pilothouse.accounts;

import java.io.IOException;
import java.lang.System.Logger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilothouse.accounts.proof.Attempt;
import pilothouse.accounts.proof.Proven;
import pilothouse.accounts.saml.Answered;
import pilothouse.accounts.saml.SamlTrouble;
import pilothouse.storage.Storage;
import pilothouse.text.Texts;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;

/** Signing in with what a provider proves: who that is here, and what follows from the groups. */
final class Elsewhere {
  private static final Logger LOG = System.getLogger(Elsewhere.class.getName());

  /** From what a provider proved until the browser comes for it: one redirect. */
  private static final Duration FETCHED = Duration.ofMinutes(2);

  private final Storage storage;
  private final InstantSource clock;
  private final Recognition recognition;
  private final Groups groups;
  private final Providers providers;
  private final Protocols protocols;
  private final SigningOut signingOut;

  Elsewhere(
      Storage storage,
      InstantSource clock,
      Registry registry,
      Groups groups,
      Providers providers,
      Protocols protocols) {
    this.storage = storage;
    this.clock = clock;
    this.recognition = new Recognition(registry);
    this.groups = groups;
    this.providers = providers;
    this.protocols = protocols;
    this.signingOut = new SigningOut(providers, protocols);
  }

  List<Offer> offers() {
    return providers.all().stream()
        .filter(Protocols::leadsAway)
        .map(provider -> new Offer(provider.title(), "/sign-in/with/" + provider.name()))
        .toList();
  }

  SigningOut signingOut() {
    return signingOut;
  }

  /** A provider that a browser is led to. */
  Provider provider(String name) {
    return providers
        .find(name)
        .filter(Protocols::leadsAway)
        .orElseThrow(() ->
            new NotFound(
                Texts.say("accounts.elsewhere.nobody-signs-in-with"),
                Texts.say("accounts.elsewhere.see-sign-in-for")));
  }

  /** Where a browser goes to prove who sits before it. */
  URI begin(Provider provider, Attempt attempt, Protocols.Here here) {
    try {
      return protocols.begin(provider, attempt, here);
    } catch (IOException e) {
      throw failed(provider, e);
    }
  }

  /** Who it is that comes back with a code. */
  Proven redeemed(
      Provider provider,
      Attempt attempt,
      String code,
      @Nullable String issuer,
      Protocols.Here here) {
    try {
      return protocols.redeemed(provider, attempt, code, issuer, here);
    } catch (IOException e) {
      throw failed(provider, e);
    }
  }

  /** What a provider of SAML needs to know of us, as XML. */
  String metadata(Provider provider, Protocols.Here here) {
    return protocols.metadata(ofSaml(provider), here);
  }

  private static Provider ofSaml(Provider provider) {
    if (!Protocols.isSaml(provider)) {
      throw new NotFound(
          Texts.say("accounts.elsewhere.one-does-not-sign-2"),
          Texts.say("accounts.elsewhere.begin-again-at-sign-2"));
    }
    return provider;
  }

  /**
   * Takes what a form proves, which no cookie came along with, and keeps it for the browser that
   * began.
   *
   * @return what the browser fetches it with
   */
  String taken(Provider provider, String sent, Protocols.Here here) {
    try {
      Answered answered = protocols.answered(ofSaml(provider), sent, here);
      String secret = Secret.make();
      Instant now = clock.instant();
      boolean isNew =
          storage.write(rows -> SamlRows.keep(rows, secret, answered, now, now.plus(FETCHED)));
      if (!isNew) {
        throw new IOException("the answer was used already");
      }
      return secret;
    } catch (SamlTrouble e) {
      throw e.isDeclined() ? declined(provider) : failed(provider, e);
    } catch (IOException e) {
      throw failed(provider, e);
    }
  }

  /** What a form proved for that try, once; empty where it was for another one. */
  Optional<Proven> fetched(Provider provider, Attempt attempt, String secret) {
    Instant now = clock.instant();
    return storage.write(
        rows -> SamlRows.take(rows, secret, provider.name(), attempt.state(), now));
  }

  /** Whether an account is known by a directory whose password is typed here. */
  boolean isTyped(String account) {
    return storage.read(rows -> IdentityRows.providers(rows, account)).stream()
        .map(providers::find)
        .anyMatch(found -> found.isPresent() && !Protocols.leadsAway(found.get()));
  }

  /** Somebody chose there not to sign in, or may not. */
  static Refused declined(Provider provider) {
    return Refused.unproven(
        Texts.say("accounts.elsewhere.you-did-not-sign", provider.title()),
        Texts.say("accounts.elsewhere.begin-again-at-sign-2"));
  }

  /** The person is told that it failed, the log why; neither is told a token. */
  static Refused failed(Provider provider, Exception why) {
    log("signing in with " + provider.name() + " failed", why);
    return Refused.unproven(
        Texts.say("accounts.elsewhere.signing-in-with-did", provider.title()),
        Texts.say("accounts.elsewhere.try-again-if-it"));
  }

  /** Writes into the log what went wrong, in one line. */
  static void log(String what, Exception why) {
    String line = (what + ": " + why.getMessage()).replaceAll("\\p{Cntrl}+", " ");
    LOG.log(Logger.Level.WARNING, line);
  }

  /**
   * The account of whoever was proven, with the groups that hold now.
   *
   * @throws Refused where nobody here is meant
   */
  Account meant(Proven proven) {
    Provider provider = providers.find(proven.provider()).orElseThrow();
    Instant now = clock.instant();
    Account account =
        storage.writeDurably(rows -> {
          Account meant = recognition.meant(rows, provider, proven, now);
          Groups.set(rows, meant, provider.name(), proven.groups(), now);
          return meant;
        });
    groups.follow(account.id());
    return account;
  }
}
