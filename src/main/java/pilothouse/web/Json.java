package pilothouse.web;

import java.util.Locale;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes and reads values as the JSON that programs see, and decides for all of it how the parts of
 * a record are called there; loaded when the first is written.
 */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(new Snake())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Json() {}

  /** A value as JSON. */
  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /**
   * A record from JSON, which may hold nothing beside its parts.
   *
   * @throws tools.jackson.core.JacksonException when it is something else
   */
  public static <T> T read(byte[] json, Class<T> type) {
    return MAPPER.readValue(json, type);
  }

  /** What programs call a part of a record: {@code finished_at} for {@code finishedAt}. */
  public static String name(String part) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < part.length(); i++) {
      char letter = part.charAt(i);
      if (Character.isUpperCase(letter) && !name.isEmpty()) {
        name.append('_');
      }
      name.append(letter);
    }
    return name.toString().toLowerCase(Locale.ROOT);
  }

  private static final class Snake extends PropertyNamingStrategies.NamingBase {
    private static final long serialVersionUID = 1L;

    @Override
    public String translate(String part) {
      return name(part);
    }
  }
}
