package pilothouse.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pilothouse.findings.Finding;
import pilothouse.findings.Finding.Severity;
import pilothouse.metrics.Metrics;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Releases;
import pilothouse.text.Texts;

/** Findings about how the work flows. The thresholds are ours. */
final class FlowNotices {
  /** What lies between fewer releases is not usual yet. */
  private static final int USUAL = 4;

  private final Metrics metrics;
  private final Readings readings;

  FlowNotices(Metrics metrics, Readings readings) {
    this.metrics = metrics;
    this.readings = readings;
  }

  /** What stands out in the flow. */
  List<Finding> flow() {
    List<Finding> found = new ArrayList<>();
    Reading lead = readings.of("change-lead-time");
    Double value = lead.value();
    if (value != null && lead.n() >= 5 && value >= 30 * 86_400) {
      String says =
          Texts.say(
              "reports.flow-notices.half-of-the-released",
              Wording.count(lead.n()),
              Wording.duration(value));
      Severity severity = value >= 90 * 86_400 ? Severity.LOOK : Severity.KNOW;
      double risk = Math.min(1, value / (365.0 * 86_400));
      found.add(readings.finding("change-lead-time", severity, says, "", risk, null));
    }
    waiting(found);
    found.addAll(new Signals(metrics, readings).found());
    return found;
  }

  private void waiting(List<Finding> found) {
    Releases releases = metrics.releases();
    Reading gaps = readings.of("release-gap");
    Double gap = gaps.value();
    if (gap == null || gaps.n() < USUAL || releases.unreleased() == 0) {
      return;
    }
    Instant last = releases.all().getLast().at();
    double since = Duration.between(last, metrics.window().to()).toSeconds();
    if (since > 3 * gap && since > 30 * 86_400) {
      String says =
          Texts.counted(
              "reports.flow-notices.no-release-for-usually",
              releases.unreleased(),
              Wording.duration(since),
              Wording.duration(gap),
              Wording.of(releases.unreleased(), "change"));
      found.add(readings.finding("release-gap", Severity.LOOK, says, "", 0.5, last));
    }
  }
}
