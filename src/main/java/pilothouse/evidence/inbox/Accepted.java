package pilothouse.evidence.inbox;

/**
 * A delivery that is kept.
 *
 * @param id its number here
 * @param known whether it was kept before, so that nothing was stored now
 */
public record Accepted(long id, boolean known) {}
