package pilothouse.evidence.github;

import java.util.Map;
import pilothouse.evidence.Said;

/** Events in the shape of GitHub's webhooks, about the repository Ferries/Booking. */
final class Events {
  static final String HEAD = "a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1";
  static final String LANDED = "b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2b2";
  static final String NONE = "0".repeat(40);
  static final String HOME = "github.com/ferries/booking";
  static final String REPOSITORY =
      """
      {"id": 7, "full_name": "Ferries/Booking", "html_url": "https://github.com/Ferries/Booking",
       "default_branch": "main", "created_at": 1557933565, "pushed_at": 1777629600}
      """;

  private Events() {}

  static Said said(String event) {
    return Said.to(GithubHooks.source()).with(Map.of("x-github-event", event));
  }

  /** An event: its action and what it is about, each as JSON members. */
  static String event(String action, String members) {
    return "{\"action\": \"%s\", %s, \"repository\": %s, \"sender\": {\"login\": \"kim\"}}"
        .formatted(action, members, REPOSITORY);
  }

  /** Pull request 12 in a state, as of a time. */
  static String pull(String updatedAt, String members) {
    return """
    "number": 12, "pull_request": {"id": 3000000001, "number": 12,
     "title": "Revert \\"Sell tickets\\"", "html_url": "https://github.com/Ferries/Booking/pull/12",
     "user": {"login": "dependabot[bot]", "type": "Bot"}, "created_at": "2026-04-27T08:00:00Z",
     "updated_at": "%s", "labels": [{"id": 1, "name": "bug"}], "additions": 10, "deletions": 4,
     "changed_files": 2, "head": {"ref": "sell", "sha": "%s"}, "base": {"ref": "main"}, %s}
    """
        .formatted(updatedAt, HEAD, members);
  }

  static String review(String action, String state, String submittedAt, String updatedAt) {
    return event(
        action,
        """
        "review": {"id": 4294967299, "state": "%s", "submitted_at": "%s", "user": {"login": "ada"},
         "body": null}, %s
        """
            .formatted(state, submittedAt, pull(updatedAt, OPEN)));
  }

  static final String OPEN =
      "\"state\": \"open\", \"draft\": false, \"merged_at\": null, \"closed_at\": null,"
          + " \"merge_commit_sha\": \"cccccccccccccccccccccccccccccccccccccccc\"";
  static final String DRAFT = OPEN.replace("\"draft\": false", "\"draft\": true");
  static final String MERGED =
      """
      "state": "closed", "draft": false, "merged": true, "merged_at": "2026-04-29T10:00:00Z",
      "closed_at": "2026-04-29T10:00:00Z", "merge_commit_sha": "%s"
      """
          .formatted(LANDED);

  static String deployment(String members) {
    return """
    "deployment": {"id": 2500000000, "sha": "%s", "ref": "main", "task": "deploy",
     "environment": "production", "created_at": "2026-04-29T11:00:00Z",
     "updated_at": "2026-04-29T11:00:00Z", %s}
    """
        .formatted(LANDED, members);
  }

  static String status(String state, String at, String members) {
    return event(
        "created",
        """
        "deployment_status": {"id": 1, "state": "%s", "environment": "production",
         "created_at": "%s", "updated_at": "%s", "log_url": "https://ci.example/log/1"}, %s
        """
            .formatted(state, at, at, deployment(members)));
  }

  static String run(String status, String conclusion, int attempt, String updatedAt) {
    return event(
        status,
        """
        "workflow": {"id": 5, "name": "Build"}, "workflow_run": {"id": 9000000000, "name": "",
         "run_attempt": %d, "head_sha": "%s", "head_branch": "sell", "status": "%s",
         "conclusion": %s, "created_at": "2026-04-28T09:00:00Z",
         "run_started_at": "2026-04-28T09:0%d:00Z", "updated_at": "%s",
         "html_url": "https://github.com/Ferries/Booking/actions/runs/9000000000"}
        """
            .formatted(attempt, HEAD, status, conclusion, attempt, updatedAt));
  }

  static String job(String action, String conclusion, String members) {
    return event(
        action,
        """
        "workflow_job": {"id": 31, "run_id": 9000000000, "run_attempt": 2, "name": "test (21)",
         "workflow_name": "Build", "head_sha": "%s", "head_branch": "sell", "status": "%s",
         "conclusion": %s, %s}
        """
            .formatted(HEAD, action, conclusion, members));
  }

  static String issue(String action, String state, String labels, String members) {
    return event(
        action,
        """
        "issue": {"id": 8, "number": 5, "title": "Nobody can book", "state": "%s",
         "created_at": "2026-04-29T12:00:00Z", "html_url": "javascript:alert(1)",
         "labels": [%s], %s}
        """
            .formatted(state, labels, members));
  }
}
