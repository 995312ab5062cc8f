package pilothouse.accounts.saml;

import java.time.Instant;
import pilothouse.accounts.proof.Proven;

/**
 * What a provider proved.
 *
 * @param state of the try that it answers
 * @param assertion a name for what was brought, the same only where that is the same
 * @param until when it would be taken no more
 */
public record Answered(Proven proven, String state, String assertion, Instant until) {}
