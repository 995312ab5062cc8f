package pilothouse.chart;

/**
 * One stage of a way.
 *
 * @param seconds how long it takes
 * @param waits whether nothing happens in it but waiting
 * @param says how long in words
 */
public record Stage(String name, double seconds, boolean waits, String says) {}
