package pilothouse.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A login or an address that belongs, or belonged, to a person.
 *
 * @param byHand whether a person said so; else a rule did
 * @param until when it was split off again; null while it belongs
 */
public record Joining(
    String address,
    String person,
    boolean byHand,
    Instant since,
    String by,
    String why,
    @Nullable Instant until,
    String endedBy,
    String endedWhy) {}
