package pilothouse.evidence.otlp;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pilothouse.evidence.inbox.Delivery;
import pilothouse.evidence.inbox.Malformed;
import pilothouse.evidence.inbox.Parsed;
import pilothouse.evidence.inbox.Source;
import pilothouse.evidence.wire.Credentials;
import pilothouse.evidence.wire.Gathered;
import pilothouse.evidence.wire.Json;
import pilothouse.text.Texts;

/**
 * OTLP/HTTP JSON: spans of pipelines and their tasks become builds, those of deployments become
 * deployments; all others are counted.
 */
public final class Traces implements Source {
  private static final String MEND =
      "Send traces as JSON: set OTEL_EXPORTER_OTLP_PROTOCOL to http/json, or in a collector's"
          + " otlphttp exporter encoding to json.";

  @Override
  public String name() {
    return "otlp";
  }

  @Override
  public String title() {
    return Texts.say("intake.source.otlp");
  }

  @Override
  public Set<String> headers() {
    return Set.of("content-type");
  }

  /** What exporters can send: a bearer token, or the password of any name. */
  @Override
  public boolean isProven(Map<String, String> headers, byte[] body, String secret) {
    return Credentials.fit(headers, secret);
  }

  /** An exporter that tries again sends the same bytes. */
  @Override
  public String idOf(Map<String, String> headers, byte[] body) {
    return Credentials.digest(body);
  }

  /** Exporters log what they are told, and do not send again what was wrong. */
  @Override
  public boolean answersAtOnce() {
    return true;
  }

  /** Spans of no pipeline are as welcome as others; only what could not be read is rejected. */
  @Override
  public Map<String, Object> reply(Parsed parsed) {
    if (parsed instanceof Parsed.Facts facts && facts.left().refused() > 0) {
      Parsed.Left left = facts.left();
      return Map.of(
          "partialSuccess",
          Map.of(
              "rejectedSpans",
              String.valueOf(left.refused()),
              "errorMessage",
              String.join(" ", left.why())));
    }
    return Map.of();
  }

  @Override
  public Parsed parse(Delivery delivery) {
    if (delivery.header("content-type").orElse("").toLowerCase(Locale.ROOT).contains("protobuf")) {
      throw new Malformed(Texts.kept("kept.traces.the-body-is-protobuf-which"), MEND);
    }
    Json request = Json.read(delivery.body(), delivery.receivedAt());
    if (!request.isObject()) {
      throw Json.wrong(request, "is no export of traces", MEND);
    }
    if (request.has("resourceMetrics") || request.has("resourceLogs")) {
      return new Parsed.Ignored(Texts.kept("kept.traces.otlp-metrics-or-logs-of"));
    }
    Gathered gathered = new Gathered();
    for (Json resource : request.list("resourceSpans")) {
      Map<String, String> around = Attributes.of(resource.maybe("resource"));
      for (Json scope : resource.list("scopeSpans")) {
        scope.list("spans").forEach(span -> read(span, around, gathered));
      }
    }
    return gathered.parsed("An export of no spans");
  }

  private static void read(Json span, Map<String, String> around, Gathered gathered) {
    try {
      gathered.add(Spans.read(span, around));
    } catch (Malformed trouble) {
      gathered.refused(trouble);
    }
  }
}
