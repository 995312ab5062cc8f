package pilothouse.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/**
 * A link that somebody opens once to choose a password.
 *
 * @param email whom it is for; empty where whoever opens it says so
 * @param account the account that gets a new password; null where one is to be made
 * @param byCommand whether somebody at the machine itself made it, who may do anything anyway
 */
public record Invitation(
    String id,
    String email,
    Role role,
    Where where,
    @Nullable String account,
    boolean byCommand,
    Instant at,
    String by,
    Instant ends) {

  /** What it gives, in words. */
  public String says() {
    return account != null
        ? Texts.say("accounts.invitation.a-new-password")
        : Texts.say("accounts.invitation.of", role.called(), Places.says(where));
  }
}
