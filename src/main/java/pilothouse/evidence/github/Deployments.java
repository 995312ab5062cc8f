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

/** Deployments and what became of them. */
final class Deployments {
  private Deployments() {}

  static Parsed parse(Payload body, String action, Home home, Instant heard) {
    if (!action.isEmpty() && !action.equals("created")) {
      return new Parsed.Ignored("deployment with the action “" + action + "” is not read.");
    }
    Payload deployment = body.object("deployment");
    Instant said = deployment.firstTime("updated_at", "created_at");
    return Parsed.of(told(deployment, null, said == null ? heard : said, home));
  }

  static Parsed parseStatus(Payload body, String action, Home home, Instant heard) {
    if (!action.isEmpty() && !action.equals("created")) {
      return new Parsed.Ignored("deployment_status with the action “" + action + "” is not read.");
    }
    Payload status = body.object("deployment_status");
    Instant said = status.firstTime("updated_at", "created_at");
    return Parsed.of(told(body.object("deployment"), status, said == null ? heard : said, home));
  }

  /** A deployment as one of its statuses tells it, or as it was asked for. */
  static Deployment told(Payload deployment, @Nullable Payload status, Instant saidAt, Home home) {
    String sha = deployment.text("sha");
    String ref = deployment.text("ref");
    String named = status == null ? null : status.text("environment");
    String environment = named == null ? deployment.text("environment") : named;
    Outcome outcome = status == null ? null : outcome(status.text("state"));
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
        status != null && outcome != null && outcome.isOver()
            ? status.firstTime("created_at", "updated_at")
            : null,
        outcome,
        said.anyYes("unplanned"),
        status == null ? null : link(status));
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

  /** How it went; null where the state says nothing of that, as {@code inactive} does. */
  static @Nullable Outcome outcome(@Nullable String state) {
    return switch (state == null ? "" : state) {
      case "success" -> Outcome.SUCCESS;
      case "failure", "error" -> Outcome.FAILURE;
      case "pending", "queued", "waiting", "in_progress" -> Outcome.RUNNING;
      default -> null;
    };
  }

  private static @Nullable String link(Payload status) {
    String log = status.link("log_url");
    return log == null ? status.link("target_url") : log;
  }
}
