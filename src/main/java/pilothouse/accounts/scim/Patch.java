package pilothouse.accounts.scim;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Changes to a resource in the words of RFC 7644, 3.5.2. Directories write them in many ways: large
 * letters, dotted names without a path, one value where a list is meant; all of these are taken.
 */
public final class Patch {
  private static final int MOST = 1_000;
  private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

  private Patch() {}

  /**
   * The resource as it is after all of the changes; the one that is given stays as it is.
   *
   * @throws ScimTrouble where one cannot be made
   */
  public static ObjectNode applied(JsonNode resource, JsonNode request) {
    boolean named =
        Fold.child(request, "schemas")
            .valueStream()
            .anyMatch(one -> one.asString("").equals(SCHEMA));
    JsonNode all = Fold.child(request, "Operations");
    if (!named || !all.isArray() || all.isEmpty()) {
      throw ScimTrouble.syntax("A change has the schema " + SCHEMA + " and “Operations”.");
    }
    if (all.size() > MOST) {
      throw ScimTrouble.tooMany("There are more than " + MOST + " changes at once.");
    }
    ObjectNode changed = (ObjectNode) resource.deepCopy();
    all.forEach(one -> apply(changed, one));
    return changed;
  }

  private static void apply(ObjectNode resource, JsonNode operation) {
    String how = Fold.child(operation, "op").asString("").toLowerCase(Locale.ROOT);
    JsonNode value = Fold.child(operation, "value");
    String path = Fold.child(operation, "path").asString("");
    switch (how) {
      case "add", "replace" -> {
        if (value.isMissingNode()) {
          throw ScimTrouble.value("“" + how + "” has no value.");
        }
        if (path.isEmpty()) {
          spread(resource, how, value);
        } else {
          set(resource, PatchPath.of(path), how, value);
        }
      }
      case "remove" -> {
        if (path.isEmpty()) {
          throw ScimTrouble.target("“remove” has no path.");
        }
        remove(resource, PatchPath.of(path), value);
      }
      default -> throw ScimTrouble.syntax("“op” is none of add, replace and remove.");
    }
  }

  /** Without a path, the value is an object of attributes. */
  private static void spread(ObjectNode resource, String how, JsonNode value) {
    if (!value.isObject()) {
      throw ScimTrouble.syntax("Without a path, the value is an object.");
    }
    for (Map.Entry<String, JsonNode> one : value.properties()) {
      boolean schema = one.getKey().toLowerCase(Locale.ROOT).startsWith("urn:");
      if (!schema || !one.getValue().isObject()) {
        set(resource, PatchPath.of(one.getKey()), how, one.getValue());
      }
    }
  }

  private static void set(ObjectNode resource, PatchPath path, String how, JsonNode value) {
    String name = Fold.name(resource, path.name());
    Filter which = path.which();
    if (which != null) {
      within(resource, name, path, which, value);
    } else if (!path.part().isEmpty()) {
      JsonNode there = resource.path(name);
      if (there.isArray()) {
        there.forEach(one -> put(one, path.part(), value));
      } else {
        boolean none = there.isMissingNode() || there.isNull();
        put(none ? resource.putObject(name) : there, path.part(), value);
      }
    } else if (how.equals("add") && resource.path(name) instanceof ArrayNode list) {
      add(list, value);
    } else if (how.equals("add") && resource.path(name) instanceof ObjectNode object) {
      value.properties().forEach(one -> put(object, one.getKey(), one.getValue()));
    } else {
      resource.set(name, value.deepCopy());
    }
  }

  private static void within(
      ObjectNode resource, String name, PatchPath path, Filter which, JsonNode value) {
    List<JsonNode> meant =
        Attribute.spread(resource.path(name)).stream().filter(which::meets).toList();
    if (meant.isEmpty()) {
      made(resource, name, path, which, value);
    }
    for (JsonNode one : meant) {
      if (!path.part().isEmpty()) {
        put(one, path.part(), value);
      } else if (value.isObject()) {
        value.properties().forEach(part -> put(one, part.getKey(), part.getValue()));
      } else {
        throw ScimTrouble.value("A value of “" + name + "” is an object.");
      }
    }
  }

  /** {@code emails[type eq "work"].value}, where there is none yet: directories mean a new one. */
  private static void made(
      ObjectNode resource, String name, PatchPath path, Filter which, JsonNode value) {
    var type = which.exactly("type");
    if (type.isEmpty() || path.part().isEmpty()) {
      throw ScimTrouble.target("No value of “" + name + "” is meant by the path.");
    }
    ArrayNode list =
        resource.path(name) instanceof ArrayNode there ? there : resource.putArray(name);
    list.addObject().put("type", type.get()).set(path.part(), value.deepCopy());
  }

  private static void add(ArrayNode list, JsonNode value) {
    for (JsonNode one : Attribute.spread(value)) {
      if (list.valueStream().noneMatch(there -> isSame(there, one))) {
        list.add(one.deepCopy());
      }
    }
  }

  private static boolean isSame(JsonNode there, JsonNode one) {
    JsonNode value = Fold.child(one, "value");
    return value.isMissingNode() ? there.equals(one) : value.equals(Fold.child(there, "value"));
  }

  private static void remove(ObjectNode resource, PatchPath path, JsonNode value) {
    String name = Fold.name(resource, path.name());
    Filter which = path.which();
    JsonNode there = resource.path(name);
    if (!path.part().isEmpty()) {
      Attribute.spread(there).stream()
          .filter(one -> which == null || which.meets(one))
          .forEach(one -> drop(one, path.part()));
    } else if (which != null) {
      if (there instanceof ArrayNode list) {
        list.removeIf(which::meets);
      }
    } else if (there instanceof ArrayNode list && !value.isMissingNode() && !value.isNull()) {
      // Some directories name the members that go beside the path instead of in it.
      list.removeIf(one -> Attribute.spread(value).stream().anyMatch(gone -> isSame(one, gone)));
    } else {
      resource.remove(name);
    }
  }

  private static void drop(JsonNode object, String name) {
    if (object instanceof ObjectNode from) {
      from.remove(Fold.name(from, name));
    }
  }

  private static void put(JsonNode object, String name, JsonNode value) {
    if (!(object instanceof ObjectNode into)) {
      throw ScimTrouble.path("“" + name + "” has no parts.");
    }
    into.set(Fold.name(into, name), value.isNull() ? StringNode.valueOf("") : value.deepCopy());
  }
}
