package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pilothouse.git.Progress;
import pilothouse.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A directory speaks SCIM with the real program, in the forms of RFC 7643 and RFC 7644. */
@OnBothDatabases
class ScimTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String MARA =
      """
      {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
       "userName":"mara@ferry.example","externalId":"701984",
       "name":{"formatted":"Mara Lind","familyName":"Lind","givenName":"Mara"},
       "emails":[{"value":"mara@ferry.example","type":"work","primary":true}],
       "phoneNumbers":[{"value":"555-555-8377","type":"work"}],
       "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"employeeNumber":"701984"},
       "active":true}
      """;
  private Ship ship;
  private Visitor captain;
  private String token;

  @BeforeEach
  void starts() {
    ship = Ship.set(Map.of(), Progress.SILENT);
    captain = Visitor.captain(ship);
    token = token("scim");
  }

  @AfterEach
  void ends() {
    captain.close();
    ship.close();
  }

  private String token(String may) {
    String page =
        captain
            .post(
                "/administration/tokens",
                "name",
                "directory " + may,
                may,
                "yes",
                "places",
                "organisation",
                "days",
                "30")
            .body();
    assertTrue(page.contains("pht_"), page);
    return page.replaceAll("(?s).*(pht_[\\w-]+).*", "$1");
  }

  private HttpResponse<String> send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(ship.at("/scim/v2" + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", "application/scim+json")
            .header("Authorization", "Bearer " + token);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return ship.send(request);
  }

  private JsonNode get(String path) {
    HttpResponse<String> answer = send("GET", path, "");
    assertEquals(200, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private JsonNode done(int status, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals(
        "application/scim+json", answer.headers().firstValue("Content-Type").orElse("none"));
    return JSON.readTree(answer.body());
  }

  private String mara() {
    return done(201, send("POST", "/Users", MARA)).path("id").asString();
  }

  private static String patch(String operations) {
    return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":["
        + operations.replace('\'', '"')
        + "]}";
  }

  private static String group(String name, String... members) {
    StringBuilder list = new StringBuilder();
    for (String member : members) {
      list.append(list.isEmpty() ? "" : ",").append("{\"value\":\"" + member + "\"}");
    }
    return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\""
        + name
        + "\",\"members\":["
        + list
        + "]}";
  }

  @Test
  void whatItCanIsTold() {
    assertTrue(get("/ServiceProviderConfig").at("/patch/supported").asBoolean());
    assertEquals(2, get("/ResourceTypes").path("totalResults").asInt());
    assertEquals("/Users", get("/ResourceTypes/User").path("endpoint").asString());
    JsonNode schema = get("/Schemas/urn:ietf:params:scim:schemas:core:2.0:User");
    assertEquals("userName", schema.at("/attributes/0/name").asString());
    assertTrue(schema.at("/attributes/0/required").asBoolean());
    done(404, send("GET", "/Schemas/none", ""));
  }

  @Test
  void aPersonComesChangesAndGoes() {
    HttpResponse<String> made = send("POST", "/Users", MARA);
    JsonNode user = done(201, made);
    String id = user.path("id").asString();
    assertEquals(
        ship.at("/scim/v2/Users/" + id).toString(),
        made.headers().firstValue("Location").orElseThrow());
    assertEquals("701984", user.path("externalId").asString());
    assertEquals("Lind", user.at("/name/familyName").asString());
    assertFalse(made.body().contains("555-555"), "what is not needed is not kept");
    assertTrue(captain.get("/administration").body().contains("Mara Lind"));

    assertEquals("uniqueness", done(409, send("POST", "/Users", MARA)).path("scimType").asString());
    String tag = made.headers().firstValue("ETag").orElseThrow();
    String renamed = MARA.replace("Mara Lind", "Mara Lund");
    done(412, send("PUT", "/Users/" + id, renamed, "If-Match", "W/\"1\""));
    HttpResponse<String> put = send("PUT", "/Users/" + id, renamed, "If-Match", tag);
    assertEquals("Mara Lund", done(200, put).path("displayName").asString());
    assertFalse(tag.equals(put.headers().firstValue("ETag").orElseThrow()));

    String off = patch("{'op':'Replace','path':'active','value':'False'}");
    assertFalse(done(200, send("PATCH", "/Users/" + id, off)).path("active").asBoolean());
    assertTrue(captain.get("/administration/closed").body().contains("Mara Lund"));
    String on = patch("{'op':'replace','value':{'active':true}}");
    assertTrue(done(200, send("PATCH", "/Users/" + id, on)).path("active").asBoolean());

    assertEquals(204, send("DELETE", "/Users/" + id, "").statusCode());
    done(404, send("GET", "/Users/" + id, ""));
    done(404, send("DELETE", "/Users/" + id, ""));
    assertEquals(1, get("/Users").path("totalResults").asInt(), "only the captain is left");
    assertTrue(captain.get("/administration/closed").body().contains("Mara Lund"));
    assertEquals(
        id, done(201, send("POST", "/Users", MARA)).path("id").asString(), "the same one again");
  }

  @Test
  void peopleAreFoundAndPaged() {
    String id = mara();
    String filter = URLEncoder.encode("userName eq \"MARA@ferry.example\"", StandardCharsets.UTF_8);
    JsonNode found = get("/Users?filter=" + filter);
    assertEquals(1, found.path("totalResults").asInt());
    assertEquals(id, found.at("/Resources/0/id").asString());
    for (String one :
        new String[] {
          "externalId eq \"701984\"",
          "emails[type eq \"work\" and value co \"mara\"]",
          "name.familyName sw \"li\" and active eq true",
          "not (userName sw \"captain\")"
        }) {
      JsonNode answer = get("/Users?filter=" + URLEncoder.encode(one, StandardCharsets.UTF_8));
      assertEquals(1, answer.path("totalResults").asInt(), one);
      assertEquals(id, answer.at("/Resources/0/id").asString(), one);
    }
    JsonNode first = get("/Users?startIndex=1&count=1");
    JsonNode second = get("/Users?startIndex=2&count=1");
    assertEquals(2, first.path("totalResults").asInt());
    assertEquals(1, first.path("itemsPerPage").asInt());
    assertFalse(
        first.at("/Resources/0/id").asString().equals(second.at("/Resources/0/id").asString()));
    assertEquals(0, get("/Users?startIndex=9").path("itemsPerPage").asInt());
    assertEquals(0, get("/Users?count=0").path("itemsPerPage").asInt());
    JsonNode little = get("/Users/" + id + "?attributes=userName");
    assertEquals(
        "[\"schemas\",\"id\",\"userName\"]", JSON.writeValueAsString(little.propertyNames()));
  }

  @Test
  void groupsGiveRolesAndTeams() {
    String id = mara();
    captain.post("/teams", "title", "Harbour");
    captain.post(
        "/administration/roles",
        "who",
        "group/scim/Crew",
        "role",
        "lead",
        "scope",
        "team",
        "place",
        "harbour");
    captain.post("/administration/groups/teams", "group", "scim/Crew", "team", "harbour");
    JsonNode made = done(201, send("POST", "/Groups", group("Crew", id)));
    String crew = made.path("id").asString();
    assertEquals("Mara Lind", made.at("/members/0/display").asString());
    assertEquals("Crew", get("/Users/" + id).at("/groups/0/display").asString());
    assertEquals("1 person", members());
    assertTrue(captain.get("/administration/groups").body().contains("scim/Crew"));

    String leave = patch("{'op':'remove','path':'members[value eq \\'" + id + "\\']'}");
    done(200, send("PATCH", "/Groups/" + crew, leave.replace("\\\"", "\\\"")));
    assertEquals("0 people", members());
    assertEquals(0, get("/Users/" + id).path("groups").size());
    String join = patch("{'op':'Add','path':'members','value':[{'value':'" + id + "'}]}");
    done(200, send("PATCH", "/Groups/" + crew, join));
    assertEquals("1 person", members());

    assertFalse(
        send("GET", "/Groups/" + crew + "?excludedAttributes=members", "").body().contains(id));
    String filter = URLEncoder.encode("members.value eq \"" + id + "\"", StandardCharsets.UTF_8);
    assertEquals(crew, get("/Groups?filter=" + filter).at("/Resources/0/id").asString());
    done(409, send("POST", "/Groups", group("crew")));
    done(400, send("POST", "/Groups", group("Pilots", "nobody")));
    assertEquals(1, get("/Groups").path("totalResults").asInt(), "what failed left nothing");

    assertEquals(
        "Pilots",
        done(200, send("PUT", "/Groups/" + crew, group("Pilots", id)))
            .path("displayName")
            .asString());
    assertEquals("0 people", members(), "what was said of the old name goes with it");
    assertEquals(204, send("DELETE", "/Groups/" + crew, "").statusCode());
    done(404, send("GET", "/Groups/" + crew, ""));
    assertEquals(0, get("/Users/" + id).path("groups").size());
  }

  private String members() {
    return captain
        .get("/teams/harbour")
        .body()
        .replaceAll("(?s).*<h2 id=\"members\">([^<]*)<.*", "$1");
  }

  @Test
  void theLastAdministratorStays() {
    JsonNode captainHere = get("/Users").at("/Resources/0");
    String id = captainHere.path("id").asString();
    assertEquals("captain@ferry.example", captainHere.path("userName").asString());
    JsonNode refused = done(409, send("DELETE", "/Users/" + id, ""));
    assertEquals("409", refused.path("status").asString());
    assertTrue(refused.path("detail").asString().contains("Nobody else administers"));
    assertTrue(get("/Users/" + id).path("active").asBoolean());
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    String user = "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:User']";
    String group = "{'schemas':['urn:ietf:params:scim:schemas:core:2.0:Group']}";
    refused("POST", "/Users", "{}", 400, "invalidSyntax");
    refused("POST", "/Users", "[]", 400, "invalidSyntax");
    refused("POST", "/Users", user + "}", 400, "invalidValue");
    refused("POST", "/Users", user + ",'userName':'x'}", 400, "invalidValue");
    refused("POST", "/Users", user + ",'userName':'a b@c'}", 400, "invalidValue");
    refused("POST", "/Groups", group, 400, "invalidValue");
    refused("GET", "/Users?filter=userName", "", 400, "invalidFilter");
    refused("GET", "/Users?count=many", "", 400, "invalidValue");
    refused("PATCH", "/Users/none", "{}", 404, "");
    refused("PUT", "/Groups/none", "{}", 400, "invalidSyntax");
    refused("POST", "/Users", "{'a':".repeat(50) + "1" + "}".repeat(50), 400, "invalidSyntax");
  }

  private void refused(String method, String path, String body, int status, String type) {
    JsonNode refused = done(status, send(method, path, body.replace('\'', '"')));
    assertEquals(type, refused.path("scimType").asString(""), path);
    assertEquals(
        "urn:ietf:params:scim:api:messages:2.0:Error", refused.at("/schemas/0").asString());
  }

  @Test
  void onlyATokenForItOpensIt() {
    token = "";
    assertEquals("401", done(401, send("GET", "/Users", "")).path("status").asString());
    token = token("read");
    assertTrue(send("GET", "/Users", "").statusCode() >= 403);
    token = token("administer");
    assertTrue(send("GET", "/Users", "").statusCode() >= 403, "scim is a permission of its own");
    token = token("scim");
    done(200, send("GET", "/Users", ""));
    HttpRequest.Builder other =
        HttpRequest.newBuilder(ship.at("/api/v1/accounts"))
            .header("Authorization", "Bearer " + token);
    assertTrue(ship.send(other).statusCode() >= 403, "and opens nothing else");
  }
}
