package pilothouse.direction;

import java.time.Instant;
import java.util.List;

/**
 * That somebody changed what an outcome says after it began.
 *
 * @param lines what was before and what is now, a kept line each
 * @param because why
 */
record OutcomeChange(String id, List<String> lines, String because, Instant at, String by) {}
