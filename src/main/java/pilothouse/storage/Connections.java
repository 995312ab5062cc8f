package pilothouse.storage;

/**
 * How the connections to the database stand.
 *
 * @param open all that are held
 * @param busy those that something uses now
 * @param waiting how many threads stand in line for one, or for their turn to write
 */
public record Connections(int open, int busy, int waiting) {}
