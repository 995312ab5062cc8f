package pilothouse.direction;

/**
 * Who answers for it.
 *
 * @param when from when on, in words
 * @param turn {@code now}, {@code before} or {@code next}
 */
public record OwnerRow(String role, String name, String when, String turn, String note) {}
