package pilothouse.web;

import java.time.Duration;

/**
 * What a browser keeps for this server: no script reads it, and no form of another site sends it.
 *
 * @param keeps how long; zero forgets it at once
 * @param secure whether it goes over TLS alone
 */
public record Cookie(String name, String value, Duration keeps, boolean secure) {
  public Cookie {
    if (!name.matches("[A-Za-z0-9_-]+") || !value.matches("[A-Za-z0-9_.~-]*")) {
      throw new IllegalArgumentException("a cookie of these letters would not come back");
    }
  }

  /** As it stands in Set-Cookie. */
  String header() {
    return name
        + "="
        + value
        + "; Path=/; Max-Age="
        + keeps.toSeconds()
        + "; HttpOnly; SameSite=Lax"
        + (secure ? "; Secure" : "");
  }
}
