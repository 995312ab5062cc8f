package pilothouse.voice;

import org.jspecify.annotations.Nullable;

/** A number: its value in words, or why it is unknown. */
record Measure(String gauge, String name, String value, @Nullable String unknown, String page) {}
