package pilothouse.accounts.scim;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A person as a directory tells of one. What else it tells (telephones, addresses, photos) is not
 * kept.
 *
 * @param name as people say it
 * @param given and family empty where the directory does not tell them apart
 * @param active whether the person may sign in
 */
public record User(
    String userName,
    String externalId,
    String name,
    String given,
    String family,
    String email,
    boolean active) {
  /** What marks a person. */
  public static final String SCHEMA = "urn:ietf:params:scim:schemas:core:2.0:User";

  private static final int LONGEST = 254;

  /**
   * Reads one.
   *
   * @throws ScimTrouble where something needed is missing, or is too long
   */
  public static User of(JsonNode json) {
    Documents.must(json, SCHEMA);
    JsonNode names = Fold.child(json, "name");
    String userName = text(json, "userName");
    if (userName.isEmpty()) {
      throw ScimTrouble.value("“userName” is missing.");
    }
    String given = text(names, "givenName");
    String family = text(names, "familyName");
    String name = text(json, "displayName");
    name = name.isEmpty() ? text(names, "formatted") : name;
    name = name.isEmpty() ? (given + " " + family).strip() : name;
    String email = email(json);
    if (email.isEmpty() && userName.contains("@")) {
      email = userName;
    }
    if (email.isEmpty()) {
      throw ScimTrouble.value("There is no e-mail address: “emails” is missing.");
    }
    return new User(
        userName,
        text(json, "externalId"),
        name,
        given,
        family,
        email.toLowerCase(Locale.ROOT),
        isActive(Fold.child(json, "active")));
  }

  /** The primary address, else the one for work, else the first. */
  private static String email(JsonNode json) {
    List<JsonNode> all = Attribute.spread(Fold.child(json, "emails"));
    return all.stream()
        .filter(one -> Fold.child(one, "primary").asBoolean(false))
        .findFirst()
        .or(() ->
            all.stream().filter(one -> text(one, "type").equalsIgnoreCase("work")).findFirst())
        .or(() -> all.stream().findFirst())
        .map(one -> text(one, "value"))
        .orElse("");
  }

  /** Some directories write the word instead of the value. */
  private static boolean isActive(JsonNode active) {
    if (active.isMissingNode() || active.isNull()) {
      return true;
    }
    if (active.isBoolean()) {
      return active.asBoolean();
    }
    return switch (active.asString("").toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw ScimTrouble.value("“active” is neither true nor false.");
    };
  }

  static String text(JsonNode json, String name) {
    JsonNode node = Fold.child(json, name);
    if (node.isMissingNode() || node.isNull()) {
      return "";
    }
    String text = node.isValueNode() ? node.asString("").strip() : "\n";
    if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
      throw ScimTrouble.value(
          "“%s” is no text in one line of at most %d characters.".formatted(name, LONGEST));
    }
    return text;
  }

  /**
   * The person as SCIM writes one.
   *
   * @param groups the ids and names of the groups
   * @param base the address of SCIM here
   */
  public ObjectNode json(String id, Stamp stamp, List<Reference> groups, String base) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putArray("schemas").add(SCHEMA);
    json.put("id", id);
    if (!externalId.isEmpty()) {
      json.put("externalId", externalId);
    }
    json.put("userName", userName);
    ObjectNode names = json.putObject("name");
    names.put("formatted", name);
    if (!given.isEmpty()) {
      names.put("givenName", given);
    }
    if (!family.isEmpty()) {
      names.put("familyName", family);
    }
    json.put("displayName", name);
    json.putArray("emails")
        .addObject()
        .put("value", email)
        .put("type", "work")
        .put("primary", true);
    json.put("active", active);
    ArrayNode list = json.putArray("groups");
    groups.forEach(group ->
        list.addObject()
            .put("value", group.id())
            .put("display", group.name())
            .put("$ref", base + "/Groups/" + group.id()));
    stamp.onto(json, "User", base + "/Users/" + id);
    return json;
  }

  /** Something else that is named. */
  public record Reference(String id, String name) {}

  /**
   * When it came to be and was changed, and how often.
   *
   * @param version rises with each change
   */
  public record Stamp(Instant made, Instant changed, long version) {
    /** As a header and {@code meta.version} write it. */
    public String tag() {
      return "W/\"" + version + "\"";
    }

    void onto(ObjectNode json, String type, String location) {
      json.putObject("meta")
          .put("resourceType", type)
          .put("created", made.toString())
          .put("lastModified", changed.toString())
          .put("location", location)
          .put("version", tag());
    }
  }
}
