package pilothouse.reports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.findings.Finding;
import pilothouse.findings.Finding.Severity;
import pilothouse.metrics.Metrics;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Series;

/** Findings from process behaviour charts: a rule fired in the last four weeks; noise is silent. */
final class Signals {
  static final int RECENT = 4;
  private static final List<String> WATCHED =
      List.of("commits-per-week", "changes-per-week", "change-size", "active-people");

  private final Metrics metrics;
  private final Readings readings;

  Signals(Metrics metrics, Readings readings) {
    this.metrics = metrics;
    this.readings = readings;
  }

  List<Finding> found() {
    List<Finding> found = new ArrayList<>();
    Set<Integer> same = new HashSet<>();
    for (String metric : WATCHED) {
      Reading reading = readings.of(metric);
      boolean repeated = !same.add(reading.series().points().hashCode());
      Finding finding = repeated ? null : latest(reading);
      if (finding != null) {
        found.add(finding);
      }
    }
    return found;
  }

  private @Nullable Finding latest(Reading reading) {
    Series series = reading.series();
    Series.Limits limits = series.limits();
    Series.Signal last = null;
    for (Series.Signal signal : series.signals()) {
      boolean recent = signal.point() >= series.points().size() - RECENT;
      if (recent && (last == null || signal.rule() <= last.rule())) {
        last = signal;
      }
    }
    if (last == null || limits == null) {
      return null;
    }
    Series.Point point = series.points().get(last.point());
    Double value = point.value();
    String says =
        String.format(
            Locale.ROOT,
            "%s left its usual range of %.0f to %.0f: %s in the week of %s (%.0f).",
            reading.metric().name(),
            limits.lower(),
            limits.upper(),
            last.says(),
            Wording.day(metrics.window(), point.at()),
            value == null ? 0 : value);
    if (last.rule() != 1) {
      says =
          String.format(
              Locale.ROOT,
              "%s shifted from its usual %.0f: %s, up to the week of %s (%.0f).",
              reading.metric().name(),
              limits.centre(),
              last.says(),
              Wording.day(metrics.window(), point.at()),
              value == null ? 0 : value);
    }
    String metric = reading.metric().id();
    return new Finding(
        "signal-" + metric,
        last.rule() == 1 ? Severity.LOOK : Severity.KNOW,
        says,
        metric,
        readings.address(metric),
        last.rule() == 1 ? 0.4 : 0.2,
        point.at(),
        null,
        List.of("rule " + last.rule() + " of the process behaviour chart"));
  }
}
