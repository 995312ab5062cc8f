package pilothouse.flags;

import java.time.Instant;

/**
 * The words of a flag as somebody said them once.
 *
 * @param number 1 for the first
 */
record Version(int number, Words words, Instant at, String who, String whoName, String why) {}
