package pilothouse.accounts.scim;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Names in SCIM are the same whatever their letters' case. */
final class Fold {
  private Fold() {}

  /** The name under which an object has it; the given one where it has none. */
  static String name(JsonNode object, String name) {
    return object.propertyNames().stream()
        .filter(one -> one.equalsIgnoreCase(name))
        .findFirst()
        .orElse(name);
  }

  static JsonNode child(JsonNode object, String name) {
    return object.isObject() ? object.path(name(object, name)) : MissingNode.getInstance();
  }
}
