package pilothouse.accounts;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pilothouse.accounts.ldap.Ldap;
import pilothouse.accounts.ldap.LdapSettings;
import pilothouse.accounts.oidc.Oidc;
import pilothouse.accounts.oidc.OidcSettings;
import pilothouse.accounts.proof.Attempt;
import pilothouse.accounts.proof.Proven;
import pilothouse.accounts.proof.Wire;
import pilothouse.accounts.saml.Answered;
import pilothouse.accounts.saml.Saml;
import pilothouse.accounts.saml.SamlSettings;

/** Speaks with each provider as it speaks; what fails is thrown in words for the log. */
final class Protocols {
  private final InstantSource clock;
  private final Wire wire = new Wire();
  private final Map<String, Oidc> oidcs = new ConcurrentHashMap<>();
  private final Map<String, Saml> samls = new ConcurrentHashMap<>();
  private final Map<String, Ldap> ldaps = new ConcurrentHashMap<>();

  Protocols(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * How we are called, as the browser calls us.
   *
   * @param back where a provider sends somebody back
   * @param metadata where we say who we are
   */
  record Here(URI back, URI metadata) {
    private Saml.Self self() {
      return new Saml.Self(metadata, back);
    }
  }

  /** Whether a browser is led to that provider. */
  static boolean leadsAway(Provider provider) {
    return !(provider.settings() instanceof LdapSettings);
  }

  /** Whether an answer of that provider is brought by a form. */
  static boolean isSaml(Provider provider) {
    return provider.settings() instanceof SamlSettings;
  }

  /** Whether a browser that signs out here may still be signed in there, and can be led there. */
  static boolean isLeft(Provider provider) {
    return provider.settings() instanceof OidcSettings;
  }

  /** Where a browser goes to prove who sits before it. */
  URI begin(Provider provider, Attempt attempt, Here here) throws IOException {
    return isSaml(provider)
        ? saml(provider).begin(attempt, here.self())
        : oidc(provider).begin(attempt, here.back());
  }

  /** Who it is that comes back with a code. */
  Proven redeemed(
      Provider provider, Attempt attempt, String code, @Nullable String issuer, Here here)
      throws IOException {
    return oidc(provider).finish(attempt, code, issuer, here.back());
  }

  /** Who it is that a form proves. */
  Answered answered(Provider provider, String sent, Here here) throws IOException {
    return saml(provider).answered(sent, here.self());
  }

  /** What a provider of SAML needs to know of us. */
  String metadata(Provider provider, Here here) {
    return saml(provider).metadata(here.self());
  }

  /** Who types that password. */
  Optional<Proven> proven(Provider provider, String login, String password) throws IOException {
    return ldap(provider).proven(login, password);
  }

  /** Where a browser signs out there too; empty where there is no such address. */
  Optional<URI> leave(Provider provider, URI home) throws IOException {
    return isLeft(provider) ? oidc(provider).leave(home) : Optional.empty();
  }

  /** Asks a provider what it says of itself; when what it signs with ends, where that is known. */
  @Nullable Instant look(Provider provider) throws IOException {
    if (leadsAway(provider)) {
      return isSaml(provider) ? saml(provider).look() : oidc(provider).look();
    }
    ldap(provider).look();
    return null;
  }

  private Oidc oidc(Provider provider) {
    return oidcs.computeIfAbsent(
        provider.name(), _ -> new Oidc((OidcSettings) provider.settings(), wire, clock));
  }

  private Saml saml(Provider provider) {
    return samls.computeIfAbsent(
        provider.name(), _ -> new Saml((SamlSettings) provider.settings(), wire, clock));
  }

  private Ldap ldap(Provider provider) {
    return ldaps.computeIfAbsent(
        provider.name(), _ -> new Ldap((LdapSettings) provider.settings()));
  }
}
