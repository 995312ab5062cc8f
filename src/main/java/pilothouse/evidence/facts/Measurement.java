package pilothouse.evidence.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One number that somebody measured.
 *
 * @param key metric, scope and time
 * @param metric its name, kebab-case: {@code activation}, {@code coverage-lines}
 * @param scope {@code organisation}, {@code system:checkout}, {@code team:…} or {@code
 *     repository:…}
 * @param unit as it is written behind the value; null for a bare number
 */
public record Measurement(
    String key,
    Instant saidAt,
    String metric,
    String scope,
    Instant at,
    double value,
    @Nullable String unit)
    implements Fact {
  /** No number is further from zero: where one seems to be, its unit or its sender is wrong. */
  public static final double LARGEST = 1e15;

  /** The key of a number: its metric, scope and time. */
  public static String key(String metric, String scope, Instant at) {
    return metric + " " + scope + " " + at;
  }
}
