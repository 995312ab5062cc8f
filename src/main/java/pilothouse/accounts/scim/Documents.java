package pilothouse.accounts.scim;

import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what is sent, and tells what SCIM here can do: RFC 7643, 5 to 7, and RFC 7644, 4. */
public final class Documents {
  /** As it stands in Content-Type. */
  public static final String TYPE = "application/scim+json";

  private static final int DEEPEST = 12;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .build();

  private Documents() {}

  /**
   * A JSON object.
   *
   * @throws ScimTrouble where it is none, or too deep
   */
  public static ObjectNode read(byte[] body) {
    try {
      if (JSON.readTree(body) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException _) {
      // said below: the message would quote what was sent
    }
    throw ScimTrouble.syntax("What was sent is no JSON object, or is nested too deep.");
  }

  /** As bytes. */
  public static byte[] bytes(JsonNode json) {
    return JSON.writeValueAsBytes(json);
  }

  static void must(JsonNode json, String schema) {
    JsonNode schemas = Fold.child(json, "schemas");
    if (schemas.valueStream().noneMatch(one -> one.asString("").equalsIgnoreCase(schema))) {
      throw ScimTrouble.syntax("“schemas” does not name " + schema + ".");
    }
  }

  /** An error as RFC 7644, 3.12 wants it. */
  public static ObjectNode error(int status, String type, String detail) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:Error");
    json.put("status", String.valueOf(status));
    if (!type.isEmpty()) {
      json.put("scimType", type);
    }
    json.put("detail", detail);
    return json;
  }

  /** What is supported. */
  public static ObjectNode config(String base) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putArray("schemas").add("urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig");
    json.putObject("patch").put("supported", true);
    json.putObject("bulk").put("supported", false).put("maxOperations", 0).put("maxPayloadSize", 0);
    json.putObject("filter").put("supported", true).put("maxResults", Listing.MOST);
    json.putObject("changePassword").put("supported", false);
    json.putObject("sort").put("supported", false);
    json.putObject("etag").put("supported", true);
    json.putArray("authenticationSchemes")
        .addObject()
        .put("type", "oauthbearertoken")
        .put("name", "API token")
        .put("description", "A token of Pilothouse in “Authorization: Bearer”.")
        .put("primary", true);
    meta(json, "ServiceProviderConfig", base + "/ServiceProviderConfig");
    return json;
  }

  /** The kinds of resources. */
  public static List<ObjectNode> kinds(String base) {
    return List.of(
        kind(base, "User", "/Users", User.SCHEMA), kind(base, "Group", "/Groups", Group.SCHEMA));
  }

  private static ObjectNode kind(String base, String name, String endpoint, String schema) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putArray("schemas").add("urn:ietf:params:scim:schemas:core:2.0:ResourceType");
    json.put("id", name);
    json.put("name", name);
    json.put("endpoint", endpoint);
    json.put("schema", schema);
    meta(json, "ResourceType", base + "/ResourceTypes/" + name);
    return json;
  }

  /** What each kind is made of. */
  public static List<ObjectNode> schemas(String base) {
    ObjectNode user = schema(base, User.SCHEMA, "User", "A person who may sign in");
    Form.add(user, Form.of("userName", "string").required().unique());
    Form.add(
        user,
        Form.of("name", "complex")
            .with(Form.of("formatted", "string"))
            .with(Form.of("givenName", "string"))
            .with(Form.of("familyName", "string")));
    Form.add(user, Form.of("displayName", "string"));
    Form.add(user, Form.of("active", "boolean"));
    Form.add(
        user,
        Form.of("emails", "complex")
            .many()
            .with(Form.of("value", "string"))
            .with(Form.of("type", "string"))
            .with(Form.of("primary", "boolean")));
    Form.add(user, references("groups").readOnly());
    ObjectNode group = schema(base, Group.SCHEMA, "Group", "People who are told of together");
    Form.add(group, Form.of("displayName", "string").required().unique());
    Form.add(group, references("members"));
    return List.of(user, group);
  }

  private static Form references(String name) {
    return Form.of(name, "complex")
        .many()
        .with(Form.of("value", "string"))
        .with(Form.of("display", "string").readOnly());
  }

  private static ObjectNode schema(String base, String id, String name, String says) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putArray("schemas").add("urn:ietf:params:scim:schemas:core:2.0:Schema");
    json.put("id", id);
    json.put("name", name);
    json.put("description", says);
    json.putArray("attributes");
    meta(json, "Schema", base + "/Schemas/" + id);
    return json;
  }

  private static void meta(ObjectNode json, String type, String location) {
    json.putObject("meta").put("resourceType", type).put("location", location);
  }

  /** One attribute as a schema tells of it. */
  private record Form(ObjectNode json) {
    static Form of(String name, String type) {
      ObjectNode json = JsonNodeFactory.instance.objectNode();
      Map.of("caseExact", false, "required", false, "multiValued", false).forEach(json::put);
      json.put("name", name).put("type", type).put("description", name);
      json.put("mutability", "readWrite").put("returned", "default").put("uniqueness", "none");
      return new Form(json);
    }

    static void add(ObjectNode schema, Form form) {
      schema.withArray("attributes").add((JsonNode) form.json);
    }

    Form with(Form part) {
      json.withArray("subAttributes").add((JsonNode) part.json);
      return this;
    }

    Form many() {
      json.put("multiValued", true);
      return this;
    }

    Form required() {
      json.put("required", true);
      return this;
    }

    Form unique() {
      json.put("uniqueness", "server");
      return this;
    }

    Form readOnly() {
      json.put("mutability", "readOnly");
      return this;
    }
  }
}
