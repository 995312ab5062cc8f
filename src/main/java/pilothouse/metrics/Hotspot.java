package pilothouse.metrics;

/**
 * A file where much change meets much complexity.
 *
 * @param path now
 * @param revisions commits in the window
 * @param complexity sum of indentation levels now
 * @param lines of text now
 * @param score 0..1: rank of revisions × rank of complexity
 * @param people distinct people who changed it in the window, programs left out
 * @param test whether it is a test
 */
public record Hotspot(
    String path,
    int revisions,
    int complexity,
    int lines,
    double score,
    int people,
    boolean test) {}
