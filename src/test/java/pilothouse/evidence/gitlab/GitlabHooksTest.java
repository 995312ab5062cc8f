package pilothouse.evidence.gitlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pilothouse.evidence.Said;
import pilothouse.evidence.facts.Build;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.Merging;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.facts.Push;
import pilothouse.evidence.facts.Review;
import pilothouse.evidence.facts.WorkItem;
import pilothouse.evidence.inbox.Source;

/** What GitLab's webhooks mean, on payloads in the shape of its documentation. */
class GitlabHooksTest {
  private static final String SHA = "279484c09fbe69ededfced8c1bb6e6d24616b468";
  private static final String HOME = "gitlab.example.org/ferries/sea/booking";
  private static final String PROJECT =
      """
      "project": {"id": 30, "name": "Booking", "default_branch": "main",
       "web_url": "https://gitlab.example.org/Ferries/Sea/Booking",
       "path_with_namespace": "Ferries/Sea/Booking"}
      """;

  private final Source source = GitlabHooks.source();
  private final Said said = Said.to(source);

  @Test
  void theTokenIsTheSecret() {
    assertTrue(source.isProven(Map.of("x-gitlab-token", "s3cret"), new byte[0], "s3cret"));
    assertFalse(source.isProven(Map.of("x-gitlab-token", "s3cre"), new byte[0], "s3cret"));
    assertFalse(source.isProven(Map.of("x-gitlab-token", ""), new byte[0], ""));
    assertFalse(source.isProven(Map.of(), new byte[0], "s3cret"));
  }

  /** What a delivery sets off bears the same event's id, and is another delivery. */
  @Test
  void aDeliveryIsToldFromThoseThatItSetOff() {
    Map<String, String> old = Map.of("x-gitlab-event-uuid", "e1");
    String first = source.idOf(old, "{}".getBytes(StandardCharsets.UTF_8));
    assertEquals(first, source.idOf(old, "{}".getBytes(StandardCharsets.UTF_8)));
    assertNotEquals(first, source.idOf(old, "{ }".getBytes(StandardCharsets.UTF_8)));
    assertEquals(
        "k1",
        source.idOf(Map.of("x-gitlab-event-uuid", "e1", "idempotency-key", "k1"), new byte[0]));
    assertNull(source.idOf(Map.of(), new byte[0]));
  }

  @Test
  void aPushIsItsCommitsWithoutTheTimesOfTheirRewriting() {
    String body =
        """
        {"object_kind": "push", "before": "%s", "after": "%s", "ref": "refs/heads/main",
         "checkout_sha": "%s", %s, "commits": [
           {"id": "%s", "timestamp": "2026-04-29T14:27:31+02:00", "author": {"name": "K"}}],
         "total_commits_count": 1}
        """
            .formatted("1".repeat(40), SHA, SHA, PROJECT, SHA);
    assertEquals(
        new Push(
            HOME + "#push/main/" + SHA,
            Said.NOON,
            "Ferries/Sea/Booking",
            "main",
            true,
            "1".repeat(40),
            SHA,
            Said.NOON,
            List.of(new CommitRef(SHA, null))),
        said.fact(Push.class, body));
    String gone = body.replace("\"after\": \"" + SHA, "\"after\": \"" + "0".repeat(40));
    assertTrue(said.ignored(gone).contains("deleted"));
    assertTrue(said.ignored(body.replace("\"push\"", "\"tag_push\"")).contains("tags"));
  }

  private static String merge(String action, String state, String updatedAt, String more) {
    return """
    {"object_kind": "merge_request", "user": {"id": 51, "username": "ada"}, %s,
     "object_attributes": {"id": 99, "iid": 4, "author_id": 6, "title": "Sell tickets",
      "target_branch": "main", "source_branch": "sell", "state": "%s", "action": "%s",
      "created_at": "2026-04-27 08:00:00 UTC", "updated_at": "%s",
      "url": "https://gitlab.example.org/Ferries/Sea/Booking/-/merge_requests/4",
      "last_commit": {"id": "%s", "timestamp": "2026-04-08T21: 00:25-07:00"}, %s},
     "labels": [{"id": 206, "title": "API"}],
     "reviewers": [{"id": 51, "username": "ada"}], "assignees": [{"id": 6, "username": "kim"}]}
    """
        .formatted(PROJECT, state, action, updatedAt, SHA, more);
  }

  /** The whole life of a merge request in every order, with repetitions: one story. */
  @Test
  void theOrderOfDeliveriesDoesNotMatter() {
    String ready =
        merge("update", "opened", "2026-04-27T12:00:00Z", "\"draft\": false")
            .replace(
                "\"labels\": [{",
                "\"changes\": {\"draft\": {\"previous\": true, \"current\": false}}, \"labels\": [{");
    String merged =
        merge(
            "merge",
            "merged",
            "2026-04-29 10:00:00 UTC",
            "\"draft\": false, \"merge_commit_sha\": \"%s\"".formatted("2".repeat(40)));
    Map<String, Fact> known =
        Merging.known(
            List.of(
                merge("open", "opened", "2026-04-27T08:00:00Z", "\"work_in_progress\": true"),
                ready,
                merge("approval", "opened", "2026-04-28T09:00:00.500Z", "\"draft\": false"),
                merge("unapproved", "opened", "2026-04-28T10:00:00Z", "\"draft\": false"),
                merged,
                merge("update", "merged", "2026-04-30T10:00:00Z", "\"draft\": false")),
            said::facts);
    ChangeRequest change =
        assertInstanceOf(ChangeRequest.class, known.get("ChangeRequest " + HOME + "#change/4"));
    assertEquals("kim", change.author());
    assertEquals(Instant.parse("2026-04-27T08:00:00Z"), change.openedAt());
    assertEquals(Instant.parse("2026-04-27T12:00:00Z"), change.readyAt());
    assertEquals(Instant.parse("2026-04-29T10:00:00Z"), change.mergedAt());
    assertEquals(Instant.parse("2026-04-29T10:00:00Z"), change.closedAt());
    assertEquals("2".repeat(40), change.mergeRevision());
    assertEquals(SHA, change.headRevision());
    assertEquals(List.of("API"), change.labels());
    assertEquals(
        new Review(
            HOME + "#review/approval-4-ada",
            Instant.parse("2026-04-28T10:00:00Z"),
            HOME + "#change/4",
            "ada",
            Review.State.DISMISSED,
            Instant.parse("2026-04-28T09:00:00.500Z")),
        known.get("Review " + HOME + "#review/approval-4-ada"));
    assertEquals(2, known.size());
  }

  @Test
  void aMergeRequestThatWasOpenedAgainHasNoEnd() {
    List<String> life =
        List.of(
            merge("open", "opened", "2026-04-27T08:00:00Z", "\"draft\": false"),
            merge("close", "closed", "2026-04-27T10:00:00Z", "\"draft\": false"),
            merge("reopen", "opened", "2026-04-27T11:00:00Z", "\"draft\": false"));
    String key = "ChangeRequest " + HOME + "#change/4";
    ChangeRequest open =
        assertInstanceOf(ChangeRequest.class, Merging.known(life, said::facts).get(key));
    assertNull(open.closedAt());
    assertEquals(true, open.open());
    List<String> longer = new ArrayList<>(life);
    longer.add(merge("merge", "merged", "2026-04-29T10:00:00Z", "\"draft\": false"));
    ChangeRequest merged =
        assertInstanceOf(ChangeRequest.class, Merging.known(longer, said::facts).get(key));
    assertEquals(Instant.parse("2026-04-29T10:00:00Z"), merged.closedAt());
  }

  @Test
  void whatSomebodyWroteUnderAMergeRequestIsAReview() {
    String note =
        """
        {"object_kind": "note", "user": {"id": 1, "username": "ada"}, %s,
         "object_attributes": {"id": 1244, "noteable_type": "MergeRequest", "system": false,
          "created_at": "2026-04-28 18:21:36 UTC", "action": "create", "note": "Why?"},
         "merge_request": {"id": 7, "iid": 4}}
        """
            .formatted(PROJECT);
    assertEquals(
        new Review(
            HOME + "#review/1244",
            Instant.parse("2026-04-28T18:21:36Z"),
            HOME + "#change/4",
            "ada",
            Review.State.COMMENTED,
            Instant.parse("2026-04-28T18:21:36Z")),
        said.fact(Review.class, note));
    assertFalse(said.ignored(note.replace("\"MergeRequest\"", "\"Issue\"")).isBlank());
    assertFalse(said.ignored(note.replace("\"system\": false", "\"system\": true")).isBlank());
  }

  @Test
  void aPipelineBringsTheJobsThatBegan() {
    String body =
        """
        {"object_kind": "pipeline", "object_attributes": {"id": 31, "iid": 3, "name": null,
           "ref": "main", "sha": "%s", "status": "failed", "created_at": "2026-04-28 15:23:28 UTC",
           "finished_at": "2026-04-28 15:26:29 UTC", "url": "https://gitlab.example.org/p/31"}, %s,
         "builds": [
           {"id": 380, "name": "deploy", "status": "skipped", "started_at": null, "finished_at": null},
           {"id": 378, "name": "test", "status": "failed", "started_at": "2026-04-28 15:26:12 UTC",
            "finished_at": "2026-04-28 15:26:29 UTC"}]}
        """
            .formatted(SHA, PROJECT);
    List<Fact> facts = said.facts(body);
    assertEquals(
        List.of(
            new Build(
                HOME + "#run/31/1",
                Instant.parse("2026-04-28T15:26:29Z"),
                "Ferries/Sea/Booking",
                SHA,
                "main",
                null,
                null,
                1,
                Instant.parse("2026-04-28T15:23:28Z"),
                Instant.parse("2026-04-28T15:26:29Z"),
                Outcome.FAILURE,
                "https://gitlab.example.org/p/31"),
            new Build(
                HOME + "#job/378",
                Instant.parse("2026-04-28T15:26:29Z"),
                "Ferries/Sea/Booking",
                SHA,
                "main",
                null,
                "test",
                null,
                Instant.parse("2026-04-28T15:26:12Z"),
                Instant.parse("2026-04-28T15:26:29Z"),
                Outcome.FAILURE,
                null)),
        facts);
  }

  /** As documented, with the comments that the documentation has in it. */
  @Test
  void aJobCountsItsRetries() {
    String body =
        """
        {"object_kind": "build", "ref": "main", "sha": "%s", "build_id": 1977,
         "build_name": "test", "build_status": "success",
         "build_created_at": "2026-04-28T02:41:37.886Z",
         "build_started_at": "2026-04-28 02:42:00 UTC", "build_finished_at": null,
         "build_finished_at_iso": "2026-04-28T02:43:00Z",
         "build_queued_duration": 1095.588715, // duration in seconds
         "retries_count": 2,        // the second retry of this job
         "commit": {"id": 2366, "name": "Build pipeline"}, %s,
        }
        """
            .formatted(SHA, PROJECT);
    Build job = said.fact(Build.class, body);
    assertEquals(HOME + "#job/1977", job.key());
    assertEquals(3, job.attempt());
    assertEquals("Build pipeline", job.name());
    assertEquals(Instant.parse("2026-04-28T02:42:00Z"), job.startedAt());
    assertEquals(Instant.parse("2026-04-28T02:43:00Z"), job.finishedAt());
  }

  private static String deployment(String status, String at, String more) {
    return """
    {"object_kind": "deployment", "status": "%s", "status_changed_at": "%s",
     "deployment_id": 15, "deployable_url": "https://gitlab.example.org/-/jobs/796",
     "environment": "eu", %s, %s}
    """
        .formatted(status, at, PROJECT, more);
  }

  /** Only the short id stands in a field; the whole one stands in an address. */
  @Test
  void aDeploymentHasItsWholeRevisionAndItsTime() {
    String revision =
        """
        "environment_tier": "production", "short_sha": "279484c0",
        "commit_url": "https://gitlab.example.org/Ferries/Sea/Booking/-/commit/%s"
        """
            .formatted(SHA);
    Map<String, Fact> known =
        Merging.known(
            List.of(
                deployment("running", "2026-04-29 21:45:00 +0200", revision),
                deployment("success", "2026-04-29 21:50:00 +0200", revision)),
            said::facts);
    assertEquals(
        new Deployment(
            HOME + "#deployment/15",
            Instant.parse("2026-04-29T19:50:00Z"),
            null,
            "Ferries/Sea/Booking",
            SHA,
            null,
            "eu",
            true,
            Instant.parse("2026-04-29T19:45:00Z"),
            Instant.parse("2026-04-29T19:50:00Z"),
            Outcome.SUCCESS,
            null,
            "https://gitlab.example.org/-/jobs/796"),
        known.get("Deployment " + HOME + "#deployment/15"));
  }

  @ParameterizedTest
  @CsvSource({"production, true", "staging, false", "testing, false", "other, ", "'', "})
  void theTierSaysWhetherPeopleUseIt(String tier, Boolean production) {
    String body =
        deployment(
            "success",
            "2026-04-29T21:50:00.000+02:00",
            "\"environment_tier\": \"%s\", \"short_sha\": \"279484c0\"".formatted(tier));
    Deployment deployment = said.fact(Deployment.class, body);
    assertEquals(production, deployment.production());
    assertEquals("279484c0", deployment.revision());
  }

  @ParameterizedTest
  @CsvSource({
    "issue, Issue, incident::sev1, high, high",
    "work_item, Incident, API, UNKNOWN, ",
    "issue, Issue, incident::sev1, UNKNOWN, sev1"
  })
  void incidentsAreAKindOfWorkItemOrHaveALabel(
      String kind, String type, String label, String severity, String means) {
    String open =
        """
        {"object_kind": "%s", "user": {"username": "ada"}, %s, "object_attributes": {"id": 301,
          "iid": 23, "title": "Nobody can book", "type": "%s", "state": "opened", "action": "open",
          "severity": "%s", "created_at": "2026-04-29T12:00:00Z", "updated_at": "2026-04-29T12:00:00Z",
          "url": "https://gitlab.example.org/i/23", "labels": [{"title": "%s"}]}}
        """
            .formatted(kind, PROJECT, type, severity, label);
    String closed =
        open.replace("opened", "closed")
            .replace("\"open\"", "\"close\"")
            .replace("\"updated_at\": \"2026-04-29T12", "\"updated_at\": \"2026-04-29T13");
    assertEquals(
        new Incident(
            HOME + "#issue/23",
            Instant.parse("2026-04-29T13:00:00Z"),
            null,
            "Ferries/Sea/Booking",
            "Nobody can book",
            means,
            Instant.parse("2026-04-29T12:00:00Z"),
            Instant.parse("2026-04-29T13:00:00Z"),
            false,
            null,
            "https://gitlab.example.org/i/23"),
        Merging.known(List.of(closed, open), said::facts).get("Incident " + HOME + "#issue/23"));
    String plain = open.replace("\"Incident\"", "\"Task\"").replace("incident::sev1", "API");
    assertEquals(23, Integer.parseInt(String.valueOf(said.fact(WorkItem.class, plain).number())));
    assertEquals(1, said.facts(plain).size(), "work, no incident");
  }

  @ParameterizedTest
  @ValueSource(strings = {"wiki_page", "release", "feature_flag", "emoji", "milestone"})
  void otherEventsAreCountedAsIgnored(String kind) {
    assertFalse(said.ignored("{\"object_kind\": \"%s\", %s}".formatted(kind, PROJECT)).isBlank());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|event_name is missing.",
        "{\"object_kind\": \"deployment\"}|repository is missing.",
        "{\"object_kind\": \"deployment\", \"project\": {\"web_url\": \"https://e.org/a/b\"}}|status is missing.",
        "{\"object_kind\": \"pipeline\", \"project\": {\"web_url\": \"https://e.org/a/b\"}}|object_attributes is missing.",
        "{\"object_kind\": \"deployment\", \"project\": {\"web_url\": \"https://e.org/a/b\"}, \"status\": \"success\", \"deployment_id\": -1}|deployment_id is no id.",
        "<xml/>|The body is no JSON",
      })
  void whatCannotBeUnderstoodNamesTheField(String body, String why) {
    String message = said.malformed(body).getMessage();
    assertTrue(message.startsWith(why), message);
  }

  @Test
  void anActionOfTheFutureIsIgnoredByName() {
    String body = merge("teleport", "opened", "2026-04-27T08:00:00Z", "\"draft\": false");
    assertTrue(said.ignored(body).contains("teleport"));
  }
}
