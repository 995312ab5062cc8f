package pilothouse.delivery;

import java.time.Instant;

/**
 * A decision that a metric served.
 *
 * @param scope of the reading: {@code system:checkout}
 * @param what was decided, in words
 */
public record Use(String metric, String scope, String who, Instant at, String what) {}
