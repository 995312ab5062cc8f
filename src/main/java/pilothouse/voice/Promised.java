package pilothouse.voice;

/** A promise: {@code open}, {@code overdue}, {@code kept} or {@code dropped}. */
record Promised(String id, String said, String what, String due, String state) {}
