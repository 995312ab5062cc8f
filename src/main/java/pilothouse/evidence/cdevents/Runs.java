package pilothouse.evidence.cdevents;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Build;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.inbox.Parsed;
import pilothouse.evidence.wire.Json;
import pilothouse.evidence.wire.RepositoryName;

/** Runs of pipelines and of the tasks in them. Their commit CDEvents do not say. */
final class Runs {
  private Runs() {}

  static Parsed run(Event event) {
    return Parsed.of(build(event, "run", event.content().text("pipelineName"), null));
  }

  static Parsed task(Event event) {
    String task = event.content().text("taskName");
    return Parsed.of(build(event, "job", null, task == null ? event.subject() : task));
  }

  private static Build build(
      Event event, String what, @Nullable String name, @Nullable String job) {
    String url = url(event.content());
    RepositoryName.Run run = RepositoryName.run(url);
    Naming naming = Naming.of(event, url);
    boolean begins = event.kind().endsWith(".started");
    boolean ends = event.kind().endsWith(".finished");
    return new Build(
        run == null ? event.key(what) : run.key(),
        event.at(),
        naming.called(),
        naming.repository(),
        null,
        null,
        name,
        job,
        run == null ? null : run.attempt(),
        begins ? event.at() : null,
        ends ? event.at() : null,
        begins ? Outcome.RUNNING : ends ? outcome(event.content()) : null,
        url);
  }

  /** Until 0.4 the address was called url. */
  private static @Nullable String url(Json content) {
    String uri = content.text("uri");
    return uri == null ? content.text("url") : uri;
  }

  private static @Nullable Outcome outcome(Json content) {
    String outcome = content.text("outcome");
    if (outcome == null) {
      return null;
    }
    return switch (outcome.strip().toLowerCase(Locale.ROOT)) {
      case "success", "succeeded", "pass", "passed" -> Outcome.SUCCESS;
      case "failure", "failed", "fail", "error" -> Outcome.FAILURE;
      case "cancel", "cancelled", "canceled" -> Outcome.CANCELLED;
      default ->
          throw Json.wrong(
              content.at("outcome"),
              "is “%s”, which is no outcome".formatted(outcome),
              "Send success, failure, cancel or error as %s.");
    };
  }
}
