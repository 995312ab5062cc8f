package pilothouse.rhythm;

import org.jspecify.annotations.Nullable;

/** A day. */
record Day(@Nullable String day) {}
