package pilothouse.rhythm;

/** A function. */
record Presence(String function) {}
