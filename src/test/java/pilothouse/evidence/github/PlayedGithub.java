package pilothouse.evidence.github;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.pull.Played;

/** GitHub's API as it answers about Ferries/Booking, the same things that {@link Events} tell. */
public final class PlayedGithub {
  private static final int PAGE = 2;
  private static final String PATH = "/repos/Ferries/Booking";

  private final Played played = new Played();
  private final List<String> pulls = new ArrayList<>();
  private String statuses = "";
  private String checked = page(0, 0, false, List.of());

  public PlayedGithub() {
    played
        .document("/repos/ferries/booking", Events.REPOSITORY)
        .list(PATH + "/labels", List.of("{\"name\": \"bug\"}", "{\"name\": \"incident\"}"))
        .list(PATH + "/actions/runs", "workflow_runs", List.of())
        .list(PATH + "/deployments", List.of())
        .list(PATH + "/issues", List.of())
        .posted((path, body) ->
            body.contains("checkSuites")
                ? checked
                : body.contains("pullRequests") ? page(body) : statuses());
  }

  /** The repository as the API describes it. */
  public String repository() {
    return Events.REPOSITORY;
  }

  public Played played() {
    return played;
  }

  /** Pull requests as GraphQL writes them, the newest first. */
  public PlayedGithub pulls(List<String> nodes) {
    synchronized (pulls) {
      pulls.clear();
      pulls.addAll(nodes);
    }
    return this;
  }

  /** Deployments with the statuses of one of them. */
  public PlayedGithub deployments(List<String> all, String node, List<String> said) {
    played.list(PATH + "/deployments", all);
    statuses =
        "{\"id\": \"%s\", \"statuses\": {\"nodes\": [%s]}}".formatted(node, String.join(",", said));
    return this;
  }

  public PlayedGithub runs(List<String> all) {
    played.list(PATH + "/actions/runs", "workflow_runs", all);
    return this;
  }

  /** The jobs of a run, in all of its attempts. */
  public PlayedGithub jobs(long run, List<String> all) {
    played.list(PATH + "/actions/runs/" + run + "/jobs", "jobs", all);
    return this;
  }

  /** Which commits of pull requests were checked by others, on one page. */
  public PlayedGithub checked(List<String> nodes) {
    checked = page(nodes.size(), nodes.size(), false, nodes);
    return this;
  }

  public PlayedGithub issues(List<String> all) {
    played.list(PATH + "/issues", all);
    return this;
  }

  private String statuses() {
    return "{\"data\": {\"nodes\": [null, {}, %s]}}"
        .formatted(statuses.isEmpty() ? "{}" : statuses);
  }

  private String page(String body) {
    synchronized (pulls) {
      String after = Played.member(body, "after");
      int from = after == null ? 0 : Integer.parseInt(after.substring("after-".length()));
      int to = Math.min(pulls.size(), from + PAGE);
      return page(pulls.size(), to, to < pulls.size(), pulls.subList(from, to));
    }
  }

  private static String page(int total, int to, boolean more, List<String> nodes) {
    return """
    {"data": {"repository": {"pullRequests": {"totalCount": %d,
      "pageInfo": {"hasNextPage": %s, "endCursor": "after-%d"}, "nodes": [%s]}}}}
    """
        .formatted(total, more, to, String.join(",", nodes));
  }

  /** A pull request that was merged where it was last updated. */
  public static String node(int number, String updatedAt) {
    return node(number, updatedAt, "\"totalCount\": 0, \"nodes\": []", "", null);
  }

  static String node(
      int number, String updatedAt, String reviews, String turns, @Nullable String author) {
    return """
    {"number": %d, "title": "Revert \\"Sell tickets\\"", "state": "MERGED", "isDraft": false,
     "url": "https://github.com/Ferries/Booking/pull/%d",
     "createdAt": "2026-04-27T08:00:00Z", "updatedAt": "%s", "mergedAt": "2026-04-29T10:00:00Z",
     "closedAt": "2026-04-29T10:00:00Z", "headRefName": "sell", "headRefOid": "%s",
     "baseRefName": "main", "additions": 10, "deletions": 4, "changedFiles": 2,
     "author": %s, "mergeCommit": {"oid": "%s"}, "labels": {"nodes": [{"name": "bug"}]},
     "commits": {"totalCount": 1, "nodes": [{"commit": {"oid": "%s",
       "authoredDate": "2026-04-26T18:00:00Z"}}]},
     "reviews": {%s}, "timelineItems": {"nodes": [%s]}}
    """
        .formatted(
            number,
            number,
            updatedAt,
            Events.HEAD,
            author == null ? "null" : author,
            Events.LANDED,
            Events.HEAD,
            reviews,
            turns);
  }
}
