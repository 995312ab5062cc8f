package pilothouse.evidence.github;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.forge.Home;
import pilothouse.evidence.forge.IncidentLabels;
import pilothouse.evidence.forge.Payload;
import pilothouse.evidence.inbox.Delivery;
import pilothouse.evidence.inbox.Malformed;
import pilothouse.evidence.inbox.Parsed;
import pilothouse.evidence.inbox.Proof;
import pilothouse.evidence.inbox.Source;
import pilothouse.text.Texts;

/** GitHub's webhooks, of github.com and of servers of one's own. */
public final class GithubHooks implements Source {
  private static final String EVENT = "x-github-event";

  private static final String SIGNED = "sha256=";

  /** What comes before the JSON where a webhook is set to send forms, which is GitHub's usual. */
  private static final String FORM = "payload=";

  private final Issues issues;

  private GithubHooks(IncidentLabels incidents) {
    this.issues = new Issues(incidents);
  }

  /** The source with the usual labels of incidents. */
  public static Source source() {
    return source(IncidentLabels.usual());
  }

  /** The source, told which labels make an issue an incident. */
  public static Source source(IncidentLabels incidents) {
    return new GithubHooks(incidents);
  }

  @Override
  public String name() {
    return "github";
  }

  @Override
  public String title() {
    return Texts.say("intake.source.github");
  }

  @Override
  public Set<String> headers() {
    return Set.of(EVENT);
  }

  @Override
  public boolean isProven(Map<String, String> headers, byte[] body, String secret) {
    String signature = headers.getOrDefault("x-hub-signature-256", "");
    return !secret.isEmpty()
        && signature.startsWith(SIGNED)
        && Proof.isHmac(signature.substring(SIGNED.length()), body, secret);
  }

  @Override
  public @Nullable String idOf(Map<String, String> headers, byte[] body) {
    return headers.get("x-github-delivery");
  }

  @Override
  public boolean answersAtOnce() {
    return false;
  }

  @Override
  public Parsed parse(Delivery delivery) {
    String event =
        delivery
            .header(EVENT)
            .orElseThrow(() ->
                new Malformed(
                    Texts.kept("kept.github-hooks.the-header-x-github-event"),
                    Texts.kept("kept.github-hooks.send-what-github-sends-with")));
    if (event.equals("ping")) {
      return new Parsed.Ignored(Texts.kept("kept.github-hooks.a-ping-the-webhook-is"));
    }
    Reading reading = reading(event);
    if (reading == null) {
      return new Parsed.Ignored(Texts.kept("kept.github-hooks.the-event-is-not-read", event));
    }
    Payload body = Payload.read(json(delivery.body()));
    String action = body.text("action");
    Home home = home(body.object("repository"));
    return reading.of(body, action == null ? "" : action, home, delivery.receivedAt());
  }

  /** Understands one kind of event. */
  @FunctionalInterface
  private interface Reading {
    Parsed of(Payload body, String action, Home home, Instant heard);
  }

  private @Nullable Reading reading(String event) {
    return switch (event) {
      case "push" -> (body, action, home, heard) -> Pushed.parse(body, home, heard);
      case "pull_request" -> Changes::parse;
      case "pull_request_review" -> Changes::parseReview;
      case "check_suite" -> Runs::parseSuite;
      case "check_run" -> Runs::parseCheck;
      case "workflow_run" -> Runs::parseRun;
      case "workflow_job" -> Runs::parseJob;
      case "deployment" -> Deployments::parse;
      case "deployment_status" -> Deployments::parseStatus;
      case "issues" -> issues::parse;
      case "release", "create", "delete" ->
          (body, action, home, heard) ->
              new Parsed.Ignored(Texts.kept("kept.github-hooks.releases-are-read-from-the"));
      default -> null;
    };
  }

  static Home home(Payload repository) {
    return Home.of(repository, "html_url", "full_name");
  }

  private static byte[] json(byte[] body) {
    String start =
        new String(body, 0, Math.min(body.length, FORM.length()), StandardCharsets.UTF_8);
    if (!start.equals(FORM)) {
      return body;
    }
    try {
      String form = new String(body, StandardCharsets.UTF_8).substring(FORM.length());
      return URLDecoder.decode(form, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Malformed(
          Texts.kept("kept.github-hooks.the-form-that-github-sends", e.getMessage()),
          Texts.kept("kept.github-hooks.set-the-webhook-content-type"));
    }
  }
}
