package pilothouse.evidence.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.inbox.Malformed;
import pilothouse.text.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON within bounds of depth, size and number of values. */
final class Documents {
  private static final int DEPTH = 64;
  private static final int VALUES = 1_000_000;
  private static final int TEXT = 1 << 20;
  private static final int NUMBER = 64;

  private static final StreamReadConstraints BOUNDS =
      StreamReadConstraints.builder()
          .maxNestingDepth(DEPTH)
          .maxTokenCount(VALUES)
          .maxStringLength(TEXT)
          .maxNumberLength(NUMBER)
          .build();
  private static final JsonMapper MAPPER =
      new JsonMapper(JsonFactory.builder().streamReadConstraints(BOUNDS).build());
  private static final JsonMapper COMMENTED =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(BOUNDS)
              .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
              .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
              .build());

  private Documents() {}

  /**
   * Reads a whole document.
   *
   * @throws Malformed when it is no JSON, or is nested too deep or too large
   */
  static JsonNode read(byte[] body) {
    return read(MAPPER, body);
  }

  /** The same, where comments and commas before closing brackets may stand. */
  static JsonNode commented(byte[] body) {
    return read(COMMENTED, body);
  }

  private static JsonNode read(JsonMapper mapper, byte[] body) {
    try {
      return mapper.readTree(body);
    } catch (StreamConstraintsException e) {
      throw new Malformed(
          Texts.kept("kept.documents.the-body-is-json-beyond", DEPTH, VALUES, TEXT),
          Texts.kept("kept.documents.send-less-in-one-delivery"));
    } catch (JacksonException e) {
      throw new Malformed(
          noJson(e.getLocation()), Texts.kept("kept.documents.send-one-whole-json-document"));
    }
  }

  /** The same; what is wrong with it is the caller's to say. */
  static JsonNode tree(byte[] body) {
    return MAPPER.readTree(body);
  }

  /** A value as JSON. */
  static byte[] written(Map<String, @Nullable String> value) {
    return MAPPER.writeValueAsBytes(value);
  }

  private static String noJson(@Nullable TokenStreamLocation at) {
    return at == null || at.getLineNr() < 1
        ? Texts.kept("kept.documents.no-json")
        : Texts.kept("kept.documents.no-json-at", at.getLineNr(), at.getColumnNr());
  }
}
