package pilothouse.rhythm;

import org.jspecify.annotations.Nullable;

/** What programs send. */
record FlowWanted(String title, @Nullable String place) {}
