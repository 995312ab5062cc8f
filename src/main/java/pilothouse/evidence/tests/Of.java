package pilothouse.evidence.tests;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a report is of, as whoever imports it says; reports themselves do not know.
 *
 * @param repository {@code owner/name} or a URL
 * @param system its name, where no repository stands for it
 * @param revision the commit that was tested
 * @param run which run of the tests it was; else the report's own time tells
 * @param at when it was; wins over the report's own time
 * @param otherwise when it was where neither says; null when nothing is known
 * @param zone of times in reports that name none
 */
public record Of(
    @Nullable String repository,
    @Nullable String system,
    @Nullable String revision,
    @Nullable String run,
    @Nullable Instant at,
    @Nullable Instant otherwise,
    ZoneId zone) {

  /** Nothing but the zone. */
  public static Of nothing(ZoneId zone) {
    return new Of(null, null, null, null, null, null, zone);
  }
}
