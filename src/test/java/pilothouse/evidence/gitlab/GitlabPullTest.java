package pilothouse.evidence.gitlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilothouse.evidence.Said;
import pilothouse.evidence.facts.Build;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Facts;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.facts.Review;
import pilothouse.evidence.forge.IncidentLabels;
import pilothouse.evidence.pull.Heard;
import pilothouse.evidence.pull.Later;
import pilothouse.evidence.pull.Played;
import pilothouse.evidence.pull.PullTrouble;
import pilothouse.evidence.pull.Pulled;
import pilothouse.evidence.pull.Pulls;
import pilothouse.evidence.pull.Wire;
import pilothouse.storage.Databases;
import pilothouse.storage.Storage;

/** The past from GitLab's API. */
class GitlabPullTest {
  private static final String SHA = "279484c09fbe69ededfced8c1bb6e6d24616b468";
  private static final String LANDED = "2".repeat(40);
  private static final String HOME = "gitlab.example.org/ferries/sea/booking";
  private static final String PROJECT =
      """
      {"id": 30, "web_url": "https://gitlab.example.org/Ferries/Sea/Booking",
       "path_with_namespace": "Ferries/Sea/Booking"}
      """;
  private static final String MERGE =
      """
      {"id": 99, "iid": 4, "title": "Sell tickets", "state": "merged", "draft": false,
       "created_at": "2026-04-27T08:00:00.000Z", "updated_at": "2026-04-29T10:00:01.000Z",
       "merged_at": "2026-04-29T10:00:00.000Z", "closed_at": null, "source_branch": "sell",
       "target_branch": "main", "sha": "%s", "merge_commit_sha": null,
       "squash_commit_sha": "%s", "author": {"id": 6, "username": "kim"}, "labels": ["API"],
       "web_url": "https://gitlab.example.org/Ferries/Sea/Booking/-/merge_requests/4"}
      """
          .formatted(SHA, LANDED);
  private static final String NOTE =
      """
      {"id": %d, "body": "%s", "system": %s, "created_at": "%s", "author": {"username": "ada"}}
      """;

  @TempDir private Path folder;
  private final Played played = new Played();
  private final Later clock = new Later("2026-05-01T12:00:00Z");
  private @Nullable Storage storage;

  @BeforeEach
  void play() {
    storage = Storage.open(Databases.usual().create(folder));
    played.document("/projects/ferries%2Fsea%2Fbooking", PROJECT);
    for (String list : List.of("merge_requests", "deployments", "pipelines", "jobs", "issues")) {
      played.list("/projects/30/" + list, List.of());
    }
    played.list("/projects/30/merge_requests/4/notes", List.of());
    played.list("/projects/30/labels", List.of("{\"name\": \"incident\"}", "{\"name\": \"API\"}"));
    played.list("/projects/30/merge_requests/4/commits", List.of());
  }

  @AfterEach
  void close() {
    played.close();
    rows().close();
  }

  private Storage rows() {
    return Objects.requireNonNull(storage);
  }

  private Facts facts() {
    return new Facts(rows(), clock);
  }

  private <F extends Fact> F known(Class<F> kind, String key) {
    F known = facts().known(kind, HOME + key);
    assertNotNull(known, key);
    return known;
  }

  private Pulled pull(Pulls.Wish wish) {
    Heard deaf =
        new Heard() {
          @Override
          public void step(
              String repository,
              String stream,
              long seen,
              long total,
              @Nullable Instant back,
              @Nullable Instant until) {}

          @Override
          public void waits(Instant until) {}

          @Override
          public void done(Pulled.Row row) {}
        };
    try (Wire wire = new Wire(GitlabApi.access(played.address(), "t0ken"), clock, clock)) {
      return new Pulls(rows(), facts()::add)
          .pull(new GitlabApi(clock, IncidentLabels.usual()), wire, wish, deaf);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Pulled pull() {
    Pulled pulled = pull(new Pulls.Wish(List.of("ferries/sea/booking"), List.of(), null, Set.of()));
    assertFalse(pulled.isTroubled(), pulled.toString());
    pulled.rows().forEach(row -> assertEquals(List.of(), row.why()));
    return pulled;
  }

  private static Pulled.Row row(Pulled pulled, String stream) {
    return pulled.rows().stream()
        .filter(row -> row.stream().equals(stream))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aMergeRequestComesWithItsCommitsAndWhatWasSaidUnderIt() {
    played
        .list("/projects/30/merge_requests", List.of(MERGE))
        .list(
            "/projects/30/merge_requests/4/notes",
            List.of(
                NOTE.formatted(
                    1, "marked this merge request as **ready**", true, "2026-04-27T12:00:00.000Z"),
                NOTE.formatted(2, "Why?", false, "2026-04-28T08:00:00.000Z"),
                NOTE.formatted(3, "requested changes", true, "2026-04-28T08:30:00.000Z"),
                NOTE.formatted(4, "approved this merge request", true, "2026-04-28T09:00:00.000Z"),
                NOTE.formatted(5, "changed title from **A**", true, "2026-04-28T09:30:00.000Z")))
        .list(
            "/projects/30/merge_requests/4/commits",
            List.of(
                "{\"id\": \"%s\", \"authored_date\": \"2026-04-26T18:00:00.000+00:00\"}"
                    .formatted(SHA)));
    Pulled pulled = pull();
    assertEquals(4, row(pulled, "changes").facts().added());
    ChangeRequest change = known(ChangeRequest.class, "#change/4");
    assertEquals(Instant.parse("2026-04-27T12:00:00Z"), change.readyAt());
    assertEquals(LANDED, change.mergeRevision());
    assertEquals(Instant.parse("2026-04-29T10:00:00Z"), change.closedAt());
    assertEquals(
        List.of(new CommitRef(SHA, Instant.parse("2026-04-26T18:00:00Z"))), change.commits());
    assertEquals(Review.State.COMMENTED, known(Review.class, "#review/2").state());
    assertEquals(Review.State.CHANGES_REQUESTED, known(Review.class, "#review/3").state());
    assertEquals(Review.State.APPROVED, known(Review.class, "#review/approval-4-ada").state());
    assertEquals(Set.of("t0ken"), Set.copyOf(played.tokens()));
    Pulled again = pull();
    assertEquals(0, row(again, "changes").facts().added());
  }

  /** What landed: a merge, else a squash, else the branch's own last commit; nothing if open. */
  @ParameterizedTest
  @CsvSource({"merged, m, s, m", "merged, , s, s", "merged, , , h", "opened, m, s, "})
  void whatLanded(String state, @Nullable String merged, @Nullable String squashed, String landed) {
    String open =
        MERGE
            .replace("\"merged\"", '"' + state + '"')
            .replace("\"merge_commit_sha\": null", "\"merge_commit_sha\": " + quoted(merged))
            .replace('"' + LANDED + '"', quoted(squashed))
            .replace('"' + SHA + '"', "\"h\"");
    played.list("/projects/30/merge_requests", List.of(open));
    pull();
    assertEquals(landed, known(ChangeRequest.class, "#change/4").mergeRevision());
  }

  /** GitLab goes on naming the end that it had before it was opened again. */
  @Test
  void whatWasOpenedAgainHasNoEnd() {
    String again =
        MERGE
            .replace("\"merged\"", "\"opened\"")
            .replace("\"merged_at\": \"2026-04-29T10:00:00.000Z\"", "\"merged_at\": null")
            .replace("\"closed_at\": null", "\"closed_at\": \"2026-04-28T10:00:00.000Z\"");
    played.list("/projects/30/merge_requests", List.of(again));
    pull();
    ChangeRequest change = known(ChangeRequest.class, "#change/4");
    assertNull(change.closedAt());
    assertEquals(true, change.open());
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "null" : '"' + text + '"';
  }

  /** A webhook and a pull that speak of the same things give the same picture. */
  @Test
  void whatWebhooksToldStays() {
    Said said = Said.to(GitlabHooks.source());
    String project = "\"project\": " + PROJECT;
    facts()
        .add(
            said.facts(
                """
                {"object_kind": "pipeline", %s, "object_attributes": {"id": 31, "ref": "main",
                  "sha": "%s", "status": "failed", "created_at": "2026-04-28 15:23:28 UTC",
                  "finished_at": "2026-04-28 15:26:29 UTC", "name": null,
                  "url": "https://gitlab.example.org/p/31"}, "builds": []}
                """
                    .formatted(project, SHA)),
            "gitlab");
    Build pipeline = known(Build.class, "#run/31/1");
    String brief =
        "{\"id\": 31, \"status\": \"failed\", \"updated_at\": \"2026-04-28T15:26:30.000Z\"}";
    played.list("/projects/30/pipelines", List.of(brief));
    played.document(
        "/projects/30/pipelines/31",
        """
        {"id": 31, "iid": 3, "ref": "main", "sha": "%s", "status": "failed", "name": null,
         "created_at": "2026-04-28T15:23:28.000Z", "updated_at": "2026-04-28T15:26:30.000Z",
         "started_at": "2026-04-28T15:24:00.000Z", "finished_at": "2026-04-28T15:26:29.000Z",
         "web_url": "https://gitlab.example.org/p/31"}
        """
            .formatted(SHA));
    assertEquals(0, row(pull(), "pipelines").facts().added());
    assertEquals(pipeline, known(Build.class, "#run/31/1"));
  }

  @Test
  void deploymentsJobsAndIncidents() {
    played
        .list(
            "/projects/30/deployments",
            List.of(
                """
                {"id": 15, "iid": 2, "ref": "main", "sha": "%s", "status": "success",
                 "created_at": "2026-04-29T19:44:00.000Z", "updated_at": "2026-04-29T19:50:09.000Z",
                 "environment": {"id": 9, "name": "eu", "tier": "production"},
                 "deployable": {"id": 796, "started_at": "2026-04-29T19:45:00.000Z",
                  "finished_at": "2026-04-29T19:50:00.000Z"}}
                """
                    .formatted(SHA)))
        .list(
            "/projects/30/jobs",
            List.of(
                """
                {"id": 378, "name": "test", "status": "failed", "ref": "main",
                 "commit": {"id": "%s"}, "created_at": "2026-04-28T15:23:28.000Z",
                 "started_at": "2026-04-28T15:26:12.000Z", "finished_at": "2026-04-28T15:26:29.000Z"}
                """
                    .formatted(SHA),
                """
                {"id": 377, "name": "skipped", "status": "skipped", "started_at": null,
                 "created_at": "2026-04-28T15:23:28.000Z"}
                """))
        .list(
            "/projects/30/issues",
            List.of(
                """
                {"id": 301, "iid": 23, "title": "Nobody can book", "state": "closed",
                 "severity": "HIGH", "labels": ["incident", "service::booking"],
                 "created_at": "2026-04-29T20:00:00.000Z", "updated_at": "2026-04-29T21:00:00.000Z",
                 "closed_at": "2026-04-29T21:00:00.000Z", "web_url": "https://gitlab.example.org/i/23"}
                """));
    Pulled pulled = pull();
    assertEquals(1, row(pulled, "jobs").facts().added());
    assertEquals(
        0, row(pulled, "incidents with the label incident").facts().added(), "each counts once");
    Deployment deployment = known(Deployment.class, "#deployment/15");
    assertEquals(Outcome.SUCCESS, deployment.outcome());
    assertEquals(true, deployment.production());
    assertEquals(Instant.parse("2026-04-29T19:45:00Z"), deployment.startedAt());
    assertEquals(Instant.parse("2026-04-29T19:50:00Z"), deployment.finishedAt());
    assertEquals(Outcome.FAILURE, known(Build.class, "#job/378").outcome());
    Incident incident = known(Incident.class, "#issue/23");
    assertEquals(
        "booking high false",
        incident.service() + " " + incident.severity() + " " + incident.open());
  }

  @Test
  void waitsForTheLimitInGitlabsWords() {
    String reset = String.valueOf(Instant.parse("2026-05-01T12:01:30Z").getEpochSecond());
    played.once(
        "/jobs", 429, Map.of("RateLimit-Remaining", "0", "RateLimit-Reset", reset), "Retry later");
    pull();
    assertEquals(List.of(Instant.parse("2026-05-01T12:01:31Z")), clock.waited());
  }

  @Test
  void aGroupIsAllItsProjectsButForks() {
    String fork = PROJECT.replace("\"id\": 30", "\"id\": 31, \"forked_from_project\": {\"id\": 1}");
    played.document("/groups/ferries%2Fsea", "{\"id\": 1}");
    played.list("/groups/ferries%2Fsea/projects", List.of(fork, PROJECT));
    Pulled pulled = pull(new Pulls.Wish(List.of(), List.of("ferries/sea"), null, Set.of()));
    assertEquals(
        Set.of("Ferries/Sea/Booking"),
        Set.copyOf(pulled.rows().stream().map(Pulled.Row::repository).toList()));
    assertTrue(played.asked().stream().anyMatch(one -> one.contains("include_subgroups=true")));
  }

  @ParameterizedTest
  @CsvSource({
    "'', https://gitlab.com/api/v4",
    "https://gitlab.example.org/, https://gitlab.example.org/api/v4",
    "https://gitlab.example.org/api/v4, https://gitlab.example.org/api/v4",
    "https://example.org/gitlab, https://example.org/gitlab/api/v4",
  })
  void knowsWhereTheApiIs(String written, String api) {
    assertEquals(api, GitlabApi.access(written, "t").base().toString());
  }

  @ParameterizedTest
  @CsvSource({"booking", "../x/../y?z", "a b/c"})
  void refusesWhatIsNoPath(String named) {
    Pulls.Wish wish = new Pulls.Wish(List.of(named), List.of(), null, Set.of());
    assertThrows(PullTrouble.class, () -> pull(wish));
  }
}
