package pilothouse.metrics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A TODO, FIXME, HACK or XXX that stands in the code now.
 *
 * @param line from 1
 * @param written when the line was last written; null when that cannot be told
 * @param commit the id of the commit that wrote it, empty when that cannot be told
 */
public record Marker(
    String path, int line, String text, @Nullable Instant written, String commit) {}
