package pilothouse.evidence.cloudevents;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import pilothouse.evidence.inbox.Malformed;
import pilothouse.evidence.wire.Credentials;
import pilothouse.evidence.wire.Json;

/** What tells an event from all others: its source and its id. Of a batch, its bytes. */
final class EventId {
  private static final int LONGEST = 200;

  private EventId() {}

  static String of(Map<String, String> headers, byte[] body) {
    String id = headers.get("ce-id");
    String source = headers.get("ce-source");
    if (id != null && source != null) {
      return both(decoded(source), decoded(id));
    }
    try {
      Json event = Json.readAnytime(body);
      Json about = event.at("context").isObject() ? event.at("context") : event;
      return event.isObject()
          ? both(about.need("source"), about.need("id"))
          : Credentials.digest(body);
    } catch (Malformed unreadable) {
      return Credentials.digest(body);
    }
  }

  /** No source holds a space. */
  private static String both(String source, String id) {
    String both = source + ' ' + id;
    return both.length() > LONGEST
        ? Credentials.digest(both.getBytes(StandardCharsets.UTF_8))
        : both;
  }

  /** Headers hold what is not ASCII in the way of URLs. */
  static String decoded(String header) {
    try {
      return URLDecoder.decode(header.strip().replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return header.strip();
    }
  }
}
