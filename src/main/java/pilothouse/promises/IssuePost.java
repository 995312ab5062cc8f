package pilothouse.promises;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said at an issue because its promise ended.
 *
 * @param state {@code waiting}, {@code sent} or {@code dead}
 * @param commentedAt when the comment arrived; null before
 * @param trouble why it has not arrived yet; empty for nothing
 */
record IssuePost(
    String id,
    String link,
    String state,
    int tries,
    Instant nextAt,
    @Nullable Instant commentedAt,
    String trouble) {}
