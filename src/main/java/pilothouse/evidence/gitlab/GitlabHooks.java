package pilothouse.evidence.gitlab;

import static pilothouse.evidence.wire.Credentials.digest;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.forge.Home;
import pilothouse.evidence.forge.IncidentLabels;
import pilothouse.evidence.forge.Payload;
import pilothouse.evidence.inbox.Delivery;
import pilothouse.evidence.inbox.Parsed;
import pilothouse.evidence.inbox.Proof;
import pilothouse.evidence.inbox.Source;
import pilothouse.text.Texts;

/** GitLab's webhooks, of projects and of groups. */
public final class GitlabHooks implements Source {
  private final Incidents incidents;

  private GitlabHooks(IncidentLabels labels) {
    this.incidents = new Incidents(labels);
  }

  /** The source with the usual labels of incidents. */
  public static Source source() {
    return source(IncidentLabels.usual());
  }

  /** The source, told which labels make an issue an incident. */
  public static Source source(IncidentLabels labels) {
    return new GitlabHooks(labels);
  }

  @Override
  public String name() {
    return "gitlab";
  }

  @Override
  public String title() {
    return Texts.say("intake.source.gitlab");
  }

  /** None: what kind of event it is stands in the body too. */
  @Override
  public Set<String> headers() {
    return Set.of();
  }

  @Override
  public boolean isProven(Map<String, String> headers, byte[] body, String secret) {
    return !secret.isEmpty() && Proof.isSame(headers.get("x-gitlab-token"), secret);
  }

  /**
   * The key that stays the same when a delivery is sent again. Older servers send only the event's
   * id, which deliveries that a delivery set off share with it; so the body counts as well.
   */
  @Override
  public @Nullable String idOf(Map<String, String> headers, byte[] body) {
    String key = headers.get("idempotency-key");
    String event = headers.get("x-gitlab-event-uuid");
    return key != null || event == null ? key : event + ":" + digest(body);
  }

  @Override
  public boolean answersAtOnce() {
    return false;
  }

  @Override
  public Parsed parse(Delivery delivery) {
    Payload body = Payload.commented(delivery.body());
    String kind = body.text("object_kind");
    if (kind == null) {
      kind = body.needed("event_name");
    }
    Reading reading = reading(kind);
    return reading == null
        ? new Parsed.Ignored(Texts.kept("kept.github-hooks.the-event-is-not-read", kind))
        : reading.of(body, home(body), delivery.receivedAt());
  }

  /** Understands one kind of event. */
  @FunctionalInterface
  private interface Reading {
    Parsed of(Payload body, Home home, Instant heard);
  }

  private @Nullable Reading reading(String kind) {
    return switch (kind) {
      case "push" -> Pushed::parse;
      case "merge_request" -> Changes::parse;
      case "note" -> Notes::parse;
      case "pipeline" -> Pipelines::parse;
      case "build" -> Pipelines::parseJob;
      case "deployment" -> Deployments::parse;
      case "issue", "work_item" -> incidents::parse;
      case "tag_push", "release" ->
          (body, home, heard) ->
              new Parsed.Ignored(Texts.kept("kept.github-hooks.releases-are-read-from-the"));
      default -> null;
    };
  }

  /** The project that it happened in; jobs of old servers name it in another place. */
  private static Home home(Payload body) {
    Payload project = body.at("project");
    return project.isObject() && project.text("web_url") != null
        ? Home.of(project, "web_url", "path_with_namespace")
        : Home.of(body.object("repository"), "homepage", "path_with_namespace");
  }
}
