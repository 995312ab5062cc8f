package pilothouse.flags;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a flag was told of.
 *
 * @param kind {@code hand}, {@code csv} or {@code flagd}
 * @param mark the same for the same flag there
 * @param file the name of the file; empty where it is none
 * @param home the place that the file was brought for
 * @param gone since when the file names it no more; null while it does
 */
record Sighting(
    String kind,
    String mark,
    String file,
    String home,
    String says,
    Instant first,
    Instant last,
    @Nullable Instant gone) {
  boolean isGone() {
    return gone != null;
  }
}
