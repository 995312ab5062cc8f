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
 * @param maker the id of whoever made it
 * @param why what they gave as their reason; may be empty
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
    String maker,
    String by,
    String why,
    Instant ends) {

  /** Who made it. */
  By made() {
    return new By(maker, by);
  }

  /** What it gives, in words. */
  public String says() {
    return account != null
        ? Texts.say("accounts.invitation.a-new-password")
        : Texts.say("accounts.invitation.of", role.called(), Places.says(where));
  }
}
