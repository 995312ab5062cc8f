package pilothouse.accounts;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;

/** Where somebody who signed out here may still be signed in, and the way to sign out there. */
final class SigningOut {
  private final Providers providers;
  private final Protocols protocols;

  SigningOut(Providers providers, Protocols protocols) {
    this.providers = providers;
    this.protocols = protocols;
  }

  /** Whether somebody who signs out here may still be signed in at that provider. */
  boolean isLeft(String name) {
    return providers.find(name).filter(Protocols::isLeft).isPresent();
  }

  /** Where one signs out there too, for a page: none where the name is no such provider's. */
  List<Offer> left(@Nullable String name) {
    return providers.find(name == null ? "" : name).filter(Protocols::isLeft).stream()
        .map(provider -> new Offer(provider.title(), "/sign-in/leave/" + provider.name()))
        .toList();
  }

  /**
   * Where a browser signs out at a provider.
   *
   * @param home where it comes back to
   */
  URI leave(Provider provider, URI home) {
    try {
      return protocols
          .leave(provider, home)
          .orElseThrow(() ->
              new NotFound(
                  Texts.say("accounts.signing-out.offers-no-signing-out", provider.title()),
                  Texts.say("accounts.signing-out.sign-out-on-its")));
    } catch (IOException e) {
      Elsewhere.log(provider.name(), e);
      throw Refused.later(
          Texts.say("accounts.signing-out.gives-no-answer", provider.title()),
          Texts.say("accounts.signing-out.sign-out-on-its-2"));
    }
  }
}
