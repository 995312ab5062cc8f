package pilothouse.verdicts;

import java.time.Instant;
import pilothouse.metrics.judging.Verdict;

/**
 * A prediction that was judged, in a list.
 *
 * @param verdict that came in first
 * @param at when it did
 * @param later whether later facts say something else
 */
record Outcome(Prediction of, Verdict verdict, Instant at, boolean later) {}
