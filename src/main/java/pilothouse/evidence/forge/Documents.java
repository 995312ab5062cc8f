package pilothouse.evidence.forge;

import pilothouse.evidence.inbox.Malformed;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON, bounded in depth. */
final class Documents {
  private static final StreamReadConstraints BOUNDS =
      StreamReadConstraints.builder().maxNestingDepth(64).maxNumberLength(100).build();
  private static final JsonMapper STRICT =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(BOUNDS).build()).build();
  private static final JsonMapper COMMENTED =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(BOUNDS)
                  .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                  .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                  .build())
          .build();

  private Documents() {}

  /** JSON as it is defined. */
  static JsonNode strict(byte[] json) {
    return read(STRICT, json);
  }

  /** JSON with comments, and with commas before closing brackets. */
  static JsonNode commented(byte[] json) {
    return read(COMMENTED, json);
  }

  private static JsonNode read(JsonMapper mapper, byte[] json) {
    try {
      return mapper.readTree(json);
    } catch (JacksonException e) {
      throw new Malformed(
          "The body is no JSON: %s (line %d, column %d)."
              .formatted(
                  e.getOriginalMessage(),
                  e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                  e.getLocation() == null ? 0 : e.getLocation().getColumnNr()),
          "Send the body as it was made, with the content type application/json.");
    }
  }
}
