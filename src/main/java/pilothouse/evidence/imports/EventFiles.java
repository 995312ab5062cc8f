package pilothouse.evidence.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import pilothouse.evidence.cloudevents.CloudEvents;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Gulps;
import pilothouse.evidence.files.Sink;
import pilothouse.evidence.files.Unfit;
import pilothouse.evidence.inbox.Delivery;
import pilothouse.evidence.inbox.Malformed;
import pilothouse.evidence.inbox.Parsed;
import pilothouse.text.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events in files: one, several one after the other, or a list of them. */
final class EventFiles {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(100).maxStringLength(1 << 20).build())
          .build();
  private static final JsonMapper JSON =
      JsonMapper.builder(FACTORY).disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private static final CloudEvents EVENTS = new CloudEvents();

  private EventFiles() {}

  /** Whether the beginning of a file holds an event. */
  static boolean isOne(byte[] head) {
    String text = new String(head, 0, Math.min(head.length, 64 * 1024), StandardCharsets.UTF_8);
    boolean json = text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
    return json && (text.contains("\"specversion\"") || text.contains("\"dev.cdevents."));
  }

  static void read(Look look, Instant heardAt, Sink sink) throws IOException {
    Gulps gulps = new Gulps(look.in());
    try (InputStream in = gulps;
        JsonParser parser = JSON.createParser(in)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
          continue;
        }
        long line = parser.currentTokenLocation().getLineNr();
        if (token != JsonToken.START_OBJECT) {
          throw new BadFile(
              Texts.kept("kept.event-files.line-holds-no-event", line),
              Texts.kept("kept.event-files.give-events-as-json-objects"));
        }
        JsonNode event = JSON.readTree(parser);
        gulps.swallowed();
        tell(event, heardAt, line, sink);
      }
    } catch (JacksonException e) {
      throw new BadFile(
          Texts.kept(
              "kept.event-files.it-is-no-sound-json",
              e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
              e.getOriginalMessage()),
          Texts.kept("kept.event-files.make-or-send-it-again"));
    }
  }

  private static void tell(JsonNode event, Instant heardAt, long line, Sink sink) {
    byte[] body = event.toString().getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers =
        Map.of(
            "content-type",
            event.has("specversion") ? "application/cloudevents+json" : "application/json");
    String id = EVENTS.idOf(headers, body);
    try {
      Parsed parsed =
          EVENTS.parse(
              new Delivery(
                  EVENTS.name(), id == null ? "line " + line : id, heardAt, headers, body));
      switch (parsed) {
        case Parsed.Facts(var facts, var left) -> {
          for (Fact fact : facts) {
            sink.fact(fact, line);
          }
          if (left.refused() > 0) {
            sink.refused(
                line,
                new Unfit(
                    "",
                    String.join("; ", left.why()),
                    Texts.kept("kept.event-files.mend-the-event")));
          }
        }
        case Parsed.Ignored(String why) -> sink.ignored(why);
      }
    } catch (Malformed malformed) {
      sink.refused(line, new Unfit("", String.valueOf(malformed.getMessage()), malformed.mend()));
    }
  }
}
