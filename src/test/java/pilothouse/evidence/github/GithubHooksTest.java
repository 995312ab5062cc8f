package pilothouse.evidence.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pilothouse.evidence.github.Events.HEAD;
import static pilothouse.evidence.github.Events.HOME;
import static pilothouse.evidence.github.Events.LANDED;
import static pilothouse.evidence.github.Events.NONE;
import static pilothouse.evidence.github.Events.event;
import static pilothouse.evidence.github.Events.said;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
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
import pilothouse.evidence.inbox.Source;

/** What GitHub's webhooks mean, on payloads in the shape of its documentation. */
class GithubHooksTest {
  private final Source source = GithubHooks.source();

  /** The documentation's own example of a signature. */
  @Test
  void theSignatureIsTakenOverTheRawBody() {
    byte[] body = "Hello, World!".getBytes(StandardCharsets.UTF_8);
    String secret = "It's a Secret to Everybody";
    String right = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
    assertTrue(source.isProven(Map.of("x-hub-signature-256", right), body, secret));
    for (String wrong :
        List.of(
            "", "sha256=", right.substring(7), right.replace('7', '8'), right + "0", "sha1=1")) {
      assertFalse(source.isProven(Map.of("x-hub-signature-256", wrong), body, secret), wrong);
    }
    assertFalse(source.isProven(Map.of(), body, secret));
    assertFalse(source.isProven(Map.of("x-hub-signature-256", right), body, ""));
    assertFalse(source.isProven(Map.of("x-hub-signature-256", right), new byte[0], secret));
    assertEquals("72d3162e", source.idOf(Map.of("x-github-delivery", "72d3162e"), body));
    assertNull(source.idOf(Map.of(), body));
  }

  @Test
  void aPushIsItsCommitsWithTheTimesAtWhichTheyWereWritten() {
    String body =
        """
        {"ref": "refs/heads/main", "before": "%s", "after": "%s", "created": true, "deleted": false,
         "commits": [
          {"id": "%s", "timestamp": "2026-04-29T12:00:00+02:00"},
          {"id": "%s", "timestamp": "2026-04-29T10:00:00Z", "author": {"date": "2026-04-20T09:00:00Z"}}],
         "head_commit": null, "repository": %s}
        """
            .formatted(NONE, LANDED, HEAD, LANDED, Events.REPOSITORY);
    Instant pushed = Instant.ofEpochSecond(1_777_629_600);
    assertEquals(
        new Push(
            HOME + "#push/main/" + LANDED,
            pushed,
            "Ferries/Booking",
            "main",
            true,
            null,
            LANDED,
            pushed,
            List.of(
                new CommitRef(HEAD, Instant.parse("2026-04-29T10:00:00Z")),
                new CommitRef(LANDED, Instant.parse("2026-04-20T09:00:00Z")))),
        said("push").fact(Push.class, body));
  }

  @ParameterizedTest
  @CsvSource({
    "refs/tags/v1, 1111111111111111111111111111111111111111, tag",
    "refs/heads/old, 0000000000000000000000000000000000000000, deleted"
  })
  void tagsAndDeletedBranchesSayNothingOfWork(String ref, String after, String why) {
    String body =
        "{\"ref\": \"%s\", \"before\": \"%s\", \"after\": \"%s\", \"commits\": [], \"repository\": %s}"
            .formatted(ref, HEAD, after, Events.REPOSITORY);
    assertTrue(said("push").ignored(body).contains(why));
  }

  @Test
  void aPullRequestHasTheCommitThatBroughtItInOnlyOnceItIsMerged() {
    ChangeRequest open =
        change(event("synchronize", Events.pull("2026-04-28T09:00:00Z", Events.OPEN)));
    assertNull(open.mergeRevision());
    assertNull(open.mergedAt());
    assertNull(open.readyAt(), "nothing says that it never was a draft");
    ChangeRequest merged =
        change(event("closed", Events.pull("2026-04-29T10:00:01Z", Events.MERGED)));
    assertEquals(HOME + "#change/12", merged.key());
    assertEquals(Instant.parse("2026-04-29T10:00:01Z"), merged.saidAt());
    assertEquals(LANDED, merged.mergeRevision());
    assertEquals(HEAD, merged.headRevision());
    assertEquals(Instant.parse("2026-04-29T10:00:00Z"), merged.mergedAt());
    assertEquals("dependabot[bot]", merged.author());
    assertEquals("Revert \"Sell tickets\"", merged.title());
    assertEquals(List.of("bug"), merged.labels());
    assertEquals(List.of(10, 4, 2), List.of(merged.added(), merged.deleted(), merged.files()));
    assertEquals("sell into main", merged.branch() + " into " + merged.target());
  }

  @Test
  void aPullRequestIsReadyWhenItOpensOrLeavesItsDraft() {
    String at = "2026-04-27T08:00:00Z";
    assertEquals(
        Instant.parse(at), change(event("opened", Events.pull(at, Events.OPEN))).readyAt());
    ChangeRequest draft = change(event("opened", Events.pull(at, Events.DRAFT)));
    assertNull(draft.readyAt());
    assertEquals(true, draft.draft());
    String later = "2026-04-28T08:00:00Z";
    assertEquals(
        Instant.parse(later),
        change(event("ready_for_review", Events.pull(later, Events.OPEN))).readyAt());
    assertNull(change(event("converted_to_draft", Events.pull(later, Events.DRAFT))).readyAt());
  }

  /** The whole life of a change in every order, with repetitions: one story. */
  @Test
  void theOrderOfDeliveriesDoesNotMatter() {
    List<Map.Entry<String, String>> life =
        List.of(
            Map.entry(
                "pull_request", event("opened", Events.pull("2026-04-27T08:00:00Z", Events.DRAFT))),
            Map.entry(
                "pull_request",
                event("ready_for_review", Events.pull("2026-04-27T12:00:00Z", Events.OPEN))),
            Map.entry(
                "pull_request",
                event("converted_to_draft", Events.pull("2026-04-27T13:00:00Z", Events.DRAFT))),
            Map.entry(
                "pull_request",
                event("ready_for_review", Events.pull("2026-04-27T14:00:00Z", Events.OPEN))),
            Map.entry(
                "pull_request_review",
                Events.review(
                    "submitted", "approved", "2026-04-28T10:00:00Z", "2026-04-28T10:00:00Z")),
            Map.entry(
                "pull_request_review",
                Events.review(
                    "dismissed", "dismissed", "2026-04-28T10:00:00Z", "2026-04-28T11:00:00Z")),
            Map.entry(
                "pull_request",
                event("closed", Events.pull("2026-04-29T10:00:00Z", Events.MERGED))),
            Map.entry("deployment", event("created", Events.deployment("\"payload\": {}"))),
            Map.entry(
                "deployment_status",
                Events.status("in_progress", "2026-04-29T11:01:00Z", "\"payload\": {}")),
            Map.entry(
                "deployment_status",
                Events.status("success", "2026-04-29T11:05:00Z", "\"payload\": {}")),
            Map.entry(
                "deployment_status",
                Events.status("success", "2026-04-30T09:00:00Z", "\"payload\": {}")),
            Map.entry(
                "deployment_status",
                Events.status("inactive", "2026-04-30T11:00:00Z", "\"payload\": {}")));
    Map<String, Fact> known = Merging.known(life, one -> said(one.getKey()).facts(one.getValue()));
    assertEquals(3, known.size());
    ChangeRequest change =
        assertInstanceOf(ChangeRequest.class, known.get("ChangeRequest " + HOME + "#change/12"));
    assertEquals(Instant.parse("2026-04-27T12:00:00Z"), change.readyAt());
    assertEquals(false, change.draft());
    assertEquals(LANDED, change.mergeRevision());
    Review review =
        assertInstanceOf(Review.class, known.get("Review " + HOME + "#review/4294967299"));
    assertEquals(Review.State.DISMISSED, review.state());
    assertEquals(Instant.parse("2026-04-28T10:00:00Z"), review.submittedAt());
    Deployment deployment =
        assertInstanceOf(
            Deployment.class, known.get("Deployment " + HOME + "#deployment/2500000000"));
    assertEquals(Outcome.SUCCESS, deployment.outcome());
    assertEquals(
        Instant.parse("2026-04-29T11:05:00Z"),
        deployment.finishedAt(),
        "a job that is run again does not move its deployment");
  }

  @ParameterizedTest
  @CsvSource({
    "approved, APPROVED",
    "changes_requested, CHANGES_REQUESTED",
    "commented, COMMENTED",
  })
  void aReviewSaysWhatItConcluded(String state, Review.State means) {
    String at = "2026-04-28T10:00:00Z";
    Review review =
        said("pull_request_review").fact(Review.class, Events.review("submitted", state, at, at));
    assertEquals(
        new Review(
            HOME + "#review/4294967299",
            Instant.parse(at),
            HOME + "#change/12",
            "ada",
            means,
            Instant.parse(at)),
        review);
  }

  @Test
  void eachAttemptOfARunIsABuildOfItsOwn() {
    Build first = run(Events.run("completed", "\"failure\"", 1, "2026-04-28T09:09:00Z"));
    Build second = run(Events.run("completed", "\"success\"", 2, "2026-04-28T09:19:00Z"));
    assertEquals(HOME + "#run/9000000000/1", first.key());
    assertEquals(Outcome.FAILURE, first.outcome());
    assertEquals(
        new Build(
            HOME + "#run/9000000000/2",
            Instant.parse("2026-04-28T09:19:00Z"),
            "Ferries/Booking",
            HEAD,
            "sell",
            "Build",
            null,
            2,
            Instant.parse("2026-04-28T09:02:00Z"),
            Instant.parse("2026-04-28T09:19:00Z"),
            Outcome.SUCCESS,
            "https://github.com/Ferries/Booking/actions/runs/9000000000"),
        second);
    Build running = run(Events.run("in_progress", "null", 1, "2026-04-28T09:02:00Z"));
    assertEquals(Outcome.RUNNING, running.outcome());
    assertNull(running.finishedAt());
  }

  @ParameterizedTest
  @CsvSource({
    "success, SUCCESS", "failure, FAILURE", "timed_out, FAILURE", "startup_failure, FAILURE",
    "cancelled, CANCELLED", "skipped, CANCELLED", "neutral, CANCELLED", "stale, CANCELLED",
    "action_required, CANCELLED", "invented_later, CANCELLED"
  })
  void howARunEnded(String conclusion, Outcome outcome) {
    String body = Events.run("completed", '"' + conclusion + '"', 1, "2026-04-28T09:09:00Z");
    assertEquals(outcome, run(body).outcome());
  }

  @Test
  void theTimeInTheQueueIsNoWorkOfAJob() {
    String times = "\"created_at\": \"2026-04-28T09:00:00Z\", \"started_at\": \"%s\"";
    Build queued =
        said("workflow_job")
            .fact(
                Build.class,
                Events.job(
                    "queued",
                    "null",
                    times.formatted("2026-04-28T09:00:00Z") + ", \"completed_at\": null"));
    Build done =
        said("workflow_job")
            .fact(
                Build.class,
                Events.job(
                    "completed",
                    "\"success\"",
                    times.formatted("2026-04-28T09:30:00Z")
                        + ", \"completed_at\": \"2026-04-28T09:40:00Z\""));
    Build known = (Build) Merging.known(List.of(queued, done)).values().iterator().next();
    assertEquals(HOME + "#job/31", known.key());
    assertEquals(Instant.parse("2026-04-28T09:30:00Z"), known.startedAt());
    assertEquals(Instant.parse("2026-04-28T09:40:00Z"), known.finishedAt());
    assertEquals(
        "Build / test (21) / 2", known.name() + " / " + known.job() + " / " + known.attempt());
  }

  /** A job of Actions is told twice, by workflow_job and by check_run: it is one build. */
  @Test
  void aCheckOfActionsIsItsJob() {
    String check =
        event(
            "completed",
            """
            "check_run": {"id": 31, "name": "test (21)", "head_sha": "%s", "status": "completed",
             "conclusion": "success", "started_at": "2026-04-28T09:30:00Z",
             "completed_at": "2026-04-28T09:40:00Z", "app": {"slug": "github-actions"},
             "check_suite": {"id": 1, "head_branch": "sell"}}
            """
                .formatted(HEAD));
    Build build = said("check_run").fact(Build.class, check);
    assertEquals(HOME + "#job/31", build.key());
    assertNull(build.name());
    String suite = "\"check_suite\": {\"id\": 1, \"app\": {\"slug\": \"github-actions\"}}";
    assertTrue(said("check_suite").ignored(event("completed", suite)).contains("workflow_run"));
  }

  @Test
  void aCheckSuiteOfAnotherProgramIsAPipeline() {
    String suite =
        event(
            "completed",
            """
            "check_suite": {"id": 77, "head_sha": "%s", "head_branch": null, "status": "completed",
             "conclusion": "failure", "created_at": "2026-04-28T09:00:00Z",
             "updated_at": "2026-04-28T09:05:00Z", "app": {"id": 1, "name": "Linter"}}
            """
                .formatted(HEAD));
    Build build = said("check_suite").fact(Build.class, suite);
    assertEquals(HOME + "#run/suite-77/1", build.key());
    assertEquals("Linter", build.name());
    assertEquals(Outcome.FAILURE, build.outcome());
    assertEquals(Instant.parse("2026-04-28T09:05:00Z"), build.finishedAt());
  }

  @Test
  void aDeploymentMaySayItsServiceAndThatItWasNotPlanned() {
    String at = "2026-04-29T11:05:00Z";
    for (String payload :
        List.of(
            "{\"service\": \"tickets\", \"unplanned\": true}",
            "\"{\\\"service\\\": \\\"tickets\\\", \\\"unplanned\\\": \\\"true\\\"}\"")) {
      Deployment said = deployment(Events.status("success", at, "\"payload\": " + payload));
      assertEquals("tickets", said.service());
      assertEquals(true, said.unplanned());
    }
    for (String other : List.of("{}", "\"\"", "null", "\"words\"", "[1]", "{\"unplanned\": [1]}")) {
      Deployment said = deployment(Events.status("failure", at, "\"payload\": " + other));
      assertNull(said.service());
      assertNull(said.unplanned());
      assertEquals(Outcome.FAILURE, said.outcome());
      assertEquals(Instant.parse(at), said.finishedAt());
      assertEquals("https://ci.example/log/1", said.url());
    }
  }

  /** GitHub fills in false for every environment that nobody described. */
  @ParameterizedTest
  @CsvSource({
    "true, production, true",
    "false, production, false",
    "true, eu, true",
    "false, eu, "
  })
  void productionIsWhatSomebodySaid(boolean said, String environment, Boolean means) {
    String body =
        Events.status("success", "2026-04-29T11:05:00Z", "\"production_environment\": " + said)
            .replace("\"production\"", '"' + environment + '"');
    assertEquals(means, deployment(body).production());
    assertEquals(environment, deployment(body).environment());
  }

  @Test
  void anInactiveDeploymentDidNotEndThen() {
    Deployment said = deployment(Events.status("inactive", "2026-04-30T09:00:00Z", "\"x\": 1"));
    assertNull(said.outcome());
    assertNull(said.finishedAt());
  }

  @Test
  void anIssueWithTheLabelIsAnIncident() {
    String labels =
        "{\"name\": \"incident/Sev1\"}, {\"name\": \"service: Booking\"}, {\"name\": \"bug\"}";
    String open =
        Events.issue(
            "labeled",
            "open",
            labels,
            "\"updated_at\": \"2026-04-29T12:10:00Z\", \"closed_at\": null");
    String closed =
        Events.issue(
            "closed",
            "closed",
            labels,
            "\"updated_at\": \"2026-04-29T13:00:00Z\", \"closed_at\": \"2026-04-29T13:00:00Z\"");
    Map<String, Fact> known =
        Merging.known(List.of(open, closed), body -> said("issues").facts(body));
    assertEquals(
        new Incident(
            HOME + "#issue/5",
            Instant.parse("2026-04-29T13:00:00Z"),
            "Booking",
            "Ferries/Booking",
            "Nobody can book",
            "sev1",
            Instant.parse("2026-04-29T12:00:00Z"),
            Instant.parse("2026-04-29T13:00:00Z"),
            false,
            null,
            null),
        known.get("Incident " + HOME + "#issue/5"));
    String unlabeled =
        Events.issue(
            "unlabeled", "open", "{\"name\": \"bug\"}", "\"updated_at\": \"2026-04-29T12:30:00Z\"");
    String bug = unlabeled.replaceFirst("\\{", "{\"label\": {\"name\": \"docs\"}, ");
    assertEquals(1, said("issues").facts(bug).size(), "another label went: work, no incident");
    String ended = unlabeled.replaceFirst("\\{", "{\"label\": {\"name\": \"incident/Sev1\"}, ");
    Incident over = said("issues").fact(Incident.class, ended);
    assertEquals(Instant.parse("2026-04-29T12:30:00Z"), over.resolvedAt());
    assertEquals(false, over.open());
    String other = Events.issue("opened", "open", "{\"name\": \"incidental\"}", "\"x\": 1");
    assertEquals(1, said("issues").facts(other).size(), "work, no incident");
    assertTrue(said("issues").ignored(open.replace("labeled", "deleted")).contains("deleted"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"release", "star", "ping", "merge_group", "create"})
  void otherEventsAreCountedAsIgnored(String event) {
    assertFalse(said(event).ignored(event("published", "\"release\": {}")).isBlank());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pull_request",
        "pull_request_review",
        "check_run",
        "check_suite",
        "workflow_run",
        "workflow_job",
        "deployment",
        "deployment_status"
      })
  void anActionOfTheFutureIsIgnoredByName(String event) {
    String why = said(event).ignored(event("teleported", "\"x\": {}"));
    assertTrue(why.contains("teleported"), why);
    assertTrue(why.contains(event), why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pull_request|{\"action\": \"opened\"}|repository is missing.",
        "pull_request|[]|repository is missing.",
        "pull_request|nonsense|The body is no JSON",
        "pull_request|{\"action\": 3, \"repository\": {}}|action is no text.",
        "push|{\"repository\": {\"html_url\": \"nowhere\"}}|repository.html_url is no address",
      })
  void whatCannotBeUnderstoodNamesTheField(String event, String body, String why) {
    String message = said(event).malformed(body).getMessage();
    assertTrue(message.startsWith(why), message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"title\": null|pull_request.number is no number of a pull request.",
        "\"number\": 99999999999999999999|pull_request.number is no number of a pull request.",
        "\"number\": 1, \"merged_at\": \"yesterday\"|pull_request.merged_at is no time.",
        "\"number\": 1, \"labels\": 7|pull_request.labels is no list.",
        "\"number\": 1, \"draft\": \"no\"|pull_request.draft is neither true nor false.",
      })
  void aFieldOfTheWrongTypeIsNamed(String members, String why) {
    String body = event("opened", "\"pull_request\": {%s}".formatted(members));
    assertEquals(why, said("pull_request").malformed(body).getMessage());
  }

  @Test
  void nullsAndMissingFieldsAreUnknown() {
    String body =
        event(
            "edited",
            """
            "pull_request": {"number": 3, "user": null, "head": {"ref": null, "repo": null},
             "labels": null, "additions": 99999999999, "title": "   "}
            """);
    assertEquals(
        new ChangeRequest(
            HOME + "#change/3",
            Said.NOON,
            "Ferries/Booking",
            3,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null),
        change(body));
  }

  /** GitHub's usual content type is a form; the signature is taken over the form as it is. */
  @Test
  void aFormIsUnderstoodToo() {
    String json = event("closed", Events.pull("2026-04-29T10:00:01Z", Events.MERGED));
    String form = "payload=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
    assertEquals(said("pull_request").facts(json), said("pull_request").facts(form));
    assertTrue(said("pull_request").malformed("payload=%7").getMessage().contains("form"));
  }

  @Test
  void aDocumentThatIsTooDeepIsRefused() {
    String deep = "[".repeat(5_000) + "]".repeat(5_000);
    assertTrue(said("push").malformed(deep).getMessage().contains("64 levels"));
    String bound = "[".repeat(64) + "]".repeat(64);
    assertEquals("repository is missing.", said("push").malformed(bound).getMessage());
    String number = "{\"number\": " + "9".repeat(65) + "}";
    assertTrue(said("push").malformed(number).getMessage().contains("beyond what is read"));
  }

  /** Not every database takes the zero character. */
  @Test
  void whatNoStoreTakesIsReplaced() {
    String body =
        event(
            "edited",
            Events.pull("2026-04-29T10:00:01Z", Events.OPEN)
                .replace("Sell tickets", "a\\u0000b\\ud800c"));
    assertEquals("Revert \"a\uFFFDb\uFFFDc\"", change(body).title());
  }

  @Test
  void aServerOfOnesOwnHasItsOwnKeys() {
    String body =
        event("edited", Events.pull("2026-04-29T10:00:01Z", Events.OPEN))
            .replace("https://github.com/", "https://code.example.org:8443/");
    assertEquals("code.example.org:8443/ferries/booking#change/12", change(body).key());
  }

  private static ChangeRequest change(String body) {
    return said("pull_request").fact(ChangeRequest.class, body);
  }

  private static Build run(String body) {
    return said("workflow_run").fact(Build.class, body);
  }

  private static Deployment deployment(String body) {
    return said("deployment_status").fact(Deployment.class, body);
  }
}
