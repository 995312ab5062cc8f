package pilothouse.reports;

import java.util.List;
import java.util.Optional;
import pilothouse.findings.Finding;
import pilothouse.views.View;

/** A finding on the first page of several systems: which system, where it is, and what is said. */
public record Notice(String repository, String address, Card.Said said) {

  /** A finding, told by the first of the views that it is about. */
  static Optional<Notice> of(List<View> seen, Finding finding) {
    return seen.stream()
        .filter(view -> view.scope().repository().equals(finding.receipt().repository()))
        .filter(view -> holds(view, finding))
        .findFirst()
        .map(view -> new Notice(view.says(), view.link(""), Card.Said.of(view, finding)));
  }

  /** A finding may speak of a folder below the one that is looked at. */
  private static boolean holds(View view, Finding finding) {
    String folder = finding.receipt().folder();
    return view.scope().folder().isEmpty() || view.scope().holds(folder);
  }
}
