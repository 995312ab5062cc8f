package pilothouse.rhythm;

import org.jspecify.annotations.Nullable;

/** What programs send. */
record BlockerWanted(String team, String what, String owner, @Nullable String due) {}
