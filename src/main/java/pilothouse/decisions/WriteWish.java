package pilothouse.decisions;

/**
 * What is written into a folder beyond what belongs there.
 *
 * @param all decisions that were made here for other places, too
 * @param restore files that somebody took out of it, too
 */
public record WriteWish(boolean all, boolean restore) {}
