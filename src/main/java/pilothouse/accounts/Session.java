package pilothouse.accounts;

import java.time.Instant;

/**
 * A browser that is signed in.
 *
 * @param agent what the browser calls itself, shortened
 * @param address from where it signed in
 */
public record Session(
    String id,
    String account,
    Instant at,
    Instant seen,
    Instant ends,
    String agent,
    String address) {}
