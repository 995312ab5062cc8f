package pilothouse.flags;

import java.time.LocalDate;
import pilothouse.web.Where;

/**
 * A flag that outlived its day.
 *
 * @param owner whose it is, by id; empty for nobody
 * @param goes whether it was to be gone by then; else it was to be looked at again
 */
public record Lapsed(
    String id, String key, String owner, boolean goes, LocalDate since, String page, Where place) {}
