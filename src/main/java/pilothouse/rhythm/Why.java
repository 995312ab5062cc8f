package pilothouse.rhythm;

import org.jspecify.annotations.Nullable;

/** A reason. */
record Why(@Nullable String why) {}
