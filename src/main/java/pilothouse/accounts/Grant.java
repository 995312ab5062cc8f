package pilothouse.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/**
 * That somebody has a role at a place.
 *
 * @param subject an account's id, or {@code group/} and a name
 * @param end null while it holds
 */
public record Grant(
    String id,
    String subject,
    Role role,
    Where where,
    Instant at,
    String by,
    String why,
    @Nullable End end) {

  /** Who ended it, when and why. */
  public record End(Instant at, String by, String why) {}

  /** In words. */
  public String says() {
    return Texts.say("accounts.grant.of", role.called(), Places.says(where));
  }
}
