package pilothouse.rhythm;

import org.jspecify.annotations.Nullable;

/** What programs send. */
record StakeholderWanted(
    String title,
    @Nullable String function,
    @Nullable String place,
    @Nullable Integer days,
    @Nullable String wants) {}
