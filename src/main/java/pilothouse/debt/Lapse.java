package pilothouse.debt;

import pilothouse.web.Where;

/**
 * Something that became debt by itself, as a room tells it: a standard whose review is over, a
 * spike that nobody answered.
 *
 * @param kind {@code standard} or {@code spike}
 * @param key the same for the same thing
 * @param says what is known of it, one sentence
 */
public record Lapse(
    String kind, String key, String title, String says, String address, Where place) {}
