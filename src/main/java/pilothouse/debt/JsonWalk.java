package pilothouse.debt;

import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Walks through JSON without keeping it; what is of another shape than expected is left out. */
final class JsonWalk {
  private JsonWalk() {}

  /** The parts of an object, which begins here: each is to be read whole, or skipped. */
  static void members(JsonParser json, Consumer<String> part) {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    for (String name = json.nextName(); name != null; name = json.nextName()) {
      json.nextToken();
      part.accept(name);
    }
  }

  /** The elements of a list, which begins here: each is to be read whole, or skipped. */
  static void elements(JsonParser json, Runnable each) {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    for (JsonToken at = json.nextToken(); at != JsonToken.END_ARRAY; at = json.nextToken()) {
      each.run();
    }
  }

  /** A text, no longer than so many characters; empty for anything else. */
  static String text(JsonParser json, int most) {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      json.skipChildren();
      return "";
    }
    String text = json.getString().strip();
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  /** A whole number; −1 for anything else. */
  static int number(JsonParser json) {
    if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
      return json.getValueAsInt(-1);
    }
    json.skipChildren();
    return -1;
  }
}
