package pilothouse.evidence.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A commit by its id and, where the source said it, the time at which it was written. */
public record CommitRef(String revision, @Nullable Instant authoredAt) {}
