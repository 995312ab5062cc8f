package pilothouse.metrics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that declares dependencies on others' code.
 *
 * @param ecosystem as people call it: Maven, npm, Go …
 * @param revisions commits in the window
 * @param changed its last commit; null when it has none in this history
 */
public record Manifest(String path, String ecosystem, int revisions, @Nullable Instant changed) {}
