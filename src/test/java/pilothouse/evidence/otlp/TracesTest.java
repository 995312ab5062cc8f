package pilothouse.evidence.otlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilothouse.evidence.Said;
import pilothouse.evidence.facts.Build;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Merging;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.inbox.Malformed;
import pilothouse.evidence.inbox.Parsed;

class TracesTest {
  private static final Instant TEN = Instant.parse("2026-04-30T10:00:00.250Z");
  private static final Instant ELEVEN = Instant.parse("2026-04-30T11:00:00Z");
  private static final String COMMIT = "9d59409acf479dfa0df1aa568182e43e43df8bbe";
  private final Traces source = new Traces();
  private final Said said = Said.to(source);

  private static String attributes(String... keysAndValues) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      all.add(
          "{\"key\": \"%s\", \"value\": {\"stringValue\": \"%s\"}}"
              .formatted(keysAndValues[i], keysAndValues[i + 1]));
    }
    return "[" + String.join(",", all) + "]";
  }

  private static String span(int kind, String... keysAndValues) {
    return """
    {"traceId": "5b8efff798038103d269b633813fc60c", "spanId": "eee19b7ec3c1b174",
     "name": "RUN deck", "kind": %d, "startTimeUnixNano": "1777543200250999999",
     "endTimeUnixNano": "1777546800000000000", "attributes": %s, "status": {}}
    """
        .formatted(kind, attributes(keysAndValues));
  }

  private static String export(String resource, String... spans) {
    return """
    {"resourceSpans": [{"resource": {"attributes": %s},
      "scopeSpans": [{"scope": {"name": "ci"}, "spans": [%s]}]}]}
    """
        .formatted(resource, String.join(",", spans));
  }

  private static String repository() {
    return attributes(
        "service.name", "jenkins",
        "cicd.pipeline.name", "deck",
        "cicd.pipeline.run.id", "120912",
        "vcs.repository.url.full", "https://git.example/Acme/Ferry",
        "vcs.ref.head.name", "main",
        "vcs.ref.head.revision", COMMIT);
  }

  @Test
  void aPipelinesRunIsABuild() {
    Build build =
        said.fact(
            Build.class,
            export(
                repository(),
                span(
                    2,
                    "cicd.pipeline.result",
                    "success",
                    "cicd.pipeline.run.url.full",
                    "https://ci.example/run/120912")));
    assertEquals("otlp#run/deck/120912", build.key());
    assertEquals("git.example/acme/ferry", build.repository());
    assertEquals(COMMIT, build.revision());
    assertEquals("main", build.branch());
    assertEquals("deck", build.name());
    assertNull(build.job());
    assertEquals(TEN, build.startedAt());
    assertEquals(ELEVEN, build.finishedAt());
    assertEquals(Outcome.SUCCESS, build.outcome());
    assertEquals("https://ci.example/run/120912", build.url());
  }

  @Test
  void aTaskIsTheJobOfItsOwnRun() {
    String[] task = {
      "cicd.pipeline.task.name", "caulk",
      "cicd.pipeline.task.run.id", "7",
      "cicd.pipeline.task.run.url.full", "https://ci.example/run/120912/7",
      "cicd.pipeline.task.run.result", "timeout"
    };
    Build build = said.fact(Build.class, export(repository(), span(1, task)));
    assertEquals("otlp#run/deck/120912/job/7", build.key());
    assertEquals("caulk", build.job());
    assertEquals(Outcome.FAILURE, build.outcome());
    String next = repository().replace("120912", "120913");
    assertEquals(
        "otlp#run/deck/120913/job/7", said.fact(Build.class, export(next, span(1, task))).key());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          https://github.com/Acme/Ferry/actions/runs/99/attempts/2, github.com/acme/ferry#run/99/2, 2
          https://github.com/acme/ferry/actions/runs/99?pr=7, github.com/acme/ferry#run/99/1, 1
          https://gitlab.example:8443/acme/sea/ferry/-/pipelines/5, gitlab.example:8443/acme/sea/ferry#run/5/1, 1
          """)
  void aRunOnAForgeIsTheSameBuildAsItsWebhooksTell(String url, String key, int attempt) {
    Build build =
        said.fact(
            Build.class,
            export(
                "[]",
                span(2, "cicd.pipeline.result", "failure", "cicd.pipeline.run.url.full", url)));
    assertEquals(key, build.key());
    assertEquals(attempt, build.attempt());
    assertEquals(key.substring(0, key.indexOf('#')), build.repository());
  }

  @Test
  void aJobOnAForgeIsTheSameBuildAsItsWebhooksTell() {
    Build build =
        said.fact(
            Build.class,
            export(
                repository(),
                span(
                    1,
                    "cicd.pipeline.task.name",
                    "caulk",
                    "cicd.pipeline.task.run.url.full",
                    "https://github.com/acme/ferry/actions/runs/99/job/26?pr=1")));
    assertEquals("github.com/acme/ferry#job/26", build.key());
  }

  @ParameterizedTest
  @CsvSource({
    "success, SUCCESS",
    "failure, FAILURE",
    "error, FAILURE",
    "timeout, FAILURE",
    "cancellation, CANCELLED",
    "skip, CANCELLED",
    "novel,"
  })
  void aRunEndsAsItSays(String result, @Nullable Outcome expected) {
    String run = span(2, "cicd.pipeline.result", result);
    assertEquals(expected, said.fact(Build.class, export(repository(), run)).outcome());
  }

  @Test
  void theStatusCountsWhereNoResultIsSaid() {
    String run = span(2, "cicd.pipeline.run.id", "8");
    String failed = run.replace("\"status\": {}", "\"status\": {\"code\": 2}");
    assertEquals(Outcome.FAILURE, said.fact(Build.class, export(repository(), failed)).outcome());
    assertNull(said.fact(Build.class, export(repository(), run)).outcome());
  }

  @Test
  void theRunMayBeDescribedByItsResourceAlone() {
    assertEquals(
        "otlp#run/deck/120912", said.fact(Build.class, export(repository(), span(2))).key());
    assertEquals("Spans of no pipeline", said.ignored(export(repository(), span(1))));
  }

  @Test
  void aTaskThatDeploysIsADeploymentAndABuild() {
    String[] task = {
      "cicd.pipeline.task.name", "launch",
      "cicd.pipeline.task.run.id", "8",
      "cicd.pipeline.task.type", "deploy",
      "cicd.pipeline.task.run.result", "failure",
      "deployment.environment.name", "production"
    };
    String export = export(repository(), span(1, task));
    assertEquals(2, said.facts(export).size());
    Deployment deployment = said.fact(Deployment.class, export);
    assertEquals("production", deployment.environment());
    assertNull(deployment.service(), "what sends the trace is not what was deployed");
    assertEquals("git.example/acme/ferry", deployment.repository());
    assertEquals(COMMIT, deployment.revision());
    assertEquals(Outcome.FAILURE, deployment.outcome());
    assertEquals(TEN, deployment.startedAt());
    assertEquals(ELEVEN, deployment.finishedAt());
  }

  @Test
  void aDeploymentMayNameItselfAndItsService() {
    String span =
        span(
            1,
            "deployment.id",
            "1208",
            "deployment.status",
            "succeeded",
            "service.name",
            "ferry",
            "deployment.environment.name",
            "production");
    List<Fact> facts = said.facts(export(repository(), span));
    assertEquals(1, facts.size(), "the pipeline is told by its own span");
    Deployment deployment = (Deployment) facts.getFirst();
    assertEquals("otlp#deployment/ferry/1208", deployment.key());
    assertEquals("ferry", deployment.service());
    assertEquals(Outcome.SUCCESS, deployment.outcome());
  }

  /** Only where nothing but the forge can have counted so. */
  @ParameterizedTest
  @CsvSource({
    "1208, , git.example/acme/ferry#deployment/1208",
    "1208, ferry, otlp#deployment/ferry/1208",
    "v7, , otlp#deployment/v7",
    "https://api.github.com/repos/Acme/Ferry/deployments/12, ferry, github.com/acme/ferry#deployment/12",
    "https://git.example/api/v3/repos/Acme/Ferry/deployments/12, , git.example/acme/ferry#deployment/12"
  })
  void aDeploymentIsTheSameAsTheForgeTellsWhereThatIsSure(
      String id, @Nullable String service, String key) {
    String[] attributes = {
      "deployment.id",
      id,
      "deployment.status",
      "succeeded",
      "deployment.environment.name",
      "live",
      service == null ? "x" : "service.name",
      service == null ? "y" : service
    };
    String export = export(repository(), span(1, attributes));
    assertEquals(key, said.fact(Deployment.class, export).key());
  }

  @Test
  void aDeploymentToNowhereIsNone() {
    assertEquals(
        "Spans of a deployment that name no environment",
        said.ignored(export("[]", span(1, "deployment.id", "1"))));
  }

  @Test
  void orderAndRepetitionDoNotMatter() {
    String run = span(2, "cicd.pipeline.result", "success");
    String task = span(1, "cicd.pipeline.task.name", "caulk", "cicd.pipeline.task.run.id", "7");
    assertEquals(
        2,
        Merging.known(
                List.of(
                    export(repository(), run),
                    export(repository(), task),
                    export(repository(), task, run)),
                said::facts)
            .size());
  }

  @Test
  void theGoodIsKeptAndTheRestIsCounted() {
    String run = span(2, "cicd.pipeline.result", "success");
    String bad = run.replace("\"1777543200250999999\"", "\"soon\"");
    String other = span(1, "http.method", "GET");
    String export = export(repository(), other, bad, run, other);
    Parsed parsed = said.parsed(export);
    Parsed.Left left = said.left(export);
    assertEquals(2, left.ignored());
    assertEquals(1, left.refused());
    @SuppressWarnings("unchecked")
    Map<String, Object> partial =
        (Map<String, Object>)
            Objects.requireNonNull(
                Objects.requireNonNull(source.reply(parsed)).get("partialSuccess"));
    assertEquals("1", partial.get("rejectedSpans"));
    assertTrue(
        String.valueOf(partial.get("errorMessage"))
            .contains("startTimeUnixNano is no time in nanoseconds since 1970."),
        partial::toString);
    assertEquals(Map.of(), source.reply(said.parsed(export(repository(), run))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [] | The body is no export of traces.
          {"resourceSpans": {}} | resourceSpans is no list.
          {"resourceSpans": [{"scopeSpans": [{"spans": [{"attributes": [{"key": "cicd.pipeline.run.id", "value": {"stringValue": "1"}}]}]}]}]} | resourceSpans[0].scopeSpans[0].spans[0].traceId is missing.
          """)
  void aFaultIsNamed(String body, String says) {
    assertEquals(says, said.malformed(body).getMessage());
  }

  @Test
  void aTimeToComeIsRefused() {
    String run = span(2, "cicd.pipeline.result", "success");
    String late = run.replace("1777546800000000000", "1999999999000000000");
    assertEquals(
        "resourceSpans[0].scopeSpans[0].spans[0].endTimeUnixNano is 2033-05-18T03:33:19Z, which is more than a day to come.",
        said.malformed(export("[]", late)).getMessage());
  }

  @Test
  void otherSignalsAreIgnoredAndProtobufIsToldHowToBecomeJson() {
    assertTrue(said.ignored("{\"resourceMetrics\": []}").contains("only traces"));
    assertEquals("An export of no spans", said.ignored("{}"));
    Said protobuf = said.with(Map.of("content-type", "application/x-protobuf"));
    Malformed trouble = assertThrows(Malformed.class, () -> protobuf.parsed("\n"));
    assertTrue(trouble.mend().contains("http/json"), trouble.mend());
  }
}
