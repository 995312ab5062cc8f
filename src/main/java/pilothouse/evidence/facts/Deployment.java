package pilothouse.evidence.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One deployment. Its end is the first end with the outcome that holds, so that running a job again
 * does not move it.
 *
 * @param key {@code host/owner/name#deployment/123}, or the source's own id
 * @param service as the source names it
 * @param repository as the source names it: {@code owner/name}, or a URL
 * @param revision the commit, whole or short; where the source names only what was built of it, the
 *     key of an {@link Artifact}
 * @param branch the branch or tag that was deployed
 * @param environment as the source names it
 * @param production whether the source itself says that people use it; null when it does not say
 * @param unplanned whether the source itself says that it was not planned; null when it does not
 */
public record Deployment(
    String key,
    Instant saidAt,
    @Nullable String service,
    @Nullable String repository,
    @Nullable String revision,
    @Nullable String branch,
    @Nullable String environment,
    @Nullable Boolean production,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Outcome outcome,
    @Nullable Boolean unplanned,
    @Nullable String url)
    implements Fact {}
