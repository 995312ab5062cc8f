package pilothouse.rhythm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A signal as it is now. */
record SignalTold(String gauge, int days, @Nullable Instant lastSeen, boolean dead) {}
