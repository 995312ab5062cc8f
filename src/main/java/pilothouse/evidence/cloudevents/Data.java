package pilothouse.evidence.cloudevents;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.wire.Json;

/** The event's own document: as JSON, as a text that holds JSON, or encoded in Base64. */
final class Data {
  private Data() {}

  static Json of(Json event) {
    Json data = event.at("data");
    if (data.isObject()) {
      return data;
    }
    String text = data.isList() ? null : data.text();
    if (text != null) {
      return event.inner("data", text.getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = decoded(event);
    if (bytes == null) {
      throw Json.missing(data);
    }
    return event.inner("data_base64", bytes);
  }

  private static byte @Nullable [] decoded(Json event) {
    String text = event.text("data_base64");
    if (text == null) {
      return null;
    }
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw Json.wrong(event.at("data_base64"), "is no Base64", "Encode %s in Base64.");
    }
  }
}
