package pilothouse.evidence.github;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.WorkItem;
import pilothouse.evidence.forge.Home;
import pilothouse.evidence.forge.IncidentLabels;
import pilothouse.evidence.forge.Payload;

/** Issues as the work that they are, as webhooks and the REST interface write them. */
final class Work {
  private Work() {}

  static WorkItem item(Payload issue, Home home, Instant heard) {
    Instant updated = issue.time("updated_at");
    String number = issue.id("number");
    var labels = Changes.labels(issue.at("labels"));
    return new WorkItem(
        home.key("issue", number),
        updated == null ? heard : updated,
        labels == null ? null : IncidentLabels.service(labels),
        home.name(),
        number,
        issue.text("title"),
        Changes.isOpen(issue.text("state")),
        reason(issue.at("state_reason").ownText()),
        labels,
        named(issue.at("milestone"), "title"),
        named(issue.at("type"), "name"),
        issue.time("created_at"),
        issue.time("closed_at"),
        null,
        issue.link("html_url"));
  }

  private static @Nullable String named(Payload thing, String member) {
    return thing.isObject() ? thing.text(member) : null;
  }

  private static WorkItem.@Nullable Reason reason(@Nullable String told) {
    return switch (told == null ? "" : told) {
      case "completed" -> WorkItem.Reason.COMPLETED;
      case "not_planned", "duplicate" -> WorkItem.Reason.NOT_PLANNED;
      default -> null;
    };
  }
}
