package pilothouse.reports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pilothouse.debt.Candidate;
import pilothouse.findings.Finding;
import pilothouse.findings.Finding.Severity;
import pilothouse.metrics.Hotspot;
import pilothouse.metrics.Manifest;
import pilothouse.metrics.Marker;
import pilothouse.metrics.Metrics;
import pilothouse.metrics.Reading;
import pilothouse.text.Texts;

/** Turns readings into findings: one sentence each, with its number. The thresholds are ours. */
final class Noticing {
  private final Metrics metrics;
  private final Readings readings;
  private final List<Candidate> debts;
  private final Together together;

  Noticing(Metrics metrics, Readings readings, List<Candidate> debts) {
    this.metrics = metrics;
    this.readings = readings;
    this.debts = debts;
    this.together = new Together(metrics, readings, debts);
  }

  /** What endangers the running system, as far as git can tell. */
  List<Finding> system() {
    List<Finding> found = new ArrayList<>();
    for (Hotspot spot : hottest()) {
      String says =
          Texts.say(
              "reports.noticing.is-the-hottest-file",
              spot.path(),
              Wording.count(spot.lines()),
              Texts.counted("reports.noticing.times", spot.revisions()),
              Wording.people(spot.people()));
      found.add(readings.finding("hotspots", Severity.LOOK, says, spot.path(), spot.score(), null));
    }
    reverts(found);
    fixes(found);
    return found;
  }

  /** The hottest file that is no test, when it is hot enough to be told of; else none. */
  private List<Hotspot> hottest() {
    return metrics.hotspots().stream()
        .filter(spot -> !spot.test())
        .limit(1)
        .filter(spot -> spot.score() >= 0.9 && spot.revisions() >= 10)
        .toList();
  }

  /** Whether the finding about the hottest file or the strongest pair says the same already. */
  private boolean isTold(Candidate debt) {
    return switch (debt.kind()) {
      case HOTSPOT -> hottest().stream().anyMatch(spot -> debt.paths().contains(spot.path()));
      case COUPLING -> together.isTold(debt);
      default -> false;
    };
  }

  private void reverts(List<Finding> found) {
    Reading share = readings.of("revert-share");
    Double value = share.value();
    if (value != null && value > 0 && share.n() >= 20) {
      Double quick = readings.of("quick-reverts").value();
      String says =
          Texts.say(
              "reports.noticing.of-commits-took-another",
              Wording.count(Math.round(value * share.n())),
              Wording.count(share.n()),
              Wording.percent(value),
              quick == null
                  ? Texts.say("reports.noticing.unknown-number")
                  : Wording.count(Math.round(quick)));
      Severity severity = value >= 0.03 ? Severity.LOOK : Severity.KNOW;
      found.add(
          readings.finding("revert-share", severity, says, "", Math.min(1, 10 * value), null));
    }
  }

  private void fixes(List<Finding> found) {
    Reading fixes = readings.of("fixes-after-release");
    Double value = fixes.value();
    if (value != null && value > 0) {
      String says =
          Texts.say(
              "reports.noticing.of-were-followed-within",
              Wording.count(Math.round(value * fixes.n())),
              Wording.of(fixes.n(), "release"));
      Severity severity = value >= 0.2 && fixes.n() >= 5 ? Severity.LOOK : Severity.KNOW;
      found.add(
          readings.finding("fixes-after-release", severity, says, "", Math.min(1, value), null));
    }
  }

  /** What cannot change alone, and what nobody looks after. */
  List<Finding> dependencies() {
    List<Finding> found = new ArrayList<>(together.found());
    List<Manifest> untouched = metrics.untouchedManifests();
    if (!untouched.isEmpty()) {
      Reading reading = readings.of("untouched-manifests");
      Instant changed = untouched.getFirst().changed();
      String says =
          Texts.counted(
              "reports.noticing.no-commit",
              untouched.size(),
              Wording.of(reading.n(), "dependency manifest"),
              untouched.getFirst().path(),
              changed == null ? "?" : Wording.day(metrics.window(), changed));
      double share = (double) untouched.size() / reading.n();
      Severity severity = share >= 0.5 ? Severity.LOOK : Severity.KNOW;
      found.add(
          readings.finding(
              "untouched-manifests",
              severity,
              says,
              untouched.getFirst().path(),
              share / 2,
              changed));
    }
    return found;
  }

  /** What has waited for long. */
  List<Finding> debt() {
    List<Finding> found = new ArrayList<>();
    for (Candidate debt :
        debts.stream().filter(one -> one.isRisky() && !isTold(one)).limit(3).toList()) {
      String says = "%s: %s.".formatted(debt.title(), String.join(", ", debt.evidence()));
      found.add(
          new Finding(
              "debt-candidate",
              Severity.LOOK,
              says,
              debt.key(),
              debt.receipt(),
              debt.risk(),
              debt.since(),
              null,
              debt.evidence()));
    }
    Reading stale = readings.of("stale-todos");
    Double value = stale.value();
    if (value != null && value > 0) {
      Marker oldest = metrics.staleMarkers().getFirst();
      Instant written = oldest.written();
      String says =
          Texts.counted(
              "reports.noticing.older",
              Math.round(value),
              Wording.of(stale.n(), "TODO"),
              written == null ? "?" : Wording.day(metrics.window(), written),
              oldest.path());
      found.add(
          readings.finding(
              "stale-todos", Severity.KNOW, says, "", Math.min(1, value / 500), written));
    }
    return found;
  }
}
