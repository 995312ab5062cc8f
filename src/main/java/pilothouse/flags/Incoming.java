package pilothouse.flags;

/**
 * What a file tells of one flag.
 *
 * @param line where it stands in its file; 0 where that is not known
 * @param words what it says, if it is not known here yet
 */
record Incoming(long line, String key, Words words, Told told) {}
