package pilothouse.direction;

/**
 * A belief as the list shows it.
 *
 * @param id empty for one that follows from an outcome, and ends with it
 */
public record BeliefRow(
    String id,
    String lower,
    String lowerPage,
    String upper,
    String upperPage,
    String says,
    String when,
    String by,
    boolean mayEnd) {}
