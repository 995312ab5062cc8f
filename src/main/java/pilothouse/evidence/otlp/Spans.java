package pilothouse.evidence.otlp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Build;
import pilothouse.evidence.facts.Called;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.inbox.Parsed;
import pilothouse.evidence.wire.Json;
import pilothouse.evidence.wire.RepositoryName;
import pilothouse.text.Texts;

/** What spans tell, by the conventions for CI/CD and deployments, 1.44 and before. */
final class Spans {
  static final String RUN = "cicd.pipeline.run.id";
  static final String RUN_URL = "cicd.pipeline.run.url.full";
  private static final String RESULT = "cicd.pipeline.result";
  static final String TASK = "cicd.pipeline.task.name";
  static final String TASK_RUN = "cicd.pipeline.task.run.id";
  static final String TASK_URL = "cicd.pipeline.task.run.url.full";
  private static final String TASK_RESULT = "cicd.pipeline.task.run.result";
  private static final String TASK_TYPE = "cicd.pipeline.task.type";
  private static final String DEPLOYMENT = "deployment.id";
  private static final String DEPLOYED = "deployment.status";

  private Spans() {}

  static Parsed read(Json json, Map<String, String> around) {
    Map<String, String> own = Attributes.of(json);
    boolean task = own.containsKey(TASK) || own.containsKey(TASK_RUN);
    boolean run = own.containsKey(RESULT) || own.containsKey(RUN);
    boolean deployed = own.containsKey(DEPLOYMENT) || own.containsKey(DEPLOYED);
    if (!task && !run && !deployed && !isRunOf(json, around)) {
      return new Parsed.Ignored(Texts.kept("kept.spans.spans-of-no-pipeline"));
    }
    Span span = Span.of(json, around);
    List<Fact> facts = new ArrayList<>();
    if (task) {
      facts.add(task(span));
    } else if (run || !deployed) {
      facts.add(run(span));
    }
    String environment = span.text("deployment.environment.name", "deployment.environment");
    boolean deploys = deployed || "deploy".equals(own.get(TASK_TYPE));
    if (deploys && environment != null) {
      facts.add(deployment(span, environment, task));
    }
    return facts.isEmpty()
        ? new Parsed.Ignored(Texts.kept("kept.spans.spans-of-a-deployment-that"))
        : new Parsed.Facts(facts);
  }

  /** The run may be described by the resource alone: its own span is the one of kind SERVER. */
  private static boolean isRunOf(Json json, Map<String, String> around) {
    String kind = json.text("kind");
    return around.containsKey(RUN) && ("2".equals(kind) || "SPAN_KIND_SERVER".equals(kind));
  }

  private static Build run(Span span) {
    String url = span.text(RUN_URL);
    RepositoryName.Run run = RepositoryName.run(url);
    return build(span, SpanKeys.run(span), run, null, result(span, span.text(RESULT)), url);
  }

  private static Build task(Span span) {
    String url = span.text(TASK_URL);
    RepositoryName.Run job = RepositoryName.run(url);
    String name = span.text(TASK, TASK_RUN);
    return build(span, SpanKeys.task(span), job, name, result(span, span.text(TASK_RESULT)), url);
  }

  private static Build build(
      Span span,
      String key,
      RepositoryName.@Nullable Run run,
      @Nullable String job,
      @Nullable Outcome outcome,
      @Nullable String url) {
    String named = span.repository();
    String repository = named == null && run != null ? run.repository() : named;
    return new Build(
        key,
        span.end(),
        repository == null ? called(span, job) : null,
        repository,
        span.revision(),
        span.branch(),
        span.text("cicd.pipeline.name"),
        job,
        run == null ? null : run.attempt(),
        span.start(),
        span.end(),
        outcome,
        url);
  }

  /** Where no repository is named: what it is called. The resource's service is what builds. */
  private static @Nullable String called(Span span, @Nullable String task) {
    Map<String, String> labels = new LinkedHashMap<>();
    put(labels, "service", span.own().get("service.name"));
    put(labels, "pipeline", span.text("cicd.pipeline.name"));
    put(labels, "task", labels.containsKey("pipeline") ? null : task);
    put(labels, "sender", span.text("service.name"));
    put(labels, "environment", span.text("deployment.environment.name"));
    String called = Called.of(labels);
    return called.isEmpty() ? null : called;
  }

  private static void put(Map<String, String> labels, String key, @Nullable String value) {
    if (value != null) {
      labels.put(key, value);
    }
  }

  private static Deployment deployment(Span span, String environment, boolean task) {
    String id = span.own().get(DEPLOYMENT);
    String service = service(span);
    String status = span.text(DEPLOYED);
    return new Deployment(
        id == null
            ? (task ? SpanKeys.task(span) : SpanKeys.run(span)) + "/deployment"
            : SpanKeys.deployment(span, id, service),
        span.end(),
        service,
        span.repository(),
        span.revision(),
        span.branch(),
        environment,
        null,
        span.start(),
        span.end(),
        result(span, status == null ? span.text(task ? TASK_RESULT : RESULT) : status),
        null,
        span.text(TASK_URL, RUN_URL));
  }

  /**
   * What was deployed. The resource's service is what sends the trace, mostly the pipeline's own
   * system: it counts only where nothing else says what was deployed.
   */
  private static @Nullable String service(Span span) {
    String own = span.own().get("service.name");
    return own != null || span.repository() != null ? own : span.text("service.name");
  }

  private static @Nullable Outcome result(Span span, @Nullable String result) {
    return switch (result == null ? "" : result.toLowerCase(Locale.ROOT)) {
      case "success", "succeeded" -> Outcome.SUCCESS;
      case "failure", "failed", "error", "timeout" -> Outcome.FAILURE;
      case "cancellation", "cancelled", "skip", "skipped" -> Outcome.CANCELLED;
      default -> status(span.status());
    };
  }

  private static @Nullable Outcome status(@Nullable String code) {
    return switch (code) {
      case "1", "STATUS_CODE_OK" -> Outcome.SUCCESS;
      case "2", "STATUS_CODE_ERROR" -> Outcome.FAILURE;
      case null, default -> null;
    };
  }
}
