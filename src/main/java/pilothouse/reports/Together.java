package pilothouse.reports;

import java.util.ArrayList;
import java.util.List;
import pilothouse.debt.Candidate;
import pilothouse.findings.Finding;
import pilothouse.findings.Finding.Severity;
import pilothouse.metrics.Couplings;
import pilothouse.metrics.Metrics;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** What cannot change alone: a pair is told once, whatever else speaks against it. */
final class Together {
  private final Metrics metrics;
  private final Readings readings;
  private final List<Candidate> debts;

  Together(Metrics metrics, Readings readings, List<Candidate> debts) {
    this.metrics = metrics;
    this.readings = readings;
    this.debts = debts;
  }

  /** The strongest pair of folders, and the strongest of files in different folders. */
  List<Finding> found() {
    List<Finding> found = new ArrayList<>();
    if (areFoldersKnown()) {
      metrics.couplings().folders().stream()
          .limit(1)
          .forEach(pair -> found.add(finding("coupled-folders", pair, 50)));
    }
    across().forEach(pair -> found.add(apart(pair)));
    return found;
  }

  /** Whether what is found says of a candidate of debt what it says. */
  boolean isTold(Candidate debt) {
    return across().stream().anyMatch(pair -> isOf(debt, pair));
  }

  private boolean areFoldersKnown() {
    return readings.of("coupled-folders").value() != null;
  }

  private List<Couplings.Pair> across() {
    return areFoldersKnown()
        ? metrics.couplings().pairs().stream().filter(Couplings.Pair::across).limit(1).toList()
        : List.of();
  }

  private static boolean isOf(Candidate debt, Couplings.Pair pair) {
    return debt.kind() == Candidate.Kind.COUPLING
        && debt.paths().equals(List.of(pair.left(), pair.right()));
  }

  private Finding apart(Couplings.Pair pair) {
    Finding plain = finding("coupling-across-folders", pair, 70);
    return debts.stream()
        .filter(debt -> debt.isRisky() && isOf(debt, pair))
        .findFirst()
        .map(debt -> both(plain, debt))
        .orElse(plain);
  }

  /** The same with what makes it a candidate of debt. */
  private static Finding both(Finding plain, Candidate debt) {
    List<String> evidence = new ArrayList<>(plain.evidence());
    evidence.addAll(debt.evidence());
    return new Finding(
        plain.kind(),
        Severity.LOOK,
        plain.says() + " " + debt.matters(),
        plain.subject(),
        plain.receipt(),
        Math.max(plain.risk(), debt.risk()),
        plain.since(),
        null,
        evidence);
  }

  private Finding finding(String metric, Couplings.Pair pair, int look) {
    String says =
        Texts.say(
            "reports.noticing.and-changed-together-in",
            pair.left().equals(".") ? Say.sentence(Wording.folder(pair.left())) : pair.left(),
            Wording.folder(pair.right()),
            Wording.count(pair.shared()),
            Math.round(pair.degree()));
    Severity severity =
        pair.degree() >= look && pair.shared() >= 10 ? Severity.LOOK : Severity.KNOW;
    double risk = Math.min(1, pair.degree() / 100);
    return readings.finding(metric, severity, says, pair.left() + " + " + pair.right(), risk, null);
  }
}
