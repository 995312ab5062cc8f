package pilothouse.evidence.cdevents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pilothouse.evidence.Said;
import pilothouse.evidence.cloudevents.CloudEvents;
import pilothouse.evidence.facts.Artifact;
import pilothouse.evidence.facts.Build;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.Merging;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.facts.Review;
import pilothouse.evidence.facts.TestCase;
import pilothouse.evidence.inbox.Malformed;

class CdEventsTest {
  private static final String TEN = "2026-04-30T10:00:00Z";
  private static final String ELEVEN = "2026-04-30T11:00:00.250Z";
  private static final Instant AT_TEN = Instant.parse(TEN);
  private static final Instant AT_ELEVEN = Instant.parse(ELEVEN);
  private static final String DIGEST = "sha256:0b31b1c02ff458ad9b7b81cbdf8f028bd54699fa";
  private static final String IMAGE = "pkg:oci/ferry@" + DIGEST.replace(":", "%3A");
  private static final String COMMIT = "1a429d2f06fa49d8ece5045ac6471dc8a2276895";
  private static final String REPOSITORY =
      "\"repository\": {\"id\": \"Acme/Ferry\", \"source\": \"https://git.example\"}";

  private final Said said = Said.to(new CloudEvents());

  private static String deployed(String kind, String at, String artifact) {
    return CdEvent.of(
        "service." + kind,
        "service/ferry",
        at,
        "{\"environment\": {\"id\": \"production\"}, \"artifactId\": \"%s\"}".formatted(artifact));
  }

  @Test
  void aDeployedServiceIsADeployment() {
    Deployment deployment = said.fact(Deployment.class, deployed("deployed", ELEVEN, IMAGE));
    assertEquals("service/ferry", deployment.service());
    assertEquals("production", deployment.environment());
    assertEquals(Outcome.SUCCESS, deployment.outcome());
    assertEquals(AT_ELEVEN, deployment.finishedAt());
    assertNull(deployment.startedAt());
    assertNull(deployment.unplanned());
    assertEquals("pkg:oci/ferry@" + DIGEST, deployment.revision());
    assertTrue(Artifact.isKey(deployment.revision()));
  }

  @Test
  void goingBackIsUnplannedAndUpgradingSaysNothingOfPlans() {
    assertEquals(true, said.fact(Deployment.class, deployed("rolledback", TEN, IMAGE)).unplanned());
    assertNull(said.fact(Deployment.class, deployed("upgraded", TEN, IMAGE)).unplanned());
  }

  @Test
  void twoDeploymentsOfOneServiceAreTwo() {
    assertEquals(
        2,
        Merging.known(
                List.of(deployed("deployed", TEN, IMAGE), deployed("upgraded", ELEVEN, IMAGE)),
                said::facts)
            .size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "service.published", "service.removed", "environment.created", "ticket.created",
        "artifact.published", "build.finished", "testsuiterun.finished", "novelty.invented"
      })
  void whatIsNotMeasuredIsIgnoredByItsName(String kind) {
    String why =
        said.ignored(CdEvent.of(kind, "x", TEN, "{\"environment\": {\"id\": \"production\"}}"));
    assertTrue(why.contains(kind), why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pkg:github/Acme/Ferry@1a429d2f06fa49d8ece5045ac6471dc8a2276895 | github.com/acme/ferry | 1a429d2f06fa49d8ece5045ac6471dc8a2276895
          pkg:oci/ferry@sha256%3Aabc?vcs_url=git%2Bhttps://git.example/acme/ferry.git%401a429d2f06 | git.example/acme/ferry | 1a429d2f06
          pkg:npm/ferry@1.2.3?vcs_url=git%2Bhttps://git.example/acme/ferry | git.example/acme/ferry | pkg:npm/ferry@1.2.3
          pkg:OCI/Ferry@sha256%3Aabc?repository_url=registry.example/ferry | | pkg:oci/ferry@sha256:abc
          ferry-1.4.0.jar | | pkg:generic/ferry-1.4.0.jar
          """)
  void aPackageMaySayItsCommitItself(String purl, String repository, String revision) {
    Deployment deployment = said.fact(Deployment.class, deployed("deployed", TEN, purl));
    assertEquals(repository, deployment.repository());
    assertEquals(revision, deployment.revision());
  }

  @Test
  void aPackageIsOneHoweverItIsWritten() {
    String packaged =
        CdEvent.of(
            "artifact.packaged",
            IMAGE + "?repository_url=registry.example/ferry&tag=v7",
            TEN,
            "{\"change\": {\"id\": \"%s\", \"source\": \"git.example/acme/ferry\"}}"
                .formatted(COMMIT));
    Artifact artifact = said.fact(Artifact.class, packaged);
    assertEquals(
        said.fact(Deployment.class, deployed("deployed", TEN, IMAGE)).revision(), artifact.key());
    assertEquals(COMMIT, artifact.revision());
    assertEquals("git.example/acme/ferry", artifact.repository());
    assertNull(artifact.change());
  }

  @Test
  void aPackageOfAChangeNamesTheChangeByItsKey() {
    String packaged =
        CdEvent.of(
            "artifact.packaged",
            IMAGE,
            TEN,
            "{\"change\": {\"id\": \"12\", \"source\": \"https://git.example/acme/ferry\"}}");
    assertEquals("git.example/acme/ferry#change/12", said.fact(Artifact.class, packaged).change());
  }

  @Test
  void aChainLeadsFromTheDeploymentToTheMergedChange() {
    String chain = ", \"chainId\": \"4c8cb7dd-3448-41de-8768-eec704e2829b\"";
    String merged = CdEvent.of("change.merged", COMMIT, TEN, "{%s}".formatted(REPOSITORY), chain);
    String deployed =
        CdEvent.of(
            "service.deployed",
            "ferry",
            ELEVEN,
            "{\"environment\": {\"id\": \"production\"}, \"artifactId\": \"%s\"}".formatted(IMAGE),
            chain);
    Artifact ofChain = said.fact(Artifact.class, merged);
    assertEquals(COMMIT, ofChain.revision());
    Artifact ofPackage = said.fact(Artifact.class, deployed);
    assertEquals(ofChain.key(), ofPackage.chain());
    assertEquals(said.fact(Deployment.class, deployed).revision(), ofPackage.key());
  }

  @Test
  void whatIsGoneBackToIsNotOfTheChainThatGoesBack() {
    String back =
        CdEvent.of(
            "service.rolledback",
            "ferry",
            ELEVEN,
            "{\"environment\": {\"id\": \"production\"}, \"artifactId\": \"%s\"}".formatted(IMAGE),
            ", \"chainId\": \"c-2\"");
    assertEquals(1, said.facts(back).size());
  }

  @Test
  void aChangeIsKnownFromAllThatHappensToIt() {
    String content = "{%s, \"description\": \"Ring the bell\\nat noon\"}".formatted(REPOSITORY);
    Map<String, Fact> known =
        Merging.known(
            List.of(
                CdEvent.of("change.created", "12", TEN, content),
                CdEvent.of("change.updated", "12", "2026-04-30T10:20:00Z", content),
                CdEvent.of("change.reviewed", "12", "2026-04-30T10:40:00Z", content),
                CdEvent.of("change.merged", "12", ELEVEN, content)),
            said::facts);
    assertEquals(2, known.size());
    ChangeRequest change =
        (ChangeRequest)
            Objects.requireNonNull(known.get("ChangeRequest git.example/acme/ferry#change/12"));
    assertEquals("git.example/acme/ferry", change.repository());
    assertEquals(12, change.number());
    assertEquals("Ring the bell", change.title());
    assertEquals(AT_TEN, change.openedAt());
    assertEquals(AT_TEN, change.readyAt());
    assertEquals(Instant.parse("2026-04-30T10:40:00Z"), change.firstReviewAt());
    assertEquals(AT_ELEVEN, change.mergedAt());
    Review review = (Review) known.values().stream().skip(1).findFirst().orElseThrow();
    assertEquals(change.key(), review.change());
  }

  @Test
  void anAbandonedChangeIsClosedAndNotMerged() {
    ChangeRequest change =
        said.fact(ChangeRequest.class, CdEvent.of("change.abandoned", "work/bell", ELEVEN, "{}"));
    assertEquals(AT_ELEVEN, change.closedAt());
    assertNull(change.mergedAt());
    assertEquals("cdevents#change//ci/north/work/bell", change.key());
    assertNull(change.repository());
  }

  @Test
  void aRunIsOneBuildInWhateverOrderItIsTold() {
    String content = "{\"pipelineName\": \"deck\", \"uri\": \"https://ci.example/7\"%s}";
    Map<String, Fact> known =
        Merging.known(
            List.of(
                CdEvent.of(
                    "pipelinerun.queued", "7", "2026-04-30T09:50:00Z", content.formatted("")),
                CdEvent.of("pipelinerun.started", "7", TEN, content.formatted("")),
                CdEvent.of(
                    "pipelinerun.finished",
                    "7",
                    ELEVEN,
                    content.formatted(", \"outcome\": \"failure\", \"errors\": \"leak\""))),
            said::facts);
    Build build = (Build) Objects.requireNonNull(known.get("Build cdevents#run//ci/north/7"));
    assertEquals(AT_TEN, build.startedAt());
    assertEquals(AT_ELEVEN, build.finishedAt());
    assertEquals(Outcome.FAILURE, build.outcome());
    assertEquals("deck", build.name());
    assertNull(build.job());
  }

  @Test
  void aRunOnGithubIsTheSameBuildAsItsWebhooksTell() {
    String content =
        "{\"pipelineName\": \"deck\","
            + " \"uri\": \"https://github.com/Acme/Ferry/actions/runs/99/attempts/2\"}";
    Build build = said.fact(Build.class, CdEvent.of("pipelinerun.started", "x", TEN, content));
    assertEquals("github.com/acme/ferry#run/99/2", build.key());
    assertEquals("github.com/acme/ferry", build.repository());
    assertEquals(2, build.attempt());
  }

  @ParameterizedTest
  @CsvSource({
    "success, SUCCESS",
    "failure, FAILURE",
    "error, FAILURE",
    "cancel, CANCELLED",
    "pass, SUCCESS"
  })
  void aTaskEndsAsItSays(String outcome, Outcome expected) {
    Build build =
        said.fact(
            Build.class,
            CdEvent.of(
                "taskrun.finished",
                "t1",
                TEN,
                "{\"taskName\": \"caulk\", \"outcome\": \"%s\"}".formatted(outcome)));
    assertEquals(expected, build.outcome());
    assertEquals("caulk", build.job());
  }

  @Test
  void anIncidentMayEndBeforeItIsKnownToHaveBegun() {
    String content =
        "{\"description\": \"%s\", \"environment\": {\"id\": \"production\"},"
            + " \"service\": {\"id\": \"ferry\"}}";
    List<String> events =
        List.of(
            CdEvent.of("incident.resolved", "i7", ELEVEN, content.formatted("all dry")),
            CdEvent.of("incident.detected", "i7", TEN, content.formatted("Water in the hold")),
            CdEvent.of(
                "incident.reported",
                "i7",
                "2026-04-30T12:00:00Z",
                "{\"environment\": {\"id\": \"production\"}, \"ticketURI\": \"https://t.example/7\"}"));
    Incident incident = (Incident) Merging.known(events, said::facts).values().iterator().next();
    assertEquals(AT_TEN, incident.detectedAt());
    assertEquals(AT_ELEVEN, incident.resolvedAt());
    assertEquals("Water in the hold", incident.title());
    assertEquals("ferry", incident.service());
    assertEquals(false, incident.open());
    assertEquals("https://t.example/7", incident.url());
  }

  @Test
  void anIncidentOfOneMomentIsOver() {
    Incident incident =
        (Incident)
            Merging.known(
                    List.of(
                        CdEvent.of("incident.detected", "i8", TEN, "{}"),
                        CdEvent.of("incident.resolved", "i8", TEN, "{}")),
                    said::facts)
                .values()
                .iterator()
                .next();
    assertEquals(AT_TEN, incident.resolvedAt());
  }

  @Test
  void aLinkNamesTheDeploymentThatCausedAnIncident() {
    String deployed = deployed("deployed", TEN, IMAGE);
    String link =
        ", \"links\": [{\"linkType\": \"PATH\", \"from\": {\"contextId\": \"other\"}},"
            + " {\"linkType\": \"RELATION\", \"linkKind\": \"TRIGGER\","
            + " \"target\": {\"contextId\": \"%s\"}}]"
                .formatted(CdEvent.id("service.deployed", "service/ferry", TEN));
    Incident incident =
        said.fact(Incident.class, CdEvent.of("incident.detected", "i9", ELEVEN, "{}", link));
    assertEquals(said.fact(Deployment.class, deployed).key(), incident.causedBy());
    String over = CdEvent.of("incident.resolved", "i9", ELEVEN, "{}", link);
    assertNull(said.fact(Incident.class, over).causedBy(), "the mending is not the cause");
  }

  @ParameterizedTest
  @CsvSource({"success, PASSED", "pass, PASSED", "failure, FAILED", "error, FAILED"})
  void aTestEndsAsItSays(String outcome, TestCase.Result expected) {
    TestCase test =
        said.fact(
            TestCase.class,
            CdEvent.of(
                "testcaserun.finished",
                "run-1",
                TEN,
                """
                {"outcome": "%s", "testCase": {"id": "92", "name": "Bell rings"},
                 "testSuiteRun": {"id": "suite-run-5"}}
                """
                    .formatted(outcome)));
    assertEquals(expected, test.result());
    assertEquals("Bell rings", test.name());
    assertEquals("suite-run-5", test.run());
  }

  @Test
  void aTestThatWasSkippedOrStopped() {
    String skipped = CdEvent.of("testcaserun.skipped", "r", TEN, "{\"testCase\": {\"id\": \"9\"}}");
    assertEquals(TestCase.Result.SKIPPED, said.fact(TestCase.class, skipped).result());
    said.ignored(CdEvent.of("testcaserun.finished", "r", TEN, "{\"outcome\": \"cancel\"}"));
  }

  /** Until 0.4 the version stood in {@code version}, and subjects had a type. */
  @ParameterizedTest
  @ValueSource(strings = {"0.3.0", "0.4.1", "0.5.0", "0.5.1", "0.6.0-draft"})
  void theseVersionsAreRead(String version) {
    String event = deployed("deployed", TEN, IMAGE).replace("0.5.1", version);
    Deployment deployment = said.fact(Deployment.class, event);
    String old =
        event
            .replace("specversion", "version")
            .replace("\"content\"", "\"type\": \"service\", \"content\"");
    assertEquals(deployment, said.fact(Deployment.class, old));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "specversion": "0.5.1" | "specversion": "0.7.0" | context.specversion is a version that is not read: 0.7.0.
          "specversion": "0.5.1", | | context.specversion is missing.
          "timestamp": "2026-04-30T10:00:00Z" | "timestamp": "yesterday" | context.timestamp is “yesterday”, which is no time.
          "timestamp": "2026-04-30T10:00:00Z" | "timestamp": "2026-05-09T10:00:00Z" | context.timestamp is 2026-05-09T10:00:00Z, which is more than a day to come.
          "timestamp": "2026-04-30T10:00:00Z" | "timestamp": "0001-01-01T00:00:00Z" | context.timestamp is 0001-01-01T00:00:00Z, which is before 1990.
          "environment": {"id": "production"} | "environment": "production" | subject.content.environment is no object.
          "environment": {"id": "production"}, | | subject.content.environment is missing.
          "id": "service/ferry" | "id": ["a"] | subject.id is no text.
          "id": "service/ferry", | | subject.id is missing.
          dev.cdevents.service.deployed.0.3.0 | dev.cdevents.service | context.type is “dev.cdevents.service”, which is no type of CDEvents.
          """)
  void aFaultIsNamedByItsPlace(String right, String wrong, String says) {
    Malformed trouble =
        said.malformed(deployed("deployed", TEN, IMAGE).replace(right, wrong == null ? "" : wrong));
    assertEquals(says, trouble.getMessage());
    assertTrue(trouble.mend().startsWith("Send "), trouble.mend());
  }

  @Test
  void kindsOfOnesOwnAreIgnored() {
    String own =
        CdEvent.of("service.deployed", "x", TEN, "{}")
            .replace("dev.cdevents.", "dev.cdeventsx.acme-");
    assertTrue(said.ignored(own).contains("dev.cdeventsx.acme-service.deployed"));
  }
}
