package pilothouse.rhythm;

import org.jspecify.annotations.Nullable;

/** The day that an occasion is moved to. */
record Moved(String day, @Nullable String why) {}
