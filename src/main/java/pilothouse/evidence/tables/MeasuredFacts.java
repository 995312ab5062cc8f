package pilothouse.evidence.tables;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Measurement;
import pilothouse.text.Texts;

/** Makes measurements of lines; numbers are places in {@link RunFields}. */
final class MeasuredFacts {
  private static final Pattern METRIC = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}");
  private static final Pattern SCOPE = Pattern.compile("(?:system|team|repository):\\S.*");

  private static final int KNOWN = 4_096;

  private final Line line;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> scopes = new HashMap<>();

  MeasuredFacts(Line line) {
    this.line = line;
  }

  Measurement measurement() {
    String metric = line.text(0);
    Instant at = line.time(2);
    double value = line.number(3);
    if (metric == null) {
      throw line.missing(0, Texts.kept("kept.measured-facts.name-the-metric-in-a"));
    }
    if (at == null) {
      throw line.missing(2, Texts.kept("kept.measured-facts.say-when-it-was-so"));
    }
    if (Double.isNaN(value)) {
      throw line.missing(3, Texts.kept("kept.measured-facts.give-the-number-a-line"));
    }
    String scope = known(scopes, written(line.text(1)), this::scope);
    String name = known(names, metric, this::name);
    return new Measurement(
        Measurement.key(name, scope, at), line.saidAt(5), name, scope, at, value, line.text(4));
  }

  /** They repeat on every line, and looking at them closely costs more than all else. */
  private static String known(Map<String, String> known, String written, UnaryOperator<String> as) {
    if (known.size() > KNOWN) {
      known.clear();
    }
    return known.computeIfAbsent(written, as);
  }

  private static String written(@Nullable String scope) {
    return scope == null ? "organisation" : scope;
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
        Texts.kept("kept.measured-facts.is-no-name-of-a"),
        Texts.kept("kept.measured-facts.write-small-letters-and-digits"));
  }

  private String scope(String written) {
    if (written.equals("organisation")) {
      return "organisation";
    }
    if (written.indexOf(':') < 0) {
      return "system:" + written;
    }
    if (!SCOPE.matcher(written).matches()) {
      throw line.unfit(
          1,
          Texts.kept("kept.measured-facts.is-no-scope"),
          Texts.kept("kept.measured-facts.write-organisation-system-name-team"));
    }
    return written;
  }
}
