package pilothouse.evidence.github;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.forge.Home;
import pilothouse.evidence.forge.IncidentLabels;
import pilothouse.evidence.forge.Payload;
import pilothouse.evidence.inbox.Parsed;

/** Issues that a label makes incidents. */
final class Issues {
  private static final Set<String> GONE = Set.of("deleted", "transferred");

  private Issues() {}

  static Parsed parse(Payload body, String action, Home home, Instant heard) {
    if (GONE.contains(action)) {
      return new Parsed.Ignored("An issue was " + action + ".");
    }
    Payload issue = body.object("issue");
    List<String> labels = Changes.labels(issue.at("labels"));
    if (labels == null || !IncidentLabels.among(labels) || issue.at("pull_request").isObject()) {
      return new Parsed.Ignored("An issue without the label incident, or one like incident/sev1.");
    }
    return Parsed.of(incident(issue, labels, home, heard));
  }

  static Incident incident(Payload issue, List<String> labels, Home home, Instant heard) {
    Instant updated = issue.time("updated_at");
    String state = issue.text("state");
    return new Incident(
        home.key("issue", issue.id("number")),
        updated == null ? heard : updated,
        IncidentLabels.service(labels),
        home.name(),
        issue.text("title"),
        IncidentLabels.severity(labels),
        issue.time("created_at"),
        issue.time("closed_at"),
        state == null ? null : state.equals("open"),
        null,
        issue.link("html_url"));
  }
}
