package pilothouse.reports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.findings.Finding;
import pilothouse.findings.Finding.Severity;
import pilothouse.metrics.Metrics;
import pilothouse.metrics.Reading;
import pilothouse.text.Texts;
import pilothouse.views.Happened;

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
    Happened.Turn turn = Happened.lately(reading, metrics.window().zone(), RECENT);
    if (turn == null) {
      return null;
    }
    String metric = reading.metric().id();
    return new Finding(
        "signal-" + metric,
        turn.outside() ? Severity.LOOK : Severity.KNOW,
        reading.metric().name() + " " + turn.says() + ".",
        metric,
        readings.address(metric),
        turn.outside() ? 0.4 : 0.2,
        turn.since(),
        null,
        List.of(Texts.say("reports.signals.process-behaviour-chart-more")));
  }
}
