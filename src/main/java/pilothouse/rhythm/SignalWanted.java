package pilothouse.rhythm;

import org.jspecify.annotations.Nullable;

/** A number, and how long it may be silent. */
record SignalWanted(String gauge, @Nullable Integer days) {}
