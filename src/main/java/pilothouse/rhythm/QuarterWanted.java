package pilothouse.rhythm;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What programs send.
 *
 * @param name as 2026-Q4; the quarter of today where it is left out
 * @param objectives of the place's outcomes where it is left out
 */
record QuarterWanted(
    @Nullable String place, @Nullable String name, @Nullable List<String> objectives) {}
