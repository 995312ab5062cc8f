package pilothouse.evidence.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pilothouse.evidence.github.Events.HEAD;
import static pilothouse.evidence.github.Events.HOME;
import static pilothouse.evidence.github.Events.LANDED;
import static pilothouse.evidence.github.Events.said;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pilothouse.evidence.facts.Build;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Facts;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.forge.IncidentLabels;
import pilothouse.evidence.pull.Heard;
import pilothouse.evidence.pull.Later;
import pilothouse.evidence.pull.Played;
import pilothouse.evidence.pull.Pulled;
import pilothouse.evidence.pull.Pulls;
import pilothouse.evidence.pull.Wire;
import pilothouse.storage.Databases;
import pilothouse.storage.Storage;

/**
 * Jobs of runs and checks of other programs: one question each, the same things as webhooks tell.
 */
class GithubJobsTest {
  private static final String PATH = "/repos/Ferries/Booking";
  private static final String JOB =
      """
      {"id": 31, "run_id": 9000000000, "run_attempt": 2, "name": "test (21)",
       "workflow_name": "Build", "head_sha": "%s", "head_branch": "sell", "status": "completed",
       "conclusion": "failure", "created_at": "2026-04-28T09:00:00Z",
       "started_at": "2026-04-28T09:02:00Z", "completed_at": "2026-04-28T09:07:00Z",
       "html_url": "https://github.com/Ferries/Booking/actions/runs/9000000000/job/31"}
      """
          .formatted(HEAD);
  private static final String SUITE =
      """
      {"id": 77, "head_branch": "sell", "head_sha": "%s", "status": "completed",
       "conclusion": "failure", "created_at": "2026-04-28T09:00:00Z",
       "updated_at": "2026-04-28T09:20:00Z", "app": {"slug": "%s", "name": "%s"}%s}
      """;
  private static final String CHECK =
      """
      {"id": 41, "name": "deep", "head_sha": "%s", "status": "completed", "conclusion": "failure",
       "started_at": "2026-04-28T09:01:00Z", "completed_at": "2026-04-28T09:19:00Z",
       "html_url": "https://ci.example/41", "app": {"slug": "deepci", "name": "Deep CI"}%s}
      """;

  @TempDir private Path folder;
  private final PlayedGithub github = new PlayedGithub();
  private final Played played = github.played();
  private final Later clock = new Later("2026-05-01T12:00:00Z");
  private @Nullable Storage storage;
  private long killAt = Long.MAX_VALUE;

  @AfterEach
  void close() {
    played.close();
    if (storage != null) {
      storage.close();
    }
  }

  private Storage open(Databases database) {
    storage = Storage.open(database.create(folder));
    return storage;
  }

  private Pulled pull(Storage rows, @Nullable String since, String... without) {
    Heard heard =
        new Heard() {
          @Override
          public void step(
              String repository,
              String stream,
              long seen,
              long total,
              @Nullable Instant back,
              @Nullable Instant until) {
            if (stream.equals("jobs") && seen >= killAt) {
              throw new Killed();
            }
          }

          @Override
          public void waits(Instant until) {}

          @Override
          public void done(Pulled.Row row) {}
        };
    Pulls.Wish wish =
        new Pulls.Wish(
            List.of("ferries/booking"),
            List.of(),
            since == null ? null : Instant.parse(since),
            Set.of(without));
    try (Wire wire = new Wire(GithubApi.access(played.address(), "t0ken"), clock, clock)) {
      return new Pulls(rows, new Facts(rows, clock)::add)
          .pull(new GithubApi(clock, IncidentLabels.usual()), wire, wish, heard);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static Pulled.Row row(Pulled pulled, String stream) {
    return pulled.rows().stream()
        .filter(row -> row.stream().equals(stream))
        .findFirst()
        .orElseThrow(() -> new AssertionError(stream + " in " + pulled.rows()));
  }

  private static String run(long id, String createdAt) {
    return """
    {"id": %d, "name": "Build", "run_attempt": 1, "head_sha": "%s", "head_branch": "sell",
     "status": "completed", "conclusion": "success", "created_at": "%s", "run_started_at": "%3$s",
     "updated_at": "%3$s"}
    """
        .formatted(id, HEAD, createdAt);
  }

  private List<String> questions(String part) {
    return played.asked().stream().filter(one -> one.contains(part)).toList();
  }

  @ParameterizedTest
  @EnumSource
  void aJobIsTheSameAsItsWebhookTells(Databases database) {
    Storage rows = open(database);
    Facts facts = new Facts(rows, clock);
    String event =
        "{\"action\": \"completed\", \"workflow_job\": %s, \"repository\": %s}"
            .formatted(JOB, Events.REPOSITORY);
    facts.add(said("workflow_job").facts(event), "github");
    String first = JOB.replace("31", "30").replace("\"run_attempt\": 2", "\"run_attempt\": 1");
    github
        .runs(List.of(run(9_000_000_000L, "2026-04-28T09:00:00Z")))
        .jobs(9_000_000_000L, List.of(JOB, first, first.replace("30", "29")));
    Pulled.Row jobs = row(pull(rows, null), "jobs");
    assertEquals(1, jobs.facts().unchanged(), "the webhook's own");
    assertEquals(2, jobs.facts().added(), "the attempt before, on two pages");
    assertEquals(List.of(), jobs.why());
    Build job = facts.known(Build.class, HOME + "#job/31");
    assertNotNull(job);
    assertEquals("Build: test (21), 2", job.name() + ": " + job.job() + ", " + job.attempt());
    assertEquals(Outcome.FAILURE, job.outcome());
    assertEquals(Instant.parse("2026-04-28T09:02:00Z"), job.startedAt());
  }

  @Test
  void jobsCostAQuestionForEachRunOfThePeriodAndNoneWhereTheyAreLeftOut() {
    Storage rows = open(Databases.usual());
    List<String> runs = new ArrayList<>();
    for (int day = 9; day >= 1; day--) {
      runs.add(run(day, "2026-04-0%dT09:00:00Z".formatted(day)));
      github.jobs(day, List.of(JOB.replace("31", "10" + day)));
    }
    github.runs(runs);
    Pulled none = pull(rows, "2026-04-05T00:00:00Z", "jobs");
    assertFalse(none.rows().stream().anyMatch(row -> row.stream().equals("jobs")));
    assertEquals(List.of(), questions("/jobs"));
    Pulled late = pull(rows, "2026-04-05T00:00:00Z");
    assertEquals(5, row(late, "jobs").facts().added(), "what was left out is read later");
    assertEquals(5, questions("/jobs").size());
    pull(rows, "2026-04-05T00:00:00Z");
    assertEquals(List.of(), questions("/jobs"), "the list of runs did not change");
    runs.addFirst(run(10, "2026-04-10T09:00:00Z"));
    github.jobs(10, List.of(JOB.replace("31", "110"))).runs(runs);
    Pulled next = pull(rows, "2026-04-05T00:00:00Z");
    assertEquals(1, row(next, "jobs").facts().added());
    assertEquals(5, questions("/jobs").size(), "the new one, and those of three days before");
  }

  @ParameterizedTest
  @EnumSource
  void jobsGoOnWhereTheyWereKilled(Databases database) {
    Storage rows = open(database);
    List<String> runs = new ArrayList<>();
    for (int day = 8; day >= 1; day--) {
      runs.add(run(day, "2026-04-0%dT09:00:00Z".formatted(day)));
      github.jobs(day, List.of(JOB.replace("31", "10" + day)));
    }
    github.runs(runs);
    killAt = 4;
    assertThrows(Killed.class, () -> pull(rows, null));
    killAt = Long.MAX_VALUE;
    played.asked();
    Pulled.Row rest = row(pull(rows, null), "jobs");
    assertEquals(4, rest.facts().added(), "four were written before");
    List<String> asked = questions("/jobs");
    assertTrue(asked.getFirst().matches(".*/runs/[56]/jobs.*"), "from the second page: " + asked);
    Facts facts = new Facts(rows, clock);
    for (int day = 1; day <= 8; day++) {
      assertNotNull(facts.known(Build.class, HOME + "#job/10" + day), "of day " + day);
    }
  }

  /** Commits that nobody but GitHub checked cost nothing. */
  @ParameterizedTest
  @EnumSource
  void checksOfOtherProgramsAreTheSameAsTheirWebhooksTell(Databases database) {
    Storage rows = open(database);
    Facts facts = new Facts(rows, clock);
    String suite = SUITE.formatted(HEAD, "deepci", "Deep CI", ", \"latest_check_runs_count\": 1");
    List<Fact> heard = new ArrayList<>();
    String event = "{\"action\": \"completed\", \"%s\": %s, \"repository\": %s}";
    heard.addAll(
        said("check_suite").facts(event.formatted("check_suite", suite, Events.REPOSITORY)));
    String inSuite = ", \"check_suite\": {\"id\": 77, \"head_branch\": \"sell\"}";
    heard.addAll(
        said("check_run")
            .facts(
                event.formatted("check_run", CHECK.formatted(HEAD, inSuite), Events.REPOSITORY)));
    facts.add(heard, "github");
    String checked =
        """
        {"oid": "%s", "checkSuites": {"nodes": [
          {"app": {"slug": "github-actions", "name": "GitHub Actions"}, "checkRuns": {"totalCount": 4}},
          {"app": {"slug": "deepci", "name": "Deep CI"}, "checkRuns": {"totalCount": %d}}]}}
        """;
    String node =
        "{\"number\": %d, \"updatedAt\": \"2026-04-29T10:00:00Z\", \"mergeCommit\": %s, \"commits\": {\"nodes\": [{\"commit\": %s}]}}";
    github.checked(
        List.of(
            node.formatted(12, checked.formatted(LANDED, 0), checked.formatted(HEAD, 1)),
            node.formatted(11, "null", checked.formatted(LANDED, 0))));
    String own =
        SUITE
            .formatted(HEAD, "github-actions", "GitHub Actions", ", \"latest_check_runs_count\": 4")
            .replace("77", "78");
    String idle =
        SUITE
            .formatted(HEAD, "idle", "Idle", ", \"latest_check_runs_count\": 0")
            .replace("77", "79");
    played
        .list(
            PATH + "/commits/" + HEAD + "/check-suites", "check_suites", List.of(own, suite, idle))
        .list(
            PATH + "/check-suites/77/check-runs",
            "check_runs",
            List.of(CHECK.formatted(HEAD, ", \"check_suite\": {\"id\": 77}")));
    Pulled.Row checks = row(pull(rows, null), "checks");
    assertEquals(List.of(), checks.why());
    assertEquals(2, checks.facts().unchanged());
    assertEquals(0, checks.facts().added());
    List<String> asked = questions("check");
    assertEquals(3, asked.size(), "two pages of suites, one of checks: " + asked);
    Build known = facts.known(Build.class, HOME + "#job/41");
    assertNotNull(known);
    assertEquals("Deep CI on sell", known.name() + " on " + known.branch());
  }

  /** Without the right to read jobs there is no use in asking for those of ten thousand runs. */
  @Test
  void aMissingRightIsToldOnceAndNothingIsLost() {
    Storage rows = open(Databases.usual());
    github.runs(List.of(run(2, "2026-04-02T09:00:00Z"), run(1, "2026-04-01T09:00:00Z")));
    github.jobs(2, List.of(JOB)).jobs(1, List.of(JOB.replace("31", "32")));
    for (int i = 0; i < 2; i++) {
      played.once("/jobs", 403, Map.of(), "{\"message\": \"Resource not accessible\"}");
    }
    Pulled.Row refused = row(pull(rows, null), "jobs");
    assertTrue(String.valueOf(refused.trouble()).contains("right to read"), refused.toString());
    assertEquals(2, row(pull(rows, null), "jobs").facts().added(), "with the right all is read");
  }
}
