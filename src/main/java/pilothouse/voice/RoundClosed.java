package pilothouse.voice;

import org.jspecify.annotations.Nullable;

/** Why nothing is promised. */
record RoundClosed(@Nullable String noAction) {}
