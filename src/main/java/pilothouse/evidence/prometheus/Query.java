package pilothouse.evidence.prometheus;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.pull.PullTrouble;

/**
 * What to ask of a Prometheus, and as what to keep the answers. The points lie on multiples of the
 * step, so that asking again gives the same points.
 *
 * @param expression in PromQL, with one series as its answer
 * @param metric in kebab-case
 * @param scope {@code organisation}, {@code system:checkout}, {@code team:…} or {@code
 *     repository:…}
 */
public record Query(
    String expression,
    String metric,
    String scope,
    @Nullable String unit,
    Instant from,
    Instant to,
    Duration step) {
  private static final int POINTS = 200_000;

  public Query {
    if (expression.isBlank()) {
      throw PullTrouble.wrong("--query is empty; write an expression such as sum(orders_paid).");
    }
    if (!metric.matches("[a-z0-9]+(?:-[a-z0-9]+){0,30}") || metric.length() > 200) {
      throw PullTrouble.wrong(
          "--metric %s is no name of a metric; write it in small letters with hyphens, as in orders-paid."
              .formatted(metric));
    }
    if (!scope.matches("organisation|(?:system|team|repository):\\S.{0,199}")) {
      throw PullTrouble.wrong(
          "--scope %s is none; write organisation, system:checkout, team:payments or repository:acme/shop."
              .formatted(scope));
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
