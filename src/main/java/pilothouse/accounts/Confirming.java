package pilothouse.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import pilothouse.text.Texts;
import pilothouse.web.Refused;

/** Asks again who sits there, before the ways to sign in are changed. */
final class Confirming {
  /** Who signed in within this time need not prove it again. */
  private static final Duration RECENT = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final Registry registry;
  private final Sessions sessions;
  private final SigningIn signingIn;

  Confirming(InstantSource clock, Registry registry, Sessions sessions, SigningIn signingIn) {
    this.clock = clock;
    this.registry = registry;
    this.sessions = sessions;
    this.signingIn = signingIn;
  }

  boolean isRecent(SignedIn who) {
    Instant earliest = clock.instant().minus(RECENT);
    return sessions.of(who.account()).stream()
        .anyMatch(one -> one.id().equals(who.session()) && !one.at().isBefore(earliest));
  }

  /**
   * Lets pass who signed in just now, or knows the password.
   *
   * @throws Refused for anybody else
   */
  void confirm(SignedIn who, String password, String address) {
    if (isRecent(who)) {
      return;
    }
    if (!registry.hasPassword(who.account())) {
      throw Refused.conflict(
          Texts.say("accounts.linking.you-signed-in-too"),
          Texts.say("accounts.linking.sign-out-and-in"));
    }
    signingIn.confirm(who, address, password, "confirm");
  }
}
