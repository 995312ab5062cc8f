package pilothouse.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import pilothouse.text.Nearest;
import pilothouse.text.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
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

  /** A value as JSON, a text of whole lines as terminals like it. */
  public static byte[] bytes(Object value) {
    byte[] json = MAPPER.writeValueAsBytes(value);
    byte[] lines = Arrays.copyOf(json, json.length + 1);
    lines[json.length] = '\n';
    return lines;
  }

  /**
   * A record from JSON, which may hold nothing beside its parts.
   *
   * @param what it is, with its article
   * @param mend how it is written
   * @throws Refused when it is something else
   */
  public static <T> T read(byte[] json, Class<T> type, String what, String mend) {
    try {
      return MAPPER.readValue(json, type);
    } catch (UnrecognizedPropertyException odd) {
      String name = odd.getPropertyName();
      List<String> known = odd.getKnownPropertyIds().stream().map(String::valueOf).toList();
      String meant =
          known.stream()
              .filter(each -> Nearest.isNear(name, each))
              .findFirst()
              .map(_ -> " Did you mean “" + Nearest.to(name, known) + "”?")
              .orElse("");
      throw Refused.bad(Texts.say("web.json.is-nothing-that-has", name, what, meant), mend);
    } catch (JacksonException _) {
      throw Refused.bad(Texts.say("web.json.what-was-sent-is", what), mend);
    }
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
