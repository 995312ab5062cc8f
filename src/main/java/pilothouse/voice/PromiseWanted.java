package pilothouse.voice;

import org.jspecify.annotations.Nullable;

/** What is promised back. */
record PromiseWanted(String said, String what, String owner, @Nullable String due) {}
