package pilothouse.notices;

import pilothouse.web.Caller;

/**
 * Somebody who subscribes, with what that one may look at now.
 *
 * @param email the only address that mails go to; empty where any is taken
 */
public record Owner(Caller caller, String email) {}
