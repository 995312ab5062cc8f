package pilothouse.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Metric.Unit;
import pilothouse.metrics.Metrics;
import pilothouse.metrics.Reading;

/**
 * A threshold that fails a check, as {@code truck-factor<2} or {@code change-lead-time>30d}. What
 * is unknown fails too: a gate that cannot see stays shut. With a question mark at the end an
 * unknown value is told and passes.
 *
 * @param metric what is compared
 * @param sign one of {@code <}, {@code <=}, {@code >}, {@code >=}
 * @param threshold in the metric's unit: seconds, a fraction, a count
 * @param lenient unknown passes
 * @param text as it was written
 */
public record FailOn(Metric metric, String sign, double threshold, boolean lenient, String text) {
  /** What the command line says about these conditions. */
  public static final String HELP =
      "Exit with 1 when a condition is met: METRIC<VALUE, <=, > or >=, several with commas, such as"
          + " truck-factor<2,change-lead-time>30d,knowledge-at-risk>0.5. Durations take h, d or w,"
          + " ratios a fraction or %. A value that is unknown fails too; end the condition with ?"
          + " to let the unknown pass. Either way it is told.";

  private static final Pattern SHAPE =
      Pattern.compile("([a-z0-9-]+)\\s*(<=|>=|<|>)\\s*(\\d+(?:\\.\\d+)?)\\s*(%|[a-z]*)\\s*(\\??)");

  private static final Map<String, Double> SECONDS =
      Map.of("s", 1.0, "m", 60.0, "h", 3_600.0, "d", 86_400.0, "w", 604_800.0);

  /** What a condition said about a check. */
  public enum Outcome {
    PASSED,
    FAILED,
    UNKNOWN_FAILED,
    UNKNOWN_PASSED;

    /** Whether the check fails. */
    public boolean fails() {
      return this == FAILED || this == UNKNOWN_FAILED;
    }
  }

  /** One condition held against one check, in a sentence. */
  public record Told(Outcome outcome, String says) {}

  /**
   * The conditions of a text, commas between them.
   *
   * @throws IllegalArgumentException with a sentence that says what is wrong and the mend
   */
  public static List<FailOn> parse(String text) {
    List<FailOn> conditions = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      conditions.add(one(part.strip()));
    }
    return conditions;
  }

  private static FailOn one(String text) {
    Matcher parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" is no condition: write METRIC<VALUE or METRIC>VALUE, such as"
              + " truck-factor<2 or change-lead-time>30d.");
    }
    Metric metric =
        Metrics.named(parts.group(1))
            .orElseThrow(() -> new IllegalArgumentException(noMetric(parts.group(1))));
    double value = Double.parseDouble(parts.group(3));
    double scaled = value * scale(text, metric, parts.group(4));
    return new FailOn(metric, parts.group(2), scaled, !parts.group(5).isEmpty(), text);
  }

  private static double scale(String text, Metric metric, String unit) {
    if (metric.unit() == Unit.SECONDS) {
      Double seconds = SECONDS.get(unit);
      if (seconds == null) {
        throw new IllegalArgumentException(
            "\""
                + text
                + "\": "
                + metric.id()
                + " is a duration; give its unit, as in 12h, 30d or 6w.");
      }
      return seconds;
    }
    if (unit.isEmpty()) {
      return 1;
    }
    if (unit.equals("%") && metric.unit() == Unit.RATIO) {
      return 0.01;
    }
    throw new IllegalArgumentException(
        "\""
            + text
            + "\": "
            + metric.id()
            + " takes "
            + (metric.unit() == Unit.RATIO ? "a fraction or %" : "a plain number")
            + ", not \""
            + unit
            + "\".");
  }

  private static String noMetric(String id) {
    Metric nearest = Metrics.catalogue().getFirst();
    for (Metric metric : Metrics.catalogue()) {
      nearest = distance(id, metric.id()) < distance(id, nearest.id()) ? metric : nearest;
    }
    return "There is no metric named \"" + id + "\"; the nearest is " + nearest.id() + ".";
  }

  /** How many letters differ. [Levenshtein] */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(above, row[j - 1]));
        corner = above;
      }
    }
    return row[b.length()];
  }

  /** Holds the condition against a check. */
  public Told against(HealthCheck check) {
    Reading reading = check.reading(metric.id());
    Double value = reading == null ? null : reading.value();
    String about = check.scope().repository() + ": " + metric.id() + " is ";
    if (value == null) {
      String why = reading == null ? "not on the page" : String.valueOf(reading.unknown());
      String end = lenient ? " and passes." : " and fails \"" + text + "\".";
      return new Told(
          lenient ? Outcome.UNKNOWN_PASSED : Outcome.UNKNOWN_FAILED,
          about + "unknown (" + why + ")" + end);
    }
    boolean met =
        switch (sign) {
          case "<" -> value < threshold;
          case "<=" -> value <= threshold;
          case ">" -> value > threshold;
          default -> value >= threshold;
        };
    String end = met ? ", which fails \"" + text + "\"." : ", which passes \"" + text + "\".";
    return new Told(
        met ? Outcome.FAILED : Outcome.PASSED, about + Wording.value(metric, value) + end);
  }
}
