package pilothouse.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A browser that is signed in.
 *
 * @param agent what the browser calls itself, shortened
 * @param address from where it signed in
 * @param provider who proved it; null for a password of this house
 */
public record Session(
    String id,
    String account,
    Instant at,
    Instant seen,
    Instant ends,
    String agent,
    String address,
    @Nullable String provider) {
  /** The browser and its system, shortly. */
  public String browser() {
    return Agent.says(agent);
  }
}
