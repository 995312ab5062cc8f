package pilothouse.direction;

/**
 * A check-in in words.
 *
 * @param numbers of the key results as they stood then, each with its unit
 */
public record CheckInRow(
    String when,
    String by,
    int confidence,
    String says,
    String numbers,
    String signed,
    String missing,
    boolean sameHand) {}
