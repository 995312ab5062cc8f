package pilothouse.rhythm;

import org.jspecify.annotations.Nullable;

/**
 * What was said.
 *
 * @param kind {@code decision} or {@code feedback}
 * @param becomes {@code nothing}, {@code action} or {@code note}
 * @param tone {@code wish}, {@code praise} or {@code complaint}: a customer note has one
 */
record SpokenLine(
    String says,
    String kind,
    @Nullable String becomes,
    @Nullable String tone,
    @Nullable String owner,
    @Nullable String due) {}
