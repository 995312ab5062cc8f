package pilothouse.evidence.gitlab;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.forge.Home;
import pilothouse.evidence.forge.Payload;
import pilothouse.evidence.inbox.Parsed;

/** Deployments, as webhooks write them and as the API lists them. */
final class Deployments {
  private Deployments() {}

  static Parsed parse(Payload body, Home home, Instant heard) {
    Outcome outcome = outcome(body.needed("status"));
    Instant changed = body.time("status_changed_at");
    Instant at = changed == null ? heard : changed;
    return Parsed.of(
        new Deployment(
            home.key("deployment", body.id("deployment_id")),
            at,
            null,
            home.name(),
            revision(body),
            body.text("ref"),
            body.text("environment"),
            production(body.text("environment_tier")),
            outcome == Outcome.RUNNING ? at : null,
            outcome.isOver() ? at : null,
            outcome,
            null,
            body.link("deployable_url")));
  }

  /** The whole id of the commit, which stands only in its address, or else the short one. */
  private static @Nullable String revision(Payload body) {
    String brief = body.text("short_sha");
    String address = body.text("commit_url");
    String last = address == null ? "" : address.replaceFirst("^.*/", "");
    boolean isWhole = last.matches("[0-9a-f]{40}|[0-9a-f]{64}");
    return isWhole && (brief == null || last.startsWith(brief)) ? last : brief;
  }

  /** A deployment as the API lists it. */
  static Deployment listed(Payload deployment, Home home, Instant heard) {
    Outcome outcome = outcome(deployment.needed("status"));
    Instant updated = deployment.time("updated_at");
    Payload job = deployment.at("deployable");
    Instant ended = job.time("finished_at");
    Payload environment = deployment.at("environment");
    return new Deployment(
        home.key("deployment", deployment.id("id")),
        updated == null ? heard : updated,
        null,
        home.name(),
        deployment.text("sha"),
        deployment.text("ref"),
        environment.text("name"),
        production(environment.text("tier")),
        started(deployment, job),
        outcome.isOver() ? (ended == null ? updated : ended) : null,
        outcome,
        null,
        job.link("web_url"));
  }

  /** When its job began, or when it was told of where no job of GitLab's did it. */
  private static @Nullable Instant started(Payload deployment, Payload job) {
    Instant began = job.time("started_at");
    return began == null ? deployment.time("created_at") : began;
  }

  /** What the environment's tier says; {@code other} is what GitLab says when nobody does. */
  private static @Nullable Boolean production(@Nullable String tier) {
    return switch (tier == null ? "" : tier) {
      case "production" -> true;
      case "staging", "testing", "development" -> false;
      default -> null;
    };
  }

  private static Outcome outcome(String status) {
    return Pipelines.outcome(status);
  }
}
