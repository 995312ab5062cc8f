package pilothouse.evidence.gitlab;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.WorkItem;
import pilothouse.evidence.forge.Home;
import pilothouse.evidence.forge.IncidentLabels;
import pilothouse.evidence.forge.Payload;
import pilothouse.evidence.inbox.Parsed;

/** Issues, which are work, and those that are incidents by their type or a label. */
final class Incidents {
  private final IncidentLabels known;

  Incidents(IncidentLabels known) {
    this.known = known;
  }

  Parsed parse(Payload body, Home home, Instant heard) {
    Payload issue = body.object("object_attributes");
    List<String> labels = labels(body, issue);
    WorkItem work = Work.item(issue, labels, "type", issue.link("url"), home, heard);
    return isIncident(issue.text("type"), labels, home)
        ? Parsed.of(work, incident(issue, labels, issue.link("url"), home, heard))
        : Parsed.of(work);
  }

  private boolean isIncident(@Nullable String type, List<String> labels, Home home) {
    boolean said = type != null && type.toLowerCase(Locale.ROOT).equals("incident");
    return said || known.among(labels, home);
  }

  private static List<String> labels(Payload body, Payload issue) {
    List<String> own = Changes.labels(issue.at("labels"));
    List<String> all = own == null ? Changes.labels(body.at("labels")) : own;
    return all == null ? List.of() : all;
  }

  Incident incident(
      Payload issue, List<String> labels, @Nullable String url, Home home, Instant heard) {
    Instant updated = issue.time("updated_at");
    Instant said = updated == null ? heard : updated;
    String state = issue.text("state");
    Instant closed = issue.time("closed_at");
    boolean closes = "close".equals(issue.text("action"));
    return new Incident(
        home.key("issue", issue.id("iid")),
        said,
        IncidentLabels.service(labels),
        home.name(),
        issue.text("title"),
        severity(issue, labels, home),
        issue.time("created_at"),
        closed == null && closes ? said : closed,
        state == null ? null : !state.equals("closed"),
        null,
        url);
  }

  /** GitLab writes {@code UNKNOWN} where nobody said. */
  private @Nullable String severity(Payload issue, List<String> labels, Home home) {
    String severity = issue.text("severity");
    return severity == null || severity.equalsIgnoreCase("unknown")
        ? known.severity(labels, home)
        : severity.toLowerCase(Locale.ROOT);
  }
}
