package pilothouse.debt;

import java.util.List;
import java.util.Locale;
import pilothouse.journal.Who;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** Takes pieces of work that carry a label of debt, as sources tell of them. */
final class IssueSource {
  private final Standings standings;
  private long version = -1;
  private String rules = "";

  IssueSource(Standings standings) {
    this.standings = standings;
  }

  /** Looks where something new was told, or labels were set. */
  synchronized void round() {
    Ledger.Issues issues = standings.ledger().issues().get();
    Today today = standings.today();
    String said = today.rules().values().toString();
    if (issues.version() == version && said.equals(rules)) {
      return;
    }
    List<Incoming> told =
        issues.all().get().stream()
            .filter(Ledger.Issue::open)
            .filter(issue -> isDebt(issue, today.rules()))
            .limit(Sarif.GROUPS)
            .map(IssueSource::incoming)
            .toList();
    Gathering.take(
        standings, told, _ -> true, Who.program(), new Tally(Texts.kept("kept.debt.issues")));
    version = issues.version();
    rules = said;
  }

  private static boolean isDebt(Ledger.Issue issue, Rules rules) {
    List<String> labels = rules.labels(issue.place());
    return issue.labels().stream().anyMatch(one -> labels.contains(one.toLowerCase(Locale.ROOT)));
  }

  private static Incoming incoming(Ledger.Issue issue) {
    Nature nature =
        issue.labels().stream()
            .map(label -> label.toLowerCase(Locale.ROOT))
            .flatMap(label -> Nature.of(label).stream())
            .findFirst()
            .orElse(Nature.REFACTORING);
    Words words =
        Words.of(
            Say.cut(issue.title(), Words.TITLE),
            "",
            issue.place(),
            List.of(),
            nature,
            nature.usually(),
            Severity.MEDIUM);
    return new Incoming(
        0,
        "issue",
        issue.key(),
        issue.address().matches("https?://\\S+") ? issue.address() : "",
        issue.name(),
        "",
        words);
  }
}
