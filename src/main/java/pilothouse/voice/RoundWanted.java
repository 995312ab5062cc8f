package pilothouse.voice;

import org.jspecify.annotations.Nullable;

/** What programs send. */
record RoundWanted(String title, @Nullable String place, @Nullable String day) {}
