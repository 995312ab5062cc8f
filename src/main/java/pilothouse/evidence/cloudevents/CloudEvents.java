package pilothouse.evidence.cloudevents;

import java.util.Map;
import java.util.Set;
import pilothouse.evidence.cdevents.CdEvents;
import pilothouse.evidence.inbox.Delivery;
import pilothouse.evidence.inbox.Malformed;
import pilothouse.evidence.inbox.Parsed;
import pilothouse.evidence.inbox.Source;
import pilothouse.evidence.wire.Credentials;
import pilothouse.evidence.wire.Gathered;
import pilothouse.evidence.wire.Json;
import pilothouse.text.Texts;

/**
 * CloudEvents in the three ways of HTTP, and CDEvents without any envelope. CDEvents in them become
 * facts; all others are counted by their type.
 */
public final class CloudEvents implements Source {
  @Override
  public String name() {
    return "cloudevents";
  }

  @Override
  public String title() {
    return Texts.say("intake.source.cloudevents");
  }

  @Override
  public Set<String> headers() {
    return Set.of(
        "content-type", "ce-specversion", "ce-id", "ce-source", "ce-type", "ce-time", "ce-subject");
  }

  /** CloudEvents leave proofs to HTTP: a bearer token, or the password of any name. */
  @Override
  public boolean isProven(Map<String, String> headers, byte[] body, String secret) {
    return Credentials.fit(headers, secret);
  }

  @Override
  public String idOf(Map<String, String> headers, byte[] body) {
    return EventId.of(headers, body);
  }

  @Override
  public boolean answersAtOnce() {
    return false;
  }

  @Override
  public Parsed parse(Delivery delivery) {
    if (delivery.header("ce-specversion").isPresent() || delivery.header("ce-type").isPresent()) {
      return binary(delivery);
    }
    Json document = Json.read(delivery.body(), delivery.receivedAt());
    return document.isList() ? batch(document) : one(document);
  }

  private static Parsed binary(Delivery delivery) {
    checkVersion(delivery.header("ce-specversion").orElse(""), "ce-specversion");
    String type = needed(delivery, "ce-type");
    needed(delivery, "ce-id");
    needed(delivery, "ce-source");
    if (!type.startsWith(CdEvents.PREFIX)) {
      return unknown(type);
    }
    return CdEvents.parse(Json.read(delivery.body(), delivery.receivedAt()));
  }

  private static String needed(Delivery delivery, String header) {
    String value = EventId.decoded(delivery.header(header).orElse(""));
    if (value.isBlank()) {
      throw new Malformed(
          Texts.kept("kept.cloud-events.the-header-is-missing", header),
          Texts.kept("kept.cloud-events.send-as-cloudevents-in-binary", header));
    }
    return value;
  }

  private static Parsed batch(Json events) {
    Gathered gathered = new Gathered();
    for (Json event : events.items()) {
      try {
        gathered.add(one(event));
      } catch (Malformed trouble) {
        gathered.refused(trouble);
      }
    }
    return gathered.parsed("A batch of no events");
  }

  private static Parsed one(Json event) {
    if (!event.isObject()) {
      throw Json.wrong(event, "is no event", "Send a CloudEvent or a CDEvent, in braces.");
    }
    if (CdEvents.isOne(event)) {
      return CdEvents.parse(event);
    }
    checkVersion(event.need("specversion"), "specversion");
    event.need("id");
    event.need("source");
    String type = event.need("type");
    return type.startsWith(CdEvents.PREFIX) ? CdEvents.parse(Data.of(event)) : unknown(type);
  }

  private static void checkVersion(String version, String where) {
    if (!version.strip().matches("1\\.0(\\.\\d+)?")) {
      throw new Malformed(
          Texts.kept("kept.cloud-events.is-which-is-not-read", where, version.strip()),
          Texts.kept("kept.cloud-events.send-cloudevents-with", where));
    }
  }

  private static Parsed unknown(String type) {
    return new Parsed.Ignored(Texts.kept("kept.cloud-events.cloudevents-of-type", type));
  }
}
