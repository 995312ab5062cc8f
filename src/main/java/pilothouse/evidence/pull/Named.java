package pilothouse.evidence.pull;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Measurement;

/**
 * As what the numbers of a query are kept.
 *
 * @param metric in kebab-case
 * @param scope {@code organisation}, {@code system:checkout}, {@code team:…} or {@code
 *     repository:…}
 * @param unit as it is written behind the number; null for a bare one
 */
public record Named(String metric, String scope, @Nullable String unit) {
  private static final Pattern METRIC = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+){0,30}");
  private static final Pattern SCOPE =
      Pattern.compile("organisation|(?:system|team|repository):\\S.{0,199}");
  private static final int UNIT = 100;

  public Named {
    if (!METRIC.matcher(metric).matches() || metric.length() > 200) {
      throw PullTrouble.wrong(
          "--metric %s is no name of a metric; write it in small letters with hyphens, as in orders-paid."
              .formatted(metric));
    }
    if (!isScope(scope)) {
      throw PullTrouble.wrong(
          "--scope %s is none; write organisation, system:checkout, team:payments or repository:acme/shop."
              .formatted(scope));
    }
    if (unit != null && unit.length() > UNIT) {
      throw PullTrouble.wrong(
          "--unit is longer than %d characters; write a word such as orders or ms."
              .formatted(UNIT));
    }
  }

  /** Whether a text names what a number can be of. */
  public static boolean isScope(String text) {
    return SCOPE.matcher(text).matches();
  }

  /** A number that says what it says at its own time, always. */
  public Measurement at(Instant at, double value) {
    return at(at, value, scope);
  }

  /** The same of another scope. */
  public Measurement at(Instant at, double value, String of) {
    return new Measurement(Measurement.key(metric, of, at), at, metric, of, at, value, unit);
  }
}
