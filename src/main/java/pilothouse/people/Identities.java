package pilothouse.people;

import java.util.Locale;

/**
 * Who is meant by a login or an e-mail address. A snapshot: what is joined later makes another one.
 */
public final class Identities {
  private Identities() {}

  /** Identities while nobody joined any. */
  public static Identities none() {
    return new Identities();
  }

  /** One name for all logins and addresses of a person. */
  public String person(String loginOrAddress) {
    return loginOrAddress.strip().toLowerCase(Locale.ROOT);
  }

  /** Whether it is a program. */
  public boolean isBot(String loginOrAddress) {
    return Bots.isBot(loginOrAddress, loginOrAddress);
  }
}
