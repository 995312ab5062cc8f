package pilothouse.evidence.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static pilothouse.evidence.github.Events.HEAD;
import static pilothouse.evidence.github.Events.HOME;
import static pilothouse.evidence.github.Events.event;
import static pilothouse.evidence.github.Events.said;
import static pilothouse.evidence.github.PlayedGithub.node;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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

/** The past from GitHub's API: pages, limits, failures, a kill, and that nothing counts twice. */
class GithubPullTest {
  private static final String STATUS =
      """
      {"state": "%s", "environment": "production", "createdAt": "%s", "updatedAt": "%s",
       "logUrl": "https://ci.example/log/1"}
      """;
  private static final String DEPLOYMENT =
      """
      {"id": 2500000000, "node_id": "D_1", "sha": "%s", "ref": "main", "environment": "production",
       "created_at": "2026-04-29T11:00:00Z", "updated_at": "2026-04-30T09:00:00Z", "payload": {}}
      """
          .formatted(Events.LANDED);

  @TempDir private Path folder;
  private final PlayedGithub github = new PlayedGithub();
  private final Played played = github.played();
  private final Later clock = new Later("2026-05-01T12:00:00Z");
  private final List<String> steps = new ArrayList<>();
  private @Nullable Storage storage;

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

  private Pulled pull(Storage rows, Heard heard, @Nullable String since) {
    Pulls.Wish wish =
        new Pulls.Wish(
            List.of("ferries/booking"),
            List.of(),
            since == null ? null : Instant.parse(since),
            Set.of());
    try (Wire wire = new Wire(GithubApi.access(played.address(), "t0ken"), clock, clock)) {
      return new Pulls(rows, new Facts(rows, clock)::add)
          .pull(new GithubApi(clock, IncidentLabels.usual()), wire, wish, heard);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Pulled pull(Storage rows) {
    return pull(rows, new Steps(), null);
  }

  private static Pulled.Row row(Pulled pulled, String stream) {
    return pulled.rows().stream()
        .filter(row -> row.stream().equals(stream))
        .findFirst()
        .orElseThrow(() -> new AssertionError(stream + " in " + pulled.rows()));
  }

  /** Notes how far the pull says that it is. */
  private class Steps implements Heard {
    @Override
    public void step(
        String repository,
        String stream,
        long seen,
        long total,
        @Nullable Instant back,
        @Nullable Instant until) {
      steps.add(stream + " " + seen + " of " + total);
    }

    @Override
    public void waits(Instant until) {
      steps.add("waits until " + until);
    }

    @Override
    public void done(Pulled.Row row) {
      steps.add(row.stream() + " done");
    }
  }

  private static List<String> pulls(int count) {
    return Stream.iterate(count, number -> number > 0, number -> number - 1)
        .map(number -> node(number, "2026-04-%02dT10:00:00Z".formatted(10 + number)))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void readsAllPagesOnceAndLaterOnlyWhatIsNew(Databases database) {
    Storage rows = open(database);
    github.pulls(pulls(5));
    Pulled first = pull(rows);
    assertEquals(5, row(first, "changes").things());
    assertEquals(5, row(first, "changes").facts().added());
    assertFalse(first.isTroubled());
    assertTrue(steps.contains("changes 2 of 5"), steps.toString());
    assertTrue(steps.contains("changes 5 of 5"), steps.toString());
    played.asked();

    List<String> six = new ArrayList<>(pulls(5));
    six.addFirst(node(6, "2026-04-20T09:00:00Z"));
    github.pulls(six);
    Pulled second = pull(rows);
    assertEquals(2, row(second, "changes").things(), "the new one, and the newest known");
    assertEquals(1, row(second, "changes").facts().added());
    assertEquals(1, row(second, "changes").facts().unchanged());
    List<String> asked = played.asked();
    assertEquals(3, asked.stream().filter(one -> one.startsWith("POST /graphql")).count());
    assertTrue(
        asked.contains("GET /repos/Ferries/Booking/actions/runs?per_page=100 304"),
        "what did not change is told in a word: " + asked);
    assertTrue(row(second, "runs").unchanged());
  }

  @ParameterizedTest
  @EnumSource
  void aPullThatWasKilledGoesOnWhereItWas(Databases database) {
    Storage rows = open(database);
    github.pulls(pulls(7));
    Heard killer =
        new Steps() {
          @Override
          public void step(
              String repository,
              String stream,
              long seen,
              long total,
              @Nullable Instant back,
              @Nullable Instant until) {
            if (seen == 6) {
              throw new Killed();
            }
          }
        };
    assertThrows(Killed.class, () -> pull(rows, killer, null));
    played.asked();
    // Meanwhile a change came, so that all others stand one further down.
    List<String> eight = new ArrayList<>(pulls(7));
    eight.addFirst(node(8, "2026-04-21T09:00:00Z"));
    github.pulls(eight);
    Pulled second = pull(rows);
    Facts facts = new Facts(rows, clock);
    for (int number = 1; number <= 8; number++) {
      assertNotNull(facts.known(ChangeRequest.class, HOME + "#change/" + number), "#" + number);
    }
    // The pages from the fifth on, and the first for what is new.
    assertEquals(6, row(second, "changes").things());
    Pulled third = pull(rows);
    assertEquals(0, row(third, "changes").facts().added());
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void readsFurtherBackWhenThatIsAskedFor() {
    Storage rows = open(Databases.usual());
    github.pulls(pulls(6));
    Pulled late = pull(rows, new Steps(), "2026-04-15T00:00:00Z");
    assertEquals(2, row(late, "changes").things());
    assertTrue(steps.contains("changes 2 of -1"), "nobody can say of how many: " + steps);
    assertEquals(2, row(pull(rows, new Steps(), "2026-04-15T00:00:00Z"), "changes").things() + 1);
    Pulled early = pull(rows, new Steps(), "2026-04-12T00:00:00Z");
    assertEquals(5, row(early, "changes").things());
    assertEquals(3, row(early, "changes").facts().added());
    assertEquals(1, row(pull(rows), "changes").facts().added(), "all of the past");
    assertEquals(1, row(pull(rows), "changes").things(), "and not once more");
  }

  /** A webhook and a pull that speak of the same things say the same. */
  @ParameterizedTest
  @EnumSource
  void whatWebhooksToldIsNotNew(Databases database) {
    Storage rows = open(database);
    Facts facts = new Facts(rows, clock);
    List<Fact> heard = new ArrayList<>();
    heard.addAll(said("deployment").facts(event("created", Events.deployment("\"payload\": {}"))));
    for (String[] status :
        new String[][] {
          {"in_progress", "2026-04-29T11:01:00Z"},
          {"success", "2026-04-29T11:05:00Z"},
          {"inactive", "2026-04-30T09:00:00Z"}
        }) {
      heard.addAll(
          said("deployment_status").facts(Events.status(status[0], status[1], "\"payload\": {}")));
    }
    String failed = Events.run("completed", "\"failure\"", 1, "2026-04-28T09:09:00Z");
    String passed = Events.run("completed", "\"success\"", 2, "2026-04-28T09:19:00Z");
    heard.addAll(said("workflow_run").facts(failed));
    heard.addAll(said("workflow_run").facts(passed));
    String issue =
        Events.issue(
            "closed",
            "closed",
            "{\"name\": \"incident\"}",
            "\"updated_at\": \"2026-04-29T13:00:00Z\", \"closed_at\": \"2026-04-29T13:00:00Z\"");
    heard.addAll(said("issues").facts(issue));
    String at = "2026-04-28T10:00:00Z";
    heard.addAll(
        said("pull_request")
            .facts(event("opened", Events.pull("2026-04-27T08:00:00Z", Events.DRAFT))));
    heard.addAll(
        said("pull_request")
            .facts(event("ready_for_review", Events.pull("2026-04-27T12:00:00Z", Events.OPEN))));
    heard.addAll(said("pull_request_review").facts(Events.review("submitted", "approved", at, at)));
    heard.addAll(
        said("pull_request")
            .facts(event("closed", Events.pull("2026-04-29T10:00:00Z", Events.MERGED))));
    facts.add(heard, "github");
    Map<String, Fact> before = known(facts);

    github
        .deployments(
            List.of(DEPLOYMENT),
            "D_1",
            List.of(
                STATUS.formatted("INACTIVE", "2026-04-30T09:00:00Z", "2026-04-30T09:00:00Z"),
                STATUS.formatted("SUCCESS", "2026-04-29T11:05:00Z", "2026-04-29T11:05:00Z"),
                STATUS.formatted("IN_PROGRESS", "2026-04-29T11:01:00Z", "2026-04-29T11:01:00Z")))
        .runs(
            List.of(
                member(passed, "workflow_run").replace("\"name\": \"\"", "\"name\": \"Build\"")))
        .jobs(9_000_000_000L, List.of())
        .issues(List.of(member(issue, "issue")))
        .pulls(
            List.of(
                node(
                    12,
                    "2026-04-29T10:00:00Z",
                    """
                    "totalCount": 1, "nodes": [{"state": "APPROVED", "author": {"login": "ada"},
                     "submittedAt": "%s", "updatedAt": "%s",
                     "url": "https://github.com/f/b/pull/12#pullrequestreview-4294967299"}]
                    """
                        .formatted(at, at),
                    """
                    {"__typename": "ReadyForReviewEvent", "createdAt": "2026-04-27T12:00:00Z"}
                    """,
                    "{\"__typename\": \"Bot\", \"login\": \"dependabot\"}")));
    played.document(
        "/repos/Ferries/Booking/actions/runs/9000000000/attempts/1",
        member(failed, "workflow_run").replace("\"name\": \"\"", "\"name\": \"Build\""));
    Pulled pulled = pull(rows);
    assertEquals(List.of(), pulled.rows().stream().filter(row -> row.refused() > 0).toList());
    assertEquals(0, row(pulled, "deployments").facts().added());
    assertEquals(4, row(pulled, "deployments").facts().unchanged());
    assertEquals(0, row(pulled, "runs").facts().added());
    assertEquals(2, row(pulled, "runs").facts().unchanged());
    assertEquals(0, row(pulled, "incidents").facts().added());
    // What a webhook never tells: the commits with their times.
    assertEquals(1, row(pulled, "changes").facts().added());
    assertEquals(1, row(pulled, "changes").facts().unchanged());
    Map<String, Fact> after = known(facts);
    String key = HOME + "#change/12";
    ChangeRequest change = assertInstanceOf(ChangeRequest.class, after.remove(key));
    ChangeRequest was = assertInstanceOf(ChangeRequest.class, before.remove(key));
    assertEquals(before, after);
    assertEquals(
        List.of(new CommitRef(HEAD, Instant.parse("2026-04-26T18:00:00Z"))), change.commits());
    assertEquals(was.toString(), without(change).toString());
  }

  /** The change without the commits that only the API tells. */
  private static ChangeRequest without(ChangeRequest change) {
    return new ChangeRequest(
        change.key(),
        change.saidAt(),
        change.repository(),
        change.number(),
        change.title(),
        change.author(),
        change.branch(),
        change.target(),
        change.headRevision(),
        change.mergeRevision(),
        change.openedAt(),
        change.readyAt(),
        change.firstReviewAt(),
        change.mergedAt(),
        change.closedAt(),
        change.open(),
        change.draft(),
        change.added(),
        change.deleted(),
        change.files(),
        change.labels(),
        List.of(),
        change.url());
  }

  private static Map<String, Fact> known(Facts facts) {
    Map<String, Fact> known = new TreeMap<>();
    for (Class<? extends Fact> kind :
        List.of(Deployment.class, Build.class, Incident.class, ChangeRequest.class, Review.class)) {
      facts
          .told(kind, 0, 1_000)
          .forEach(told -> {
            String key = told.fact().key();
            known.put(key, java.util.Objects.requireNonNull(facts.known(kind, key)));
          });
    }
    return known;
  }

  /** An object in a webhook's event, which the API writes the same. */
  private static String member(String event, String name) {
    int from = event.indexOf("\"" + name + "\": {") + name.length() + 4;
    int depth = 0;
    int at = from;
    do {
      depth += event.charAt(at) == '{' ? 1 : event.charAt(at) == '}' ? -1 : 0;
      at++;
    } while (depth > 0);
    return event.substring(from, at);
  }

  @Test
  void aDeploymentThatWasStillRunningIsLookedAtAgain() {
    Storage rows = open(Databases.usual());
    String running =
        STATUS.formatted("IN_PROGRESS", "2026-04-29T11:01:00Z", "2026-04-29T11:01:00Z");
    github.deployments(List.of(DEPLOYMENT), "D_1", List.of(running));
    pull(rows);
    String done = STATUS.formatted("SUCCESS", "2026-04-29T11:05:00Z", "2026-04-29T11:05:00Z");
    String newer =
        DEPLOYMENT
            .replace("2500000000", "2500000001")
            .replace("D_1", "D_2")
            .replace("2026-04-29", "2026-05-01");
    github.deployments(List.of(newer, DEPLOYMENT), "D_1", List.of(running, done));
    pull(rows);
    Deployment known =
        new Facts(rows, clock).known(Deployment.class, HOME + "#deployment/2500000000");
    assertNotNull(known);
    assertEquals(Outcome.SUCCESS, known.outcome());
    assertEquals(Instant.parse("2026-04-29T11:05:00Z"), known.finishedAt());
  }

  @Test
  void waitsForThePrimaryLimitAndGoesOn() {
    Storage rows = open(Databases.usual());
    github.pulls(pulls(3));
    String reset = String.valueOf(Instant.parse("2026-05-01T12:40:00Z").getEpochSecond());
    played.once(
        "/labels",
        403,
        Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", reset),
        "{\"message\": \"API rate limit exceeded\"}");
    Pulled pulled = pull(rows);
    assertEquals(3, row(pulled, "changes").facts().added());
    assertFalse(pulled.isTroubled());
    assertEquals(List.of(Instant.parse("2026-05-01T12:40:01Z")), clock.waited());
    assertTrue(steps.contains("waits until 2026-05-01T12:40:01Z"), steps.toString());
  }

  @ParameterizedTest
  @CsvSource({"429", "403"})
  void obeysTheSecondaryLimit(int status) {
    Storage rows = open(Databases.usual());
    github.pulls(pulls(3));
    played.once("/graphql", status, Map.of("Retry-After", "17"), "{\"message\": \"slow down\"}");
    assertEquals(3, row(pull(rows), "changes").facts().added());
    assertEquals(List.of(Instant.parse("2026-05-01T12:00:17Z")), clock.waited());
  }

  /** Without a word of how long, it waits a minute, then two. */
  @Test
  void waitsLongerEachTimeWhereNobodySaysHowLong() {
    Storage rows = open(Databases.usual());
    String body = "{\"message\": \"You have exceeded a secondary rate limit.\"}";
    played.once("/graphql", 403, Map.of(), body);
    played.once("/graphql", 403, Map.of(), body);
    played.once("/graphql", 200, Map.of(), "{\"errors\": [{\"type\": \"RATE_LIMITED\"}]}");
    assertFalse(pull(rows).isTroubled());
    assertEquals(
        List.of(
            Instant.parse("2026-05-01T12:01:00Z"),
            Instant.parse("2026-05-01T12:03:00Z"),
            Instant.parse("2026-05-01T12:07:00Z")),
        clock.waited());
  }

  @Test
  void triesAgainWhereTheServerStumbles() {
    Storage rows = open(Databases.usual());
    github.pulls(pulls(3));
    played.once("/graphql", 502, Map.of(), "");
    played.once("/graphql", 503, Map.of(), "");
    assertEquals(3, row(pull(rows), "changes").facts().added());
    assertEquals(2, clock.waited().size());
  }

  @Test
  void givesUpAfterSixStumblesAndKeepsWhatCame() {
    Storage rows = open(Databases.usual());
    github.pulls(pulls(3));
    for (int i = 0; i < 6; i++) {
      played.once("/deployments", 500, Map.of(), "");
    }
    PullTrouble trouble = assertThrows(PullTrouble.class, () -> pull(rows));
    assertTrue(String.valueOf(trouble.getMessage()).contains("goes on from there"));
    Facts facts = new Facts(rows, clock);
    assertNotNull(facts.known(ChangeRequest.class, HOME + "#change/1"));
  }

  @Test
  void theTokenIsRefused() {
    Storage rows = open(Databases.usual());
    played.once("/repos", 401, Map.of(), "{\"message\": \"Bad credentials\"}");
    PullTrouble trouble = assertThrows(PullTrouble.class, () -> pull(rows));
    assertTrue(String.valueOf(trouble.getMessage()).contains("token"));
    assertEquals(List.of("Bearer t0ken"), played.tokens());
  }

  @Test
  void whatMayNotBeReadHindersNothingElse() {
    Storage rows = open(Databases.usual());
    github.pulls(pulls(3));
    played.once("/deployments", 403, Map.of(), "{\"message\": \"Resource not accessible\"}");
    Pulled pulled = pull(rows);
    assertTrue(pulled.isTroubled());
    assertTrue(String.valueOf(row(pulled, "deployments").trouble()).contains("right to read"));
    assertEquals(3, row(pulled, "changes").facts().added());
  }

  @Test
  void whatIsNotUnderstoodIsRefusedAlone() {
    Storage rows = open(Databases.usual());
    List<String> three = new ArrayList<>(pulls(3));
    three.set(
        1, three.get(1).replace("\"mergedAt\": \"2026-04-29T10:00:00Z\"", "\"mergedAt\": 1.5"));
    github.pulls(three);
    Pulled.Row row = row(pull(rows), "changes");
    assertEquals(3, row.things());
    assertEquals(2, row.facts().added());
    assertEquals(1, row.refused());
    assertTrue(row.why().getFirst().startsWith("pull request 2: "), row.why().toString());
    assertTrue(row.why().getFirst().contains("mergedAt is no time"), row.why().toString());
  }

  /** A renamed repository moves on the same server; another server must not see the token. */
  @Test
  void followsOnItsServerAndToNoOther() {
    Storage rows = open(Databases.usual());
    github.pulls(pulls(1));
    played.document("/repositories/7", Events.REPOSITORY);
    played.once("/repos/ferries", 301, Map.of("Location", "/repositories/7"), "");
    assertFalse(pull(rows).isTroubled());
    try (Played other = new Played()) {
      played.once("/repos/ferries", 302, Map.of("Location", other.address() + "/r"), "");
      Pulled pulled = pull(rows);
      assertTrue(pulled.isTroubled());
      assertTrue(String.valueOf(pulled.rows().getFirst().trouble()).contains("another server"));
      assertEquals(List.of(), other.asked());
    }
  }

  @Test
  void aNextPageOnAnotherServerIsNotAsked() {
    Storage rows = open(Databases.usual());
    played.once(
        "/labels", 200, Map.of("Link", "<https://evil.example/labels?page=2>; rel=\"next\""), "[]");
    Pulled pulled = pull(rows);
    assertTrue(String.valueOf(pulled.rows().getFirst().trouble()).contains("another server"));
  }

  @Test
  void longListsOfReviewsAndCommitsAreAskedForOneByOne() {
    Storage rows = open(Databases.usual());
    github.pulls(
        List.of(
            node(12, "2026-04-29T10:00:00Z", "\"totalCount\": 3, \"nodes\": []", "", null)
                .replace("\"commits\": {\"totalCount\": 1", "\"commits\": {\"totalCount\": 3")));
    String review =
        "{\"id\": %d, \"state\": \"COMMENTED\", \"submitted_at\": \"2026-04-28T10:00:00Z\"}";
    played.list(
        "/repos/Ferries/Booking/pulls/12/reviews",
        List.of(review.formatted(1), review.formatted(2), review.formatted(3)));
    String commit =
        "{\"sha\": \"%s\", \"commit\": {\"author\": {\"date\": \"2026-04-26T18:00:00Z\"}}}";
    played.list(
        "/repos/Ferries/Booking/pulls/12/commits",
        List.of(commit.formatted("a1"), commit.formatted("a2"), commit.formatted("a3")));
    assertEquals(4, row(pull(rows), "changes").facts().added());
    ChangeRequest change = new Facts(rows, clock).known(ChangeRequest.class, HOME + "#change/12");
    assertNotNull(change);
    assertEquals(3, change.commits().size());
  }

  @Test
  void anOrganisationIsAllItsRepositoriesButForks() throws InterruptedException {
    Storage rows = open(Databases.usual());
    played.document("/users/ferries", "{\"type\": \"Organization\"}");
    String fork = Events.REPOSITORY.replace("Booking", "Fork").replace("{", "{\"fork\": true,");
    // Two a page: the one that counts stands on the third.
    played.list("/orgs/ferries/repos", List.of(fork, fork, fork, fork, Events.REPOSITORY));
    try (Wire wire = new Wire(GithubApi.access(played.address(), "t0ken"), clock, clock)) {
      Pulled pulled =
          new Pulls(rows, new Facts(rows, clock)::add)
              .pull(
                  new GithubApi(clock, IncidentLabels.usual()),
                  wire,
                  new Pulls.Wish(List.of(), List.of("ferries"), null, Set.of()),
                  new Steps());
      assertEquals(
          List.of("changes", "deployments", "runs", "work", "incidents", "jobs", "checks"),
          pulled.rows().stream().map(Pulled.Row::stream).toList());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', https://api.github.com, https://api.github.com/graphql",
    "https://github.com, https://api.github.com, https://api.github.com/graphql",
    "https://git.example.org, https://git.example.org/api/v3, https://git.example.org/api/graphql",
    "https://git.example.org/api/v3/, https://git.example.org/api/v3, https://git.example.org/api/graphql",
  })
  void knowsWhereTheApiIs(String written, String rest, String graphql) {
    try (Wire wire = new Wire(GithubApi.access(written, "t"), clock, clock)) {
      assertEquals(rest, wire.access().base().toString());
      assertEquals(graphql, GithubApi.graphql(wire).toString());
      assertFalse(wire.access().toString().contains("Bearer"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://git.example.org", "ftp://git.example.org", "git.example.org",
    "https://user:pass@git.example.org", "http://127.0.0.1.evil.example", "https://a b"
  })
  void refusesAnAddressThatWouldShowTheToken(String written) {
    PullTrouble trouble = assertThrows(PullTrouble.class, () -> GithubApi.access(written, "t0ken"));
    String says = String.valueOf(trouble.getMessage());
    assertTrue(says.contains("--url"), says);
    assertFalse(says.contains("t0ken") || says.contains("pass"), says);
  }
}
