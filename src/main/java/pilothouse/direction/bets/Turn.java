package pilothouse.direction.bets;

/**
 * What happened to a bet or an item of a roadmap: who, when and why.
 *
 * @param subject such as {@code bet:ID}
 * @param kind a stage, {@code technical note}, {@code agreed} and the like
 * @param about whom or what it concerns, such as a function; empty for the whole
 * @param words the reason, or the note itself
 */
public record Turn(
    long seq,
    String subject,
    String kind,
    String about,
    String words,
    String at,
    String byId,
    String byName) {}
