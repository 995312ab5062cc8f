package pilothouse.accounts;

import org.jspecify.annotations.Nullable;
import pilothouse.web.Where;

/**
 * What a link shall give.
 *
 * @param account the one that gets a new password; null where the link gives a role
 * @param byCommand whether somebody at the machine itself makes it
 * @param why the reason that was given; may be empty
 */
record InvitationDraft(
    String email,
    Role role,
    Where where,
    @Nullable String account,
    boolean byCommand,
    String why) {}
