package pilothouse.reports;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.findings.Finding;
import pilothouse.findings.Finding.Address;
import pilothouse.findings.Finding.Severity;
import pilothouse.metrics.Couplings;
import pilothouse.metrics.Hotspot;
import pilothouse.metrics.Knowledge;
import pilothouse.metrics.Manifest;
import pilothouse.metrics.Marker;
import pilothouse.metrics.Metrics;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Releases;

/** Turns readings into findings: one sentence each, with its number. The thresholds are ours. */
final class Noticing {
  private final Metrics metrics;
  private final Readings readings;

  Noticing(Metrics metrics, Readings readings) {
    this.metrics = metrics;
    this.readings = readings;
  }

  /** What endangers the running system, as far as git can tell. */
  List<Finding> system() {
    List<Finding> found = new ArrayList<>();
    List<Hotspot> hotspots =
        metrics.hotspots().stream().filter(spot -> !spot.test()).limit(1).toList();
    for (Hotspot spot : hotspots) {
      if (spot.score() >= 0.9 && spot.revisions() >= 10) {
        String says =
            "%s is the hottest file: %s lines of complicated code, changed %s by %s."
                .formatted(
                    spot.path(),
                    Wording.count(spot.lines()),
                    times(spot.revisions()),
                    Wording.people(spot.people()));
        found.add(finding("hotspots", Severity.LOOK, says, spot.path(), spot.score(), null));
      }
    }
    reverts(found);
    fixes(found);
    return found;
  }

  private void reverts(List<Finding> found) {
    Reading share = readings.of("revert-share");
    Double value = share.value();
    if (value != null && value > 0 && share.n() >= 20) {
      Double quick = readings.of("quick-reverts").value();
      String says =
          "%s of %s commits (%s) took another one back, %s of them within a week."
              .formatted(
                  Wording.count(Math.round(value * share.n())),
                  Wording.count(share.n()),
                  Wording.percent(value),
                  quick == null ? "an unknown number" : Math.round(quick));
      Severity severity = value >= 0.03 ? Severity.LOOK : Severity.KNOW;
      found.add(finding("revert-share", severity, says, "", Math.min(1, 10 * value), null));
    }
  }

  private void fixes(List<Finding> found) {
    Reading fixes = readings.of("fixes-after-release");
    Double value = fixes.value();
    if (value != null && value > 0) {
      String says =
          "%s of %s needed a fix within a week (releases, not deployments)."
              .formatted(
                  Wording.count(Math.round(value * fixes.n())),
                  Wording.of(fixes.n(), "release", "releases"));
      Severity severity = value >= 0.2 && fixes.n() >= 5 ? Severity.LOOK : Severity.KNOW;
      found.add(finding("fixes-after-release", severity, says, "", Math.min(1, value), null));
    }
  }

  /** Who is the only one who knows. */
  List<Finding> team() {
    List<Finding> found = new ArrayList<>();
    Knowledge knowledge = metrics.knowledge();
    Integer truck = knowledge.truckFactor();
    if (truck != null && truck <= 3) {
      String who = truck == 1 ? "one person leaves" : truck + " people leave";
      String says =
          "If %s, more than half of the %s source files have nobody left who wrote them."
              .formatted(who, Wording.count(knowledge.files()));
      Severity severity = truck == 1 ? Severity.ACT : Severity.LOOK;
      found.add(finding("truck-factor", severity, says, "", 1.0 / truck, null));
    }
    folders(found, knowledge);
    atRisk(found);
    islands(found, knowledge);
    return found;
  }

  private void folders(List<Finding> found, Knowledge knowledge) {
    Integer whole = knowledge.truckFactor();
    for (Knowledge.Folder folder : knowledge.folders()) {
      Integer truck = folder.truckFactor();
      boolean large = folder.files() >= 10 && 20L * folder.files() >= knowledge.files();
      if (large && truck != null && truck == 1 && whole != null && whole > 1) {
        String says =
            "In %s one person is the author of most of the %s source files."
                .formatted(folder.path(), Wording.count(folder.files()));
        double risk = (double) folder.files() / Math.max(1, knowledge.files());
        Address address = new Address("truck-factor", metrics.scope().repository(), folder.path());
        found.add(
            new Finding(
                "truck-factor",
                Severity.LOOK,
                says,
                folder.path(),
                address,
                Math.min(1, 0.5 + risk / 2),
                null,
                null,
                List.of()));
      }
    }
  }

  private void atRisk(List<Finding> found) {
    Reading atRisk = readings.of("knowledge-at-risk");
    Double value = atRisk.value();
    if (value != null && value >= 0.3) {
      String says =
          "%s of the %s lines of source were last written by people without a commit for 180 days."
              .formatted(Wording.percent(value), Wording.count(atRisk.n()));
      Severity severity = value >= 0.5 ? Severity.LOOK : Severity.KNOW;
      found.add(finding("knowledge-at-risk", severity, says, "", value, null));
    }
  }

  private void islands(List<Finding> found, Knowledge knowledge) {
    List<Knowledge.Island> gone =
        readings.of("islands").value() == null
            ? List.of()
            : knowledge.islands().stream().filter(Knowledge.Island::gone).toList();
    if (!gone.isEmpty()) {
      String says =
          "%s still %s but lost the only author; the largest is %s (%s lines)."
              .formatted(
                  Wording.of(gone.size(), "file", "files"),
                  gone.size() == 1 ? "changes" : "change",
                  gone.getFirst().path(),
                  Wording.count(gone.getFirst().lines()));
      double risk = Math.min(1, 0.3 + (double) gone.size() / Math.max(1, knowledge.eligible()));
      found.add(finding("islands", Severity.LOOK, says, gone.getFirst().path(), risk, null));
    }
  }

  /** What cannot change alone, and what nobody looks after. */
  List<Finding> dependencies() {
    List<Finding> found = new ArrayList<>();
    if (readings.of("coupled-folders").value() != null) {
      metrics.couplings().folders().stream()
          .limit(1)
          .forEach(pair -> found.add(together("coupled-folders", pair, 50)));
      metrics.couplings().pairs().stream()
          .filter(Couplings.Pair::across)
          .limit(1)
          .forEach(pair -> found.add(together("coupling-across-folders", pair, 70)));
    }
    List<Manifest> untouched = metrics.untouchedManifests();
    if (!untouched.isEmpty()) {
      Reading reading = readings.of("untouched-manifests");
      Instant changed = untouched.getFirst().changed();
      String says =
          "%s of %s has had no commit for a year, the longest %s (since %s)."
              .formatted(
                  Wording.count(untouched.size()),
                  Wording.of(reading.n(), "dependency manifest", "dependency manifests"),
                  untouched.getFirst().path(),
                  changed == null ? "?" : Wording.day(metrics.window(), changed));
      says =
          untouched.size() == 1 ? says : says.replace(" has had no commit", " have had no commit");
      double share = (double) untouched.size() / reading.n();
      Severity severity = share >= 0.5 ? Severity.LOOK : Severity.KNOW;
      found.add(
          finding(
              "untouched-manifests",
              severity,
              says,
              untouched.getFirst().path(),
              share / 2,
              changed));
    }
    return found;
  }

  private Finding together(String metric, Couplings.Pair pair, int look) {
    String says =
        "%s and %s changed together in %s commits, %s %% of their changes."
            .formatted(
                pair.left(), pair.right(), Wording.count(pair.shared()), Math.round(pair.degree()));
    Severity severity =
        pair.degree() >= look && pair.shared() >= 10 ? Severity.LOOK : Severity.KNOW;
    double risk = Math.min(1, pair.degree() / 100);
    return finding(metric, severity, says, pair.left() + " + " + pair.right(), risk, null);
  }

  /** What has waited for long. */
  List<Finding> debt() {
    List<Finding> found = new ArrayList<>();
    Reading stale = readings.of("stale-todos");
    Double value = stale.value();
    if (value != null && value > 0) {
      Marker oldest = metrics.staleMarkers().getFirst();
      Instant written = oldest.written();
      String says =
          "%s of %s are older than a year, the oldest since %s in %s."
              .formatted(
                  Wording.count(Math.round(value)),
                  Wording.of(stale.n(), "TODO", "TODOs"),
                  written == null ? "?" : Wording.day(metrics.window(), written),
                  oldest.path());
      says = stale.n() == 1 ? says.replace(" are older", " is older") : says;
      found.add(finding("stale-todos", Severity.KNOW, says, "", Math.min(1, value / 500), written));
    }
    return found;
  }

  /** What stands out in the flow. */
  List<Finding> flow() {
    List<Finding> found = new ArrayList<>();
    Reading lead = readings.of("change-lead-time");
    Double value = lead.value();
    if (value != null && lead.n() >= 5 && value >= 30 * 86_400) {
      String says =
          "Half of the %s released changes waited %s or longer for a release (releases, not deployments)."
              .formatted(Wording.count(lead.n()), Wording.duration(value));
      Severity severity = value >= 90 * 86_400 ? Severity.LOOK : Severity.KNOW;
      double risk = Math.min(1, value / (365.0 * 86_400));
      found.add(finding("change-lead-time", severity, says, "", risk, null));
    }
    waiting(found);
    found.addAll(new Signals(metrics, readings).found());
    return found;
  }

  private void waiting(List<Finding> found) {
    Releases releases = metrics.releases();
    Double gap = readings.of("release-gap").value();
    if (gap == null || releases.unreleased() == 0) {
      return;
    }
    Instant last = releases.all().getLast().at();
    double since = Duration.between(last, metrics.window().to()).toSeconds();
    if (since > 3 * gap && since > 30 * 86_400) {
      String says =
          "No release for %s, usually %s apart; %s in no release."
              .formatted(
                  Wording.duration(since),
                  Wording.duration(gap),
                  Wording.of(releases.unreleased(), "change is", "changes are"));
      found.add(finding("release-gap", Severity.LOOK, says, "", 0.5, last));
    }
  }

  private Finding finding(
      String metric,
      Severity severity,
      String says,
      String subject,
      double risk,
      @Nullable Instant since) {
    Reading reading = readings.of(metric);
    return new Finding(
        metric,
        severity,
        says,
        subject,
        readings.address(metric),
        risk,
        since,
        null,
        List.of(reading.receipt().says()));
  }

  private static String times(int n) {
    return n == 1 ? "once" : n + " times";
  }
}
