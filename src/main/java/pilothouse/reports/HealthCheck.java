package pilothouse.reports;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pilothouse.debt.Candidate;
import pilothouse.delivery.Living;
import pilothouse.findings.Finding;
import pilothouse.metrics.Forecast;
import pilothouse.metrics.Ledger.LeftOut;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Releases;
import pilothouse.metrics.Scope;
import pilothouse.metrics.Window;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * One honest page about one repository: four quarters, and below them how the work flows.
 *
 * @param basis what it was made from
 * @param complete false while lines are still being counted: what needs them says unknown
 * @param quarters system risk, team, key dependencies, top debt, always these four in this order
 * @param flow readings about how the work flows, in the order of reading
 * @param releases the releases behind the flow; releases, not deployments
 * @param forecasts how many by then
 * @param findings of all quarters and the flow, ranked
 * @param debts debt candidates, the riskiest first
 * @param readings every reading of the page, by metric, each once
 */
public record HealthCheck(
    Scope scope,
    Window window,
    Basis basis,
    boolean complete,
    List<Quarter> quarters,
    List<Reading> flow,
    Releases releases,
    List<Forecast> forecasts,
    List<Finding> findings,
    List<Candidate> debts,
    List<Reading> readings) {
  public HealthCheck {
    quarters = List.copyOf(quarters);
    flow = List.copyOf(flow);
    forecasts = List.copyOf(forecasts);
    findings = List.copyOf(findings);
    debts = List.copyOf(debts);
    readings = List.copyOf(readings);
  }

  /** The reading of a metric, null when the page has none. */
  public @Nullable Reading reading(String metric) {
    for (Reading reading : readings) {
      if (reading.metric().id().equals(metric)) {
        return reading;
      }
    }
    return null;
  }

  /** The same check, which calls nothing unknown that delivery knows. */
  HealthCheck knowing(Living living) {
    return new HealthCheck(
        scope,
        window,
        basis,
        complete,
        quarters.stream().map(quarter -> quarter.knowing(living)).toList(),
        flow,
        releases,
        forecasts,
        findings,
        debts,
        readings);
  }

  /** The same check with a sentence about its window, when there is one. */
  HealthCheck noting(@Nullable String says) {
    return says == null
        ? this
        : new HealthCheck(
            scope,
            window,
            basis.noting(says),
            complete,
            quarters,
            flow,
            releases,
            forecasts,
            findings,
            debts,
            readings);
  }

  /**
   * What the page was made from, in the window where it says so.
   *
   * @param commits non-merge commits in the window
   * @param changes changed paths in the window
   * @param people distinct people with a commit in the window, programs left out
   * @param files files of the head's tree in the scope
   * @param note a sentence: why there is nothing to tell, or why the window is not the usual one;
   *     else null
   * @param gaps what could not be read
   */
  public record Basis(
      int commits, int changes, int people, int files, @Nullable String note, List<LeftOut> gaps) {
    public Basis {
      gaps = List.copyOf(gaps);
    }

    /** Who made the commits, as a count, for the words after theirs. */
    public String by() {
      return people == 0 && commits > 0
          ? (commits == 1
              ? Texts.say("reports.health-check.by-a-program")
              : Texts.say("reports.health-check.by-programs-only"))
          : Texts.say("reports.health-check.by", Say.counted(people, "person"));
    }

    /** Whether the note says already why something is unknown. */
    public boolean tells(@Nullable String reason) {
      return reason != null && note != null && note.equals(sentence(reason));
    }

    /** The reason as a sentence. */
    static String sentence(String reason) {
      return Say.sentence(reason) + ".";
    }

    private Basis noting(String says) {
      return new Basis(commits, changes, people, files, says, gaps);
    }
  }

  /**
   * A quarter of the page.
   *
   * @param title as people read it
   * @param state never calm without evidence
   * @param headline one sentence, with its number where there is one
   * @param readings its numbers
   * @param findings its findings, ranked
   * @param lines what else is worth a line: the top files, pairs or folders
   * @param unknowns what git cannot tell, and what would
   */
  public record Quarter(
      Place place,
      String title,
      State state,
      String headline,
      List<Reading> readings,
      List<Finding> findings,
      List<Line> lines,
      List<Unknown> unknowns) {
    public Quarter {
      readings = List.copyOf(readings);
      findings = List.copyOf(findings);
      lines = List.copyOf(lines);
      unknowns = List.copyOf(unknowns);
    }

    private Quarter knowing(Living living) {
      return new Quarter(
          place,
          title,
          state,
          headline,
          readings,
          findings,
          lines,
          unknowns.stream().filter(unknown -> !unknown.isKnown(living)).toList());
    }
  }

  /** Which quarter. */
  public enum Place {
    SYSTEM_RISK,
    TEAM,
    DEPENDENCIES,
    DEBT
  }

  /** What the quarter asks for; colour never says it alone. */
  public enum State {
    UNKNOWN,
    ACT,
    LOOK,
    KNOW,
    NOTHING_FOUND;

    /** As people read it. */
    public String words() {
      return Texts.say("reports.state." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }

  /** A line under a quarter: a name, its number in words, and the path it leads to (or empty). */
  public record Line(String text, String value, String path, Finding.Address receipt) {}

  /** What git cannot tell, and what would fill it. */
  public record Unknown(String what, String fill) {
    /** What deployments tell. */
    static Unknown deployments() {
      return new Unknown(
          Texts.say("reports.unknown.deployments"), Texts.say("reports.unknown.deployments.fill"));
    }

    /** What incidents tell. */
    static Unknown incidents() {
      return new Unknown(
          Texts.say("reports.unknown.incidents"), Texts.say("reports.unknown.incidents.fill"));
    }

    private boolean isKnown(Living living) {
      return (living.deployments() && equals(deployments()))
          || (living.incidents() && equals(incidents()));
    }
  }
}
