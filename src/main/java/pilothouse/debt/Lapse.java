package pilothouse.debt;

import pilothouse.web.Where;

/**
 * Something that became debt by itself, as a room tells it: a standard whose review is over, a
 * spike that nobody answered, a flag that outlived its day.
 *
 * @param kind {@code standard}, {@code spike} or {@code flag}
 * @param key the same for the same thing
 * @param says what is known of it, one sentence
 */
public record Lapse(
    String kind, String key, String title, String says, String address, Where place) {}
