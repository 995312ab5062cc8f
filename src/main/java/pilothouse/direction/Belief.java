package pilothouse.direction;

import java.time.Instant;
import pilothouse.web.Where;

/**
 * That somebody believes that the lower moves the upper, and why.
 *
 * @param lower work, a measure or an outcome
 * @param upper a measure or an outcome
 * @param place of the upper
 * @param says the hypothesis
 */
public record Belief(
    String id, String lower, String upper, Where place, String says, Instant at, String by) {}
