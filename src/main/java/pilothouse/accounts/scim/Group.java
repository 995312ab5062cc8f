package pilothouse.accounts.scim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A group as a directory tells of one.
 *
 * @param members the ids of accounts, each once
 */
public record Group(String name, String externalId, List<String> members) {
  /** What marks a group. */
  public static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:Group";

  private static final int MOST = 10_000;

  public Group {
    members = List.copyOf(new LinkedHashSet<>(members));
  }

  /**
   * Reads one.
   *
   * @throws ScimTrouble where something needed is missing, or there is too much of it
   */
  public static Group of(JsonNode json) {
    Documents.must(json, SCHEMA);
    String name = User.text(json, "displayName");
    if (name.isEmpty()) {
      throw ScimTrouble.value("“displayName” is missing.");
    }
    Set<String> members = new LinkedHashSet<>();
    for (JsonNode member : Attribute.spread(Fold.child(json, "members"))) {
      String id = User.text(member, "value");
      if (id.isEmpty() || User.text(member, "type").equalsIgnoreCase("group")) {
        throw ScimTrouble.value("A member is a person, named by “value”; no group in a group.");
      }
      members.add(id);
    }
    if (members.size() > MOST) {
      throw ScimTrouble.tooMany("A group has at most " + MOST + " members here.");
    }
    return new Group(name, User.text(json, "externalId"), new ArrayList<>(members));
  }

  /** The group as SCIM writes one. */
  public ObjectNode json(String id, User.Stamp stamp, List<User.Reference> known, String base) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putArray("schemas").add(SCHEMA);
    json.put("id", id);
    if (!externalId.isEmpty()) {
      json.put("externalId", externalId);
    }
    json.put("displayName", name);
    ArrayNode list = json.putArray("members");
    known.forEach(member ->
        list.addObject()
            .put("value", member.id())
            .put("display", member.name())
            .put("type", "User")
            .put("$ref", base + "/Users/" + member.id()));
    stamp.onto(json, "Group", base + "/Groups/" + id);
    return json;
  }
}
