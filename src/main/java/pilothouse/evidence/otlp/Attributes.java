package pilothouse.evidence.otlp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pilothouse.evidence.wire.Json;

/** Attributes with a single value, as texts. */
final class Attributes {
  private static final List<String> KINDS =
      List.of("stringValue", "intValue", "boolValue", "doubleValue");

  private Attributes() {}

  /** Those of a resource or of a span. */
  static Map<String, String> of(Json holder) {
    Map<String, String> attributes = new HashMap<>();
    for (Json attribute : holder.list("attributes")) {
      String key = attribute.text("key");
      Json value = attribute.maybe("value");
      for (String kind : KINDS) {
        String text = value.text(kind);
        if (key != null && text != null) {
          attributes.put(key, text);
        }
      }
    }
    return attributes;
  }
}
