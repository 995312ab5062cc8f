package pilothouse.rhythm;

import org.jspecify.annotations.Nullable;

/** What programs send. */
record AudienceWanted(String title, @Nullable String place) {}
