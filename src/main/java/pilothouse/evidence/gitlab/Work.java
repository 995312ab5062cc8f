package pilothouse.evidence.gitlab;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.WorkItem;
import pilothouse.evidence.forge.Home;
import pilothouse.evidence.forge.IncidentLabels;
import pilothouse.evidence.forge.Payload;

/** Issues, tasks and incidents as the work that they are. */
final class Work {
  private Work() {}

  /**
   * An issue.
   *
   * @param labels null where nothing is said of them
   * @param type the name of the member that tells the type
   */
  static WorkItem item(
      Payload issue,
      @Nullable List<String> labels,
      String type,
      @Nullable String url,
      Home home,
      Instant heard) {
    Instant updated = issue.time("updated_at");
    Instant said = updated == null ? heard : updated;
    String number = issue.id("iid");
    String kind = issue.at(type).ownText();
    Boolean open = open(issue.text("state"));
    Instant closed = issue.time("closed_at");
    boolean closes = "close".equals(issue.at("action").ownText());
    return new WorkItem(
        home.key("issue", number),
        said,
        labels == null ? null : IncidentLabels.service(labels),
        home.name(),
        number,
        issue.text("title"),
        open,
        gone(issue) ? WorkItem.Reason.NOT_PLANNED : null,
        labels,
        issue.at("milestone").isObject() ? issue.at("milestone").text("title") : null,
        kind == null ? null : kind.toLowerCase(Locale.ROOT),
        issue.time("created_at"),
        Boolean.TRUE.equals(open) ? null : closed == null && closes ? said : closed,
        null,
        url);
  }

  private static @Nullable Boolean open(@Nullable String state) {
    return state == null ? null : (Boolean) !state.equals("closed");
  }

  /** GitLab tells no reason, but whether it was there twice or went elsewhere. */
  private static boolean gone(Payload issue) {
    return issue.number("duplicated_to_id") != null
        || issue.number("moved_to_id") != null
        || issue.at("_links").at("closed_as_duplicate_of").ownText() != null;
  }
}
