package pilothouse.evidence.incidents;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.inbox.Delivery;
import pilothouse.evidence.inbox.Malformed;
import pilothouse.evidence.inbox.Parsed;
import pilothouse.evidence.inbox.Proof;
import pilothouse.evidence.inbox.Source;
import pilothouse.evidence.wire.Credentials;
import pilothouse.evidence.wire.Excerpts;
import pilothouse.evidence.wire.Json;
import pilothouse.text.Texts;

/** PagerDuty's webhooks, version 3: each event tells the whole incident as it is then. */
public final class PagerDuty implements Source {
  private static final String SIGNATURE = "x-pagerduty-signature";

  /** More signatures than that are not looked at. */
  private static final int MOST = 8;

  @Override
  public String name() {
    return "pagerduty";
  }

  @Override
  public String title() {
    return Texts.say("intake.source.pagerduty");
  }

  @Override
  public Set<String> headers() {
    return Set.of();
  }

  /** One of several signatures fits: while a secret is changed, there are two. */
  @Override
  public boolean isProven(Map<String, String> headers, byte[] body, String secret) {
    boolean proven = false;
    for (String given : headers.getOrDefault(SIGNATURE, "").split(",", MOST)) {
      String signature = given.strip();
      proven |= signature.startsWith("v1=") && Proof.isHmac(signature.substring(3), body, secret);
    }
    return proven;
  }

  @Override
  public String idOf(Map<String, String> headers, byte[] body) {
    try {
      return Json.readAnytime(body).object("event").need("id");
    } catch (Malformed unreadable) {
      return Credentials.digest(body);
    }
  }

  @Override
  public boolean answersAtOnce() {
    return false;
  }

  @Override
  public Parsed parse(Delivery delivery) {
    Json body = Json.read(delivery.body(), delivery.receivedAt());
    Json event = body.object("event");
    String type = event.need("event_type");
    Json data = event.maybe("data");
    if (!type.startsWith("incident.") || !"incident".equals(data.text("type"))) {
      return new Parsed.Ignored("PagerDuty " + type);
    }
    return Parsed.of(incident(type, event.needTime("occurred_at"), data));
  }

  private static Incident incident(String type, Instant at, Json data) {
    Instant created = data.time("created_at");
    boolean ends = type.equals("incident.resolved");
    return new Incident(
        "pagerduty#incident/" + data.need("id"),
        at,
        data.maybe("service").text("summary"),
        null,
        Excerpts.title(data.text("title")),
        severity(data),
        created == null && type.equals("incident.triggered") ? at : created,
        ends ? at : null,
        ends ? Boolean.FALSE : open(data.text("status")),
        null,
        data.text("html_url"));
  }

  private static @Nullable String severity(Json data) {
    String priority = data.maybe("priority").text("summary");
    return priority == null ? data.text("urgency") : priority;
  }

  private static @Nullable Boolean open(@Nullable String status) {
    return switch (status) {
      case "triggered", "acknowledged" -> true;
      case "resolved" -> false;
      case null, default -> null;
    };
  }
}
