package pilothouse.evidence.tables;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Measurement;

/** Makes measurements of lines; numbers are places in {@link RunFields}. */
final class MeasuredFacts {
  private static final Pattern METRIC = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");
  private static final Pattern SCOPE = Pattern.compile("(?:system|team|repository):\\S.*");

  private final Line line;

  MeasuredFacts(Line line) {
    this.line = line;
  }

  Measurement measurement() {
    String metric = line.text(0);
    Instant at = line.time(2);
    double value = line.number(3);
    if (metric == null) {
      throw line.missing(
          0, "Name the metric in a column, or declare it with --set metric=activation.");
    }
    if (at == null) {
      throw line.missing(2, "Say when it was so.");
    }
    if (Double.isNaN(value)) {
      throw line.missing(3, "Give the number; a line without one says nothing.");
    }
    String scope = scope(line.text(1));
    String name = name(metric);
    return new Measurement(
        Measurement.key(name, scope, at), line.saidAt(5), name, scope, at, value, line.text(4));
  }

  /** The name of a metric in small letters with hyphens. */
  private String name(String metric) {
    if (METRIC.matcher(metric).matches()) {
      return metric;
    }
    String name = metric.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
    if (METRIC.matcher(name).matches()) {
      return name;
    }
    throw line.unfit(
        0,
        "is no name of a metric.",
        "Write small letters and digits with hyphens, as weekly-active-teams.");
  }

  private String scope(@Nullable String written) {
    if (written == null || written.equals("organisation")) {
      return "organisation";
    }
    if (written.indexOf(':') < 0) {
      return "system:" + written;
    }
    if (!SCOPE.matcher(written).matches()) {
      throw line.unfit(
          1, "is no scope.", "Write organisation, system:NAME, team:NAME or repository:NAME.");
    }
    return written;
  }
}
