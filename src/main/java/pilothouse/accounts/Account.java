package pilothouse.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may sign in, or did.
 *
 * @param email in small letters
 * @param person who that is among those who are known, or null
 * @param closed null while the account is open
 */
public record Account(
    String id,
    String email,
    String name,
    @Nullable String person,
    Instant at,
    String by,
    @Nullable Closure closed) {

  /** Who closed it, when and why. */
  public record Closure(Instant at, String by, String why) {}

  /** Whether it may sign in. */
  public boolean isOpen() {
    return closed == null;
  }
}
