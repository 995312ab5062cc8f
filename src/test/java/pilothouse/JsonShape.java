package pilothouse;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Holds JSON against the schemas of an OpenAPI document, as far as ours use them. */
final class JsonShape {
  private final JsonNode document;

  JsonShape(JsonNode document) {
    this.document = document;
  }

  /** What of a value does not fit its schema, each with its place. */
  List<String> misfits(JsonNode schema, JsonNode value) {
    List<String> misfits = new ArrayList<>();
    check("$", schema, value, misfits);
    return misfits;
  }

  private void check(String at, JsonNode schema, JsonNode value, List<String> misfits) {
    if (schema.has("$ref")) {
      JsonNode there = document.at(schema.get("$ref").asString().substring(1));
      if (there.isMissingNode()) {
        misfits.add(at + ": nothing at " + schema.get("$ref"));
      }
      check(at, there, value, misfits);
      return;
    }
    if (schema.has("anyOf")) {
      boolean fits = false;
      for (JsonNode one : schema.get("anyOf")) {
        fits |= misfits(one, value).isEmpty();
      }
      if (!fits) {
        misfits.add(at + " fits none of " + schema.get("anyOf") + ": " + value);
      }
      return;
    }
    if (schema.has("type") && !isOf(schema.get("type").asString(), value)) {
      misfits.add(at + " is no " + schema.get("type") + ": " + value);
      return;
    }
    for (JsonNode name : schema.path("required")) {
      if (!value.has(name.asString())) {
        misfits.add(at + " lacks " + name);
      }
    }
    for (var entry : schema.path("properties").properties()) {
      if (value.has(entry.getKey())) {
        check(at + "." + entry.getKey(), entry.getValue(), value.get(entry.getKey()), misfits);
      }
    }
    if (schema.has("properties")) {
      for (var entry : value.properties()) {
        if (!schema.get("properties").has(entry.getKey())) {
          misfits.add(at + " has " + entry.getKey() + ", which nobody described");
        }
      }
    }
    if (schema.has("items")) {
      for (int i = 0; i < value.size(); i++) {
        check(at + "[" + i + "]", schema.get("items"), value.get(i), misfits);
      }
    }
  }

  private static boolean isOf(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "null" -> value.isNull();
      default -> false;
    };
  }
}
