package pilothouse.evidence.github;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.WorkItem;
import pilothouse.evidence.forge.Home;
import pilothouse.evidence.forge.IncidentLabels;
import pilothouse.evidence.forge.Payload;
import pilothouse.evidence.inbox.Parsed;
import pilothouse.text.Texts;

/** Issues, which are work, and those that a label makes incidents. */
final class Issues {
  private static final Set<String> GONE = Set.of("deleted", "transferred");

  private final IncidentLabels incidents;

  Issues(IncidentLabels incidents) {
    this.incidents = incidents;
  }

  Parsed parse(Payload body, String action, Home home, Instant heard) {
    if (GONE.contains(action)) {
      return new Parsed.Ignored(Texts.kept("kept.issues.an-issue-was", action));
    }
    Payload issue = body.object("issue");
    if (issue.at("pull_request").isObject()) {
      return new Parsed.Ignored(Texts.kept("kept.issues.a-pull-request-is-told"));
    }
    WorkItem work = Work.item(issue, home, heard);
    List<String> labels = Changes.labels(issue.at("labels"));
    if (labels != null && incidents.among(labels, home)) {
      return Parsed.of(work, incident(issue, labels, home, heard));
    }
    if (labels != null && action.equals("unlabeled") && wasOne(body, home)) {
      return Parsed.of(work, ended(incident(issue, labels, home, heard)));
    }
    return Parsed.of(work);
  }

  /** Whether the label that was taken off made it an incident. */
  private boolean wasOne(Payload body, Home home) {
    String gone = body.at("label").isObject() ? body.object("label").text("name") : null;
    return gone != null && incidents.isOne(gone, home);
  }

  /** Nothing more will be heard of it: it ended when it was closed, or else now. */
  private static Incident ended(Incident known) {
    Instant closed = known.resolvedAt();
    return new Incident(
        known.key(),
        known.saidAt(),
        known.service(),
        known.repository(),
        known.title(),
        known.severity(),
        known.detectedAt(),
        closed == null ? known.saidAt() : closed,
        false,
        null,
        known.url());
  }

  Incident incident(Payload issue, List<String> labels, Home home, Instant heard) {
    Instant updated = issue.time("updated_at");
    String state = issue.text("state");
    return new Incident(
        home.key("issue", issue.id("number")),
        updated == null ? heard : updated,
        IncidentLabels.service(labels),
        home.name(),
        issue.text("title"),
        incidents.severity(labels, home),
        issue.time("created_at"),
        issue.time("closed_at"),
        state == null ? null : state.equals("open"),
        null,
        issue.link("html_url"));
  }
}
