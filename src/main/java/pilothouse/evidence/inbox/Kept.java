package pilothouse.evidence.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a delivery that was kept.
 *
 * @param id its number here
 * @param delivery its id among those of its source
 * @param size of its body, in bytes
 * @param reason why it was ignored or parked; empty otherwise
 * @param fresh how many facts it told that nobody had told
 * @param unchanged how many facts it told that were known
 * @param parser the version of the program that understood it; empty while it waits
 * @param understoodAt null while it waits
 */
public record Kept(
    long id,
    String source,
    String delivery,
    Instant receivedAt,
    int size,
    State state,
    String reason,
    int fresh,
    int unchanged,
    String parser,
    @Nullable Instant understoodAt) {}
