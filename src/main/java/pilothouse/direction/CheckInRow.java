package pilothouse.direction;

/** A check-in in words. */
public record CheckInRow(
    String when,
    String by,
    int confidence,
    String says,
    String signed,
    String missing,
    boolean sameHand) {}
