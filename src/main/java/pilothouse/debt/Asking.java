package pilothouse.debt;

import java.util.Map;
import pilothouse.web.Part;

/**
 * What a request asks for.
 *
 * @param sums of all that fit, whatever their effect
 */
record Asking(Sieve sieve, Map<Effect, Sum> sums, Part<Standing> part, String after) {}
