package pilothouse.accounts.scim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * An attribute that a filter or a path names.
 *
 * @param name of the attribute, as it was written
 * @param part of it, or empty
 */
record Attribute(String name, String part) {
  private static final Set<String> EXACT = Set.of("id", "externalid", "members.value");

  /** Its values in a resource; a list gives each, an object that has a value gives that. */
  List<JsonNode> of(JsonNode resource) {
    List<JsonNode> values = new ArrayList<>();
    for (JsonNode one : spread(Fold.child(resource, name))) {
      if (!part.isEmpty()) {
        values.addAll(spread(Fold.child(one, part)));
      } else if (one.isObject() && !Fold.child(one, "value").isMissingNode()) {
        values.add(Fold.child(one, "value"));
      } else {
        values.add(one);
      }
    }
    return values;
  }

  /** Whether large and small letters differ in it. */
  boolean isExact() {
    String all = part.isEmpty() ? name : name + "." + part;
    String small = all.toLowerCase(Locale.ROOT);
    return EXACT.contains(small) || small.equals("members");
  }

  static List<JsonNode> spread(JsonNode node) {
    if (node.isArray()) {
      return node.valueStream().toList();
    }
    return node.isMissingNode() || node.isNull() ? List.of() : List.of(node);
  }
}
