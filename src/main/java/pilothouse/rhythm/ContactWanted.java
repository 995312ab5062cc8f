package pilothouse.rhythm;

import org.jspecify.annotations.Nullable;

/** That one spoke with them. */
record ContactWanted(@Nullable String day, @Nullable String says) {}
