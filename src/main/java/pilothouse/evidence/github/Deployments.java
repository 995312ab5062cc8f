package pilothouse.evidence.github;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.forge.Home;
import pilothouse.evidence.forge.Payload;
import pilothouse.evidence.inbox.Malformed;
import pilothouse.evidence.inbox.Parsed;
import pilothouse.text.Texts;

/** Deployments and what became of them. */
final class Deployments {
  private Deployments() {}

  static Parsed parse(Payload body, String action, Home home, Instant heard) {
    if (!action.isEmpty() && !action.equals("created")) {
      return new Parsed.Ignored(
          Texts.kept("kept.deployments.deployment-with-the-action-is", action));
    }
    return Parsed.of(asked(body.object("deployment"), home, heard));
  }

  static Parsed parseStatus(Payload body, String action, Home home, Instant heard) {
    if (!action.isEmpty() && !action.equals("created")) {
      return new Parsed.Ignored(
          Texts.kept("kept.deployments.deployment-status-with-the-action", action));
    }
    Payload status = body.object("deployment_status");
    String log = status.link("log_url");
    Status said =
        new Status(
            status.text("state"),
            status.text("environment"),
            status.time("created_at"),
            status.time("updated_at"),
            log == null ? status.link("target_url") : log);
    return Parsed.of(told(body.object("deployment"), said, home, heard));
  }

  /** What was said of how a deployment goes. */
  record Status(
      @Nullable String state,
      @Nullable String environment,
      @Nullable Instant createdAt,
      @Nullable Instant updatedAt,
      @Nullable String url) {

    /** How it went; null where the state says nothing of that, as {@code inactive} does. */
    @Nullable Outcome outcome() {
      return switch (state == null ? "" : state) {
        case "success" -> Outcome.SUCCESS;
        case "failure", "error" -> Outcome.FAILURE;
        case "pending", "queued", "waiting", "in_progress" -> Outcome.RUNNING;
        default -> null;
      };
    }

    /** The end, where this was one; a status never changes, so its making is the time. */
    @Nullable Instant end() {
      Outcome outcome = outcome();
      boolean isOver = outcome != null && outcome.isOver();
      return !isOver ? null : createdAt == null ? updatedAt : createdAt;
    }
  }

  /** A deployment as it was asked for. */
  static Deployment asked(Payload deployment, Home home, Instant heard) {
    Instant said = deployment.firstTime("created_at", "updated_at");
    Status none = new Status(null, null, null, null, null);
    return of(deployment, none, said == null ? heard : said, home);
  }

  /** A deployment as one of its statuses tells it. */
  static Deployment told(Payload deployment, Status status, Home home, Instant heard) {
    Instant said = status.updatedAt() == null ? status.createdAt() : status.updatedAt();
    return of(deployment, status, said == null ? heard : said, home);
  }

  private static Deployment of(Payload deployment, Status status, Instant saidAt, Home home) {
    String sha = deployment.text("sha");
    String ref = deployment.text("ref");
    String environment =
        status.environment() == null ? deployment.text("environment") : status.environment();
    Payload said = payload(deployment.at("payload"));
    return new Deployment(
        home.key("deployment", deployment.id("id")),
        saidAt,
        said.at("service").ownText(),
        home.name(),
        sha,
        ref == null || ref.equals(sha) ? null : ref,
        environment,
        production(deployment, environment),
        deployment.time("created_at"),
        status.end(),
        status.outcome(),
        said.anyYes("unplanned"),
        status.url());
  }

  /**
   * What GitHub says of it. That it is not production says something only where the name alone
   * would make it so: everywhere else it is what GitHub fills in when nobody says.
   */
  static @Nullable Boolean production(Payload deployment, @Nullable String environment) {
    Boolean said = deployment.yes("production_environment");
    boolean speaks = Boolean.TRUE.equals(said) || "production".equals(environment);
    return speaks ? said : null;
  }

  /** What the people's own workflow put in: an object, or JSON in a text. */
  static Payload payload(Payload payload) {
    String text = payload.ownText();
    if (text == null) {
      return payload;
    }
    try {
      return Payload.read(text.getBytes(StandardCharsets.UTF_8));
    } catch (Malformed plain) {
      return payload;
    }
  }
}
