package pilothouse.evidence.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One incident.
 *
 * @param service as the source names what is affected
 * @param detectedAt the first time that anybody or anything noticed
 * @param resolvedAt the end; holds only while nobody says later that it is open again
 * @param open whether the source says that it is open now; null when it does not say
 * @param causedBy the key or id of the deployment that the source names as the cause
 */
public record Incident(
    String key,
    Instant saidAt,
    @Nullable String service,
    @Nullable String repository,
    @Nullable String title,
    @Nullable String severity,
    @Nullable Instant detectedAt,
    @Nullable Instant resolvedAt,
    @Nullable Boolean open,
    @Nullable String causedBy,
    @Nullable String url)
    implements Fact {

  /** The same, caused by that. */
  Incident causedBy(@Nullable String cause) {
    return new Incident(
        key,
        saidAt,
        service,
        repository,
        title,
        severity,
        detectedAt,
        resolvedAt,
        open,
        cause,
        url);
  }
}
