package pilothouse.delivery;

import java.time.Instant;
import pilothouse.views.Gauge;
import pilothouse.web.Where;

/**
 * That a number serves a decision by itself, as one that rules by it does.
 *
 * @param until when it did so last
 * @param says the decision in words
 * @param place whose decision it is
 */
public record Served(Gauge gauge, Instant until, String says, String page, Where place) {}
