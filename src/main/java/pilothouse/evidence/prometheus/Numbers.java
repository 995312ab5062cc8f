package pilothouse.evidence.prometheus;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Measurement;
import pilothouse.evidence.prometheus.Exposition.BadLine;
import pilothouse.evidence.wire.Excerpts;
import pilothouse.evidence.wire.Rehearsal;

/**
 * Samples as measurements: the name in kebab-case, the labels as the scope. A measurement is one
 * number of a metric in a scope; labels that would make several of it are refused.
 *
 * @param open whether times are seconds, as in OpenMetrics
 */
record Numbers(boolean open, Instant receivedAt) {
  private static final List<String> SYSTEM = List.of("system", "service", "app", "job");
  private static final List<String> PARTS = List.of("le", "quantile");
  private static final List<String> STAGE = List.of("env", "environment");
  private static final Set<String> KNOWN =
      Set.of(
          "scope",
          "system",
          "service",
          "app",
          "job",
          "team",
          "repository",
          "unit",
          "env",
          "environment");
  private static final Pattern SCOPE =
      Pattern.compile("organisation|(?:system|team|repository):\\S.*");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,3})?");
  private static final Pattern NO_NUMBER =
      Pattern.compile("NaN|[+-]?Inf(?:inity)?", Pattern.CASE_INSENSITIVE);
  private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");

  /** Why nobody here wants to know it; null when it is a number to keep. */
  @Nullable String ignores(Sample sample) {
    if (NO_NUMBER.matcher(sample.value()).matches()) {
      return "Values that are no numbers, such as NaN";
    }
    if (PARTS.stream().anyMatch(sample.labels()::containsKey)) {
      return "Buckets and quantiles";
    }
    if (open && sample.name().endsWith("_created")) {
      return "Times at which counters began";
    }
    for (String stage : STAGE) {
      String named = sample.labels().get(stage);
      if (Rehearsal.isNamed(named)) {
        return "Numbers of " + Excerpts.shown(String.valueOf(named));
      }
    }
    return null;
  }

  Measurement measurement(Sample sample, Map<String, String> units) {
    String metric = kebab(sample.name());
    String scope = scope(sample.labels());
    Instant at = at(sample.time());
    String unit = sample.labels().getOrDefault("unit", units.get(sample.name()));
    return new Measurement(
        Measurement.key(metric, scope, at), receivedAt, metric, scope, at, value(sample), unit);
  }

  static String kebab(String name) {
    String kebab =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    if (kebab.isEmpty() || kebab.length() > 200) {
      throw new BadLine(
          "names no metric: “%s”".formatted(Excerpts.shown(name)), "Name it as orders_paid.");
    }
    return kebab;
  }

  private static String scope(Map<String, String> labels) {
    for (String label : labels.keySet()) {
      if (!KNOWN.contains(label)) {
        throw new BadLine(
            "has the label %s, by which a measurement cannot be told apart"
                .formatted(Excerpts.shown(label)),
            "Sum it up first, as in sum by (service) (…), or leave the label out.");
      }
    }
    String scope = labels.get("scope");
    if (scope == null) {
      return first(labels);
    }
    if (!SCOPE.matcher(scope).matches()) {
      throw new BadLine(
          "has the scope “%s”, which is none".formatted(Excerpts.shown(scope)),
          "Write organisation, system:checkout, team:payments or repository:acme/shop.");
    }
    return bounded(scope);
  }

  private static String first(Map<String, String> labels) {
    for (String label : SYSTEM) {
      if (!labels.getOrDefault(label, "").isBlank()) {
        return bounded("system:" + labels.get(label));
      }
    }
    for (String label : List.of("team", "repository")) {
      if (!labels.getOrDefault(label, "").isBlank()) {
        return bounded(label + ':' + labels.get(label));
      }
    }
    return "organisation";
  }

  private static String bounded(String scope) {
    if (scope.length() > 200 || scope.indexOf('\0') >= 0) {
      throw new BadLine("has a scope of more than 200 characters", "Shorten it.");
    }
    return scope;
  }

  private static double value(Sample sample) {
    double value =
        NUMBER.matcher(sample.value()).matches() ? Double.parseDouble(sample.value()) : Double.NaN;
    if (!Double.isFinite(value)) {
      throw new BadLine(
          "has the value “%s”, which is no number".formatted(Excerpts.shown(sample.value())),
          "Write a number such as 42 or 0.5.");
    }
    if (Math.abs(value) > Measurement.LARGEST) {
      throw new BadLine(
          "has the value “%s”, which lies beyond 1,000,000,000,000,000"
              .formatted(Excerpts.shown(sample.value())),
          "Send it in a larger unit, or look at the sender.");
    }
    return value;
  }

  private Instant at(@Nullable String time) {
    if (time == null) {
      return receivedAt;
    }
    Instant at = NUMBER.matcher(time).matches() ? instant(new BigDecimal(time)) : null;
    if (at == null || at.isBefore(FIRST) || at.isAfter(receivedAt.plus(Fact.AHEAD))) {
      throw new BadLine(
          "has the time “%s”, which %s"
              .formatted(
                  Excerpts.shown(time),
                  at == null ? "is none" : "lies before 1990 or more than a day in the future"),
          open
              ? "Write seconds since 1970, as OpenMetrics has them."
              : "Write milliseconds since 1970.");
    }
    return at;
  }

  private @Nullable Instant instant(BigDecimal time) {
    BigDecimal milliseconds = open ? time.movePointRight(3) : time;
    boolean fits = milliseconds.abs().compareTo(new BigDecimal("1e15")) < 0;
    return fits ? Instant.ofEpochMilli(milliseconds.longValue()) : null;
  }
}
