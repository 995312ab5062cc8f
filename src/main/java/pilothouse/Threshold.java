package pilothouse;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Metric;
import pilothouse.text.Nearest;

/**
 * A limit that makes {@code check} end with 1: {@code truck-factor<2}. Durations are given with s,
 * m, h, d or w, ratios as a fraction or with %.
 *
 * @param value in the metric's own unit: seconds, a fraction, a count
 */
record Threshold(String written, String metric, String relation, double value) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\s*([a-z0-9-]+)\\s*(<=|>=|<|>)\\s*(-?[0-9]*\\.?[0-9]+)\\s*(%|[smhdw])?\\s*");
  private static final Map<String, Double> UNITS =
      Map.of("%", 0.01, "s", 1.0, "m", 60.0, "h", 3600.0, "d", 86_400.0, "w", 604_800.0);

  /** Reads one limit; refuses what is none, or names no metric. */
  static Threshold of(String written, Map<String, Metric.Unit> metrics) {
    Matcher matcher = FORM.matcher(written);
    if (!matcher.matches()) {
      throw new Refused(
          "--fail-on \"%s\" is no limit; write a metric, one of < <= > >=, and a value, as in"
                  .formatted(written)
              + " --fail-on 'truck-factor<2' or --fail-on 'change-lead-time>30d'.");
    }
    String metric = matcher.group(1);
    Metric.Unit kind = metrics.get(metric);
    if (kind == null) {
      throw new Refused(
          "--fail-on names the metric %s, which is not known; the nearest one is %s."
              .formatted(metric, Nearest.to(metric, metrics.keySet())));
    }
    String unit = matcher.group(4) == null ? "" : matcher.group(4);
    if (!fits(kind, unit)) {
      throw new Refused(
          "--fail-on \"%s\": %s; write for example --fail-on '%s%s%s'."
              .formatted(written, wanted(metric, kind), metric, matcher.group(2), example(kind)));
    }
    double value = Double.parseDouble(matcher.group(3)) * UNITS.getOrDefault(unit, 1.0);
    return new Threshold(written.strip(), metric, matcher.group(2), value);
  }

  private static boolean fits(Metric.Unit kind, String unit) {
    return switch (kind) {
      case SECONDS -> !unit.isEmpty() && !unit.equals("%");
      case RATIO -> unit.isEmpty() || unit.equals("%");
      default -> unit.isEmpty();
    };
  }

  private static String wanted(String metric, Metric.Unit kind) {
    return switch (kind) {
      case SECONDS -> metric + " is a duration and needs s, m, h, d or w";
      case RATIO -> metric + " is a share, a fraction or with %";
      default -> metric + " is a plain number without a unit";
    };
  }

  private static String example(Metric.Unit kind) {
    return switch (kind) {
      case SECONDS -> "30d";
      case RATIO -> "20%";
      default -> "2";
    };
  }

  /** Whether the limit is met; an unknown value meets every limit, for silence is never green. */
  boolean met(@Nullable Double measured) {
    if (measured == null) {
      return true;
    }
    return switch (relation) {
      case "<" -> measured < value;
      case "<=" -> measured <= value;
      case ">" -> measured > value;
      default -> measured >= value;
    };
  }
}
