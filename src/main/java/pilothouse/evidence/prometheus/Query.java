package pilothouse.evidence.prometheus;

import java.time.Duration;
import java.time.Instant;
import pilothouse.evidence.pull.Named;
import pilothouse.evidence.pull.PullTrouble;

/**
 * What to ask of a Prometheus, and as what to keep the answers. The points lie on multiples of the
 * step, so that asking again gives the same points.
 *
 * @param expression in PromQL, with one series as its answer
 */
public record Query(String expression, Named as, Instant from, Instant to, Duration step) {
  private static final int POINTS = 200_000;

  public Query {
    if (expression.isBlank()) {
      throw PullTrouble.wrong("--query is empty; write an expression such as sum(orders_paid).");
    }
    if (step.compareTo(Duration.ofSeconds(1)) < 0) {
      throw PullTrouble.wrong("--step is too short; write at least 1s.");
    }
    long every = step.toMillis();
    from = Instant.ofEpochMilli(Math.ceilDiv(from.toEpochMilli(), every) * every);
    to = Instant.ofEpochMilli(Math.floorDiv(to.toEpochMilli(), every) * every);
    if (to.isBefore(from)) {
      throw PullTrouble.wrong(
          "No point lies in that time; give an earlier --since or a shorter --step.");
    }
    long points = Duration.between(from, to).toMillis() / every + 1;
    if (points > POINTS) {
      throw PullTrouble.wrong(
          "That would be %,d points, and at most %,d are read; give a longer --step or a later --since."
              .formatted(points, POINTS));
    }
  }
}
