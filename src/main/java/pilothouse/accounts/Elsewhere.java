package pilothouse.accounts;

import java.io.IOException;
import java.lang.System.Logger;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pilothouse.accounts.oidc.Oidc;
import pilothouse.accounts.oidc.OidcSettings;
import pilothouse.accounts.proof.Attempt;
import pilothouse.accounts.proof.Proven;
import pilothouse.accounts.proof.Wire;
import pilothouse.storage.Storage;
import pilothouse.text.Texts;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;

/** Signing in with what a provider proves: who that is here, and what follows from the groups. */
final class Elsewhere {
  private static final Logger LOG = System.getLogger(Elsewhere.class.getName());

  private final Storage storage;
  private final InstantSource clock;
  private final Registry registry;
  private final Recognition recognition;
  private final Sessions sessions;
  private final Groups groups;
  private final Providers providers;
  private final Wire wire = new Wire();
  private final Map<String, Oidc> oidcs = new ConcurrentHashMap<>();

  Elsewhere(
      Storage storage,
      InstantSource clock,
      Registry registry,
      Sessions sessions,
      Groups groups,
      Providers providers) {
    this.storage = storage;
    this.clock = clock;
    this.registry = registry;
    this.recognition = new Recognition(registry);
    this.sessions = sessions;
    this.groups = groups;
    this.providers = providers;
  }

  /**
   * From where somebody signs in.
   *
   * @param agent what the browser calls itself
   * @param before the session that it has already, or null
   */
  record Browser(String agent, String address, @Nullable String before) {}

  List<Offer> offers() {
    return providers.all().stream()
        .map(provider -> new Offer(provider.title(), "/sign-in/with/" + provider.name()))
        .toList();
  }

  Provider provider(String name) {
    return providers
        .find(name)
        .orElseThrow(() ->
            new NotFound(
                Texts.say("accounts.elsewhere.nobody-signs-in-with"),
                Texts.say("accounts.elsewhere.see-sign-in-for")));
  }

  /** Where a browser goes to prove who sits before it. */
  URI begin(Provider provider, Attempt attempt, URI back) {
    try {
      return oidc(provider).begin(attempt, back);
    } catch (IOException e) {
      throw failed(provider, e);
    }
  }

  /** Who it is that comes back with a code. */
  Proven redeemed(
      Provider provider, Attempt attempt, String code, @Nullable String issuer, URI back) {
    try {
      return oidc(provider).finish(attempt, code, issuer, back);
    } catch (IOException e) {
      throw failed(provider, e);
    }
  }

  /** Where one signs out at the provider that one signed in with last, where there is one. */
  Optional<URI> leave(String account, URI home) {
    List<String> known = storage.read(rows -> IdentityRows.providers(rows, account));
    for (String name : known) {
      Optional<Provider> provider = providers.find(name);
      if (provider.isPresent() && provider.get().settings() instanceof OidcSettings) {
        try {
          return oidc(provider.get()).leave(home);
        } catch (IOException e) {
          LOG.log(Logger.Level.WARNING, () -> plain(name + ": " + e.getMessage()));
        }
      }
    }
    return Optional.empty();
  }

  /** The person is told that it failed, the log why; neither is told a token. */
  Refused failed(Provider provider, Exception why) {
    LOG.log(
        Logger.Level.WARNING,
        () -> plain("signing in with " + provider.name() + " failed: " + why.getMessage()));
    return Refused.unproven(
        Texts.say("accounts.elsewhere.signing-in-with-did", provider.title()),
        Texts.say("accounts.elsewhere.try-again-if-it"));
  }

  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  private Oidc oidc(Provider provider) {
    if (!(provider.settings() instanceof OidcSettings settings)) {
      throw new NotFound(
          Texts.say("accounts.elsewhere.one-does-not-sign"),
          Texts.say("accounts.elsewhere.begin-again-at-sign"));
    }
    return oidcs.computeIfAbsent(provider.name(), _ -> new Oidc(settings, wire, clock));
  }

  /**
   * Somebody who is in.
   *
   * @param session what the browser keeps
   * @param sees whether there is anything to see for that one
   */
  record Entered(String session, boolean sees) {}

  /**
   * Signs in whoever was proven.
   *
   * @throws Refused where nobody here is meant
   */
  Entered enter(Provider provider, Proven proven, Browser browser) {
    Instant now = clock.instant();
    Account account =
        storage.writeDurably(rows -> {
          Account meant = recognition.meant(rows, provider, proven, now);
          Groups.set(rows, meant, provider.name(), proven.groups(), now);
          return meant;
        });
    groups.follow(account.id());
    String session = sessions.begin(account, browser.agent(), browser.address(), browser.before());
    return new Entered(session, !registry.held(account.id()).isEmpty());
  }
}
