package pilothouse.voice;

/**
 * A promise: {@code open}, {@code overdue}, {@code kept} or {@code dropped}.
 *
 * @param from {@code theme} where what was said is a theme of the round, {@code words} where
 *     whoever promised wrote it
 */
record Promised(String id, String said, String from, String what, String due, String state) {}
