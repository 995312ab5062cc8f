package pilothouse.rhythm;

import org.jspecify.annotations.Nullable;

/**
 * What was said.
 *
 * @param kind {@code decision} or {@code feedback}
 * @param becomes {@code nothing}, {@code action} or {@code note}
 */
record SpokenLine(
    String says,
    @Nullable String kind,
    @Nullable String becomes,
    @Nullable String owner,
    @Nullable String due) {}
