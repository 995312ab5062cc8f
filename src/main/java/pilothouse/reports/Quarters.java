package pilothouse.reports;

import java.util.ArrayList;
import java.util.List;
import pilothouse.debt.Candidate;
import pilothouse.findings.Finding;
import pilothouse.findings.Finding.Severity;
import pilothouse.findings.Findings;
import pilothouse.metrics.Couplings;
import pilothouse.metrics.Hotspot;
import pilothouse.metrics.Knowledge;
import pilothouse.metrics.Manifest;
import pilothouse.metrics.Metrics;
import pilothouse.metrics.Reading;
import pilothouse.reports.HealthCheck.Line;
import pilothouse.reports.HealthCheck.Place;
import pilothouse.reports.HealthCheck.Quarter;
import pilothouse.reports.HealthCheck.State;
import pilothouse.reports.HealthCheck.Unknown;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** Puts together the four quarters. */
final class Quarters {
  private static final int LINES = 5;

  private final Metrics metrics;
  private final Readings readings;
  private final List<Candidate> debts;

  Quarters(Metrics metrics, Readings readings, List<Candidate> debts) {
    this.metrics = metrics;
    this.readings = readings;
    this.debts = debts;
  }

  Quarter system(List<Finding> findings) {
    List<Line> lines = new ArrayList<>();
    List<String> said = findings.stream().map(Finding::subject).toList();
    for (Hotspot spot :
        metrics.hotspots().stream()
            .filter(hot -> !hot.test() && !said.contains(hot.path()))
            .limit(LINES)
            .toList()) {
      String value =
          Wording.of(spot.revisions(), "commit")
              + ", "
              + Wording.people(spot.people())
              + ", "
              + Wording.of(spot.lines(), "line");
      lines.add(new Line(spot.path(), value, spot.path(), readings.address("hotspots")));
    }
    return quarter(
        Place.SYSTEM_RISK,
        Texts.say("reports.quarters.system-risk"),
        findings,
        lines,
        List.of("hotspots", "revert-share", "quick-reverts", "fixes-after-release"),
        List.of(
            Unknown.incidents(),
            Unknown.deployments(),
            new Unknown(
                Texts.say("reports.quarters.reliability-targets"),
                Texts.say("reports.quarters.objectives-with-good-and"))));
  }

  Quarter team(List<Finding> findings) {
    List<Line> lines = new ArrayList<>();
    Knowledge knowledge = metrics.knowledge();
    List<Knowledge.Folder> folders =
        knowledge.folders().stream().filter(Knowledge.Folder::isWhole).limit(LINES).toList();
    for (Knowledge.Folder folder : folders) {
      Integer truck = folder.truckFactor();
      Double atRisk = folder.atRisk();
      String value =
          Texts.say(
              "reports.quarters.held-by",
              truck == null ? "?" : Wording.count(truck),
              Wording.people(folder.people()),
              atRisk == null
                  ? Texts.say("reports.quarters.risk-unknown")
                  : Texts.say("reports.quarters.by-people-gone-quiet", Wording.percent(atRisk)));
      lines.add(
          new Line(folder.path(), value, folder.path(), readings.address("knowledge-at-risk")));
    }
    return quarter(
        Place.TEAM,
        Texts.say("reports.quarters.team"),
        findings,
        lines,
        List.of("truck-factor", "knowledge-at-risk", "islands", "ownership-fragmentation"),
        List.of(
            new Unknown(
                Texts.say("reports.quarters.morale-and-psychological-safety"),
                Texts.say("reports.quarters.a-pulse-survey")),
            new Unknown(
                Texts.say("reports.quarters.load-and-interruptions"),
                Texts.say("reports.quarters.calendars-and-incident-events"))));
  }

  Quarter dependencies(List<Finding> findings) {
    List<Line> lines = new ArrayList<>();
    if (readings.of("coupled-folders").value() != null) {
      for (Couplings.Pair pair : metrics.couplings().folders().stream().limit(LINES).toList()) {
        lines.add(
            new Line(
                Wording.folder(pair.left()) + " + " + Wording.folder(pair.right()),
                Texts.say(
                    "reports.quarters.in-both",
                    Wording.of(pair.shared(), "commit"),
                    Wording.percent(pair.degree() / 100)),
                "",
                readings.address("coupled-folders")));
      }
    }
    for (Manifest manifest : metrics.manifests().stream().limit(3).toList()) {
      lines.add(
          new Line(
              manifest.path(),
              touched(manifest),
              manifest.path(),
              readings.address("untouched-manifests")));
    }
    return quarter(
        Place.DEPENDENCIES,
        Texts.say("reports.quarters.key-dependencies"),
        findings,
        lines,
        List.of("coupled-folders", "coupling-across-folders", "untouched-manifests"),
        List.of(
            new Unknown(
                Texts.say("reports.quarters.outdated-or-vulnerable-dependencies"),
                Texts.say("reports.quarters.an-sbom-and-advisories")),
            new Unknown(
                Texts.say("reports.quarters.teams-that-wait-for"),
                Texts.say("reports.quarters.a-dependency-register"))));
  }

  private String touched(Manifest manifest) {
    java.time.Instant changed = manifest.changed();
    return Texts.say(
        "reports.quarters.last-changed",
        manifest.ecosystem(),
        changed == null ? Texts.say("say.unknown") : Wording.day(metrics.window(), changed));
  }

  Quarter debt(List<Finding> findings) {
    List<Line> lines = new ArrayList<>();
    List<String> said = findings.stream().map(Finding::subject).toList();
    for (Candidate candidate :
        debts.stream().filter(debt -> !said.contains(debt.key())).limit(LINES).toList()) {
      lines.add(
          new Line(
              candidate.title(),
              candidate.kind().words(),
              candidate.paths().getFirst(),
              candidate.receipt()));
    }
    return quarter(
        Place.DEBT,
        Texts.say("reports.quarters.top-debt"),
        findings,
        lines,
        List.of("stale-todos", "todo-age", "code-age"),
        List.of(
            new Unknown(
                Texts.say("reports.quarters.what-the-debt-costs"),
                Texts.say("reports.quarters.change-requests-with-their")),
            new Unknown(
                Texts.say("reports.quarters.debt-that-people-know"),
                Texts.say("reports.quarters.a-debt-register"))));
  }

  private Quarter quarter(
      Place place,
      String title,
      List<Finding> brought,
      List<Line> lines,
      List<String> ids,
      List<Unknown> unknowns) {
    List<Finding> findings = Findings.ranked(brought);
    List<Reading> all = readings.of(ids);
    List<Reading> blind = all.stream().filter(reading -> reading.value() == null).toList();
    State state = state(findings, all.size(), blind.size());
    return new Quarter(
        place, title, state, headline(state, findings, all, blind), all, findings, lines, unknowns);
  }

  /** Calm only when every number of the quarter is known and none asks for a look. */
  private State state(List<Finding> findings, int all, int blind) {
    if (metrics.silence().isPresent() && findings.isEmpty()) {
      return State.UNKNOWN;
    }
    boolean act = findings.stream().anyMatch(f -> f.severity() == Severity.ACT);
    boolean look = findings.stream().anyMatch(f -> f.severity() == Severity.LOOK);
    if (act || look) {
      return act ? State.ACT : State.LOOK;
    }
    boolean counting = !metrics.history().coverage().linesCounted();
    if (2 * blind >= all || (counting && blind > 0)) {
      return State.UNKNOWN;
    }
    return findings.isEmpty() ? State.NOTHING_FOUND : State.KNOW;
  }

  private String headline(
      State state, List<Finding> findings, List<Reading> all, List<Reading> blind) {
    if (state == State.UNKNOWN) {
      return Texts.say("reports.quarters.unknown", why(blind));
    }
    if (!findings.isEmpty()) {
      return findings.getFirst().says();
    }
    return Texts.say(
        "reports.quarters.nothing-found-out-of",
        Say.counted(all.size() - blind.size(), "known number"));
  }

  private String why(List<Reading> blind) {
    String unknown = blind.isEmpty() ? null : blind.getFirst().unknown();
    return metrics.silence().isPresent()
        ? Texts.say("reports.quarters.no-commit-in-this")
        : unknown == null ? Texts.say("reports.quarters.there-is-too-little") : unknown;
  }
}
