package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pilothouse.storage.OnBothDatabases;
import pilothouse.web.Route;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever changes who may sign in and do what leaves an entry, by page and by a directory. */
@OnBothDatabases
class JournaledAccountsTest {
  private static final JsonMapper JSON = new JsonMapper();

  private static final String PRESENCE =
      "when somebody came and left is theirs alone: their sessions are rows that they see";

  /** Addresses that leave no entry, or need what only a browser with a key can give. */
  private static final Map<String, String> EXCEPT =
      Map.of(
          "POST /sign-in",
          PRESENCE,
          "POST /sign-in/second",
          PRESENCE,
          "POST /sign-out",
          PRESENCE,
          "POST /sign-in/back/{provider}",
          "SamlSignInTest: the browser fetches it, and that does",
          "POST /account/sessions/{session}/end",
          PRESENCE,
          "POST /account/identities/{provider}/link",
          "LinkingTest: what it leads to leaves an entry",
          "POST /account/identities/{identity}/end",
          "LinkingTest",
          "POST /account/keys",
          "PasskeysTest",
          "POST /account/keys/codes",
          "PasskeysTest",
          "POST /account/keys/{key}/remove",
          "PasskeysTest");

  private final Set<String> walked = new HashSet<>();
  private Crew crew;

  @BeforeEach
  void starts() {
    crew = Crew.ofTwoTeams();
  }

  @AfterEach
  void ends() {
    crew.ship().close();
  }

  @Test
  void everyChangeLeavesAnEntryThatHoldsNoSecret() {
    walked.add("POST /account/first"); // how the crew's captain came
    assertTrue(told("account made").contains("ada@ferry.example"), "the first account");
    own();
    administration();
    links();
    tokens();
    notes();
    directory();
    Set<String> all =
        crew.ship().routes().stream()
            .filter(route -> route.method() != Route.Method.GET)
            .filter(route -> JournaledTest.ACCOUNTS.matcher(route.path()).matches())
            .map(route -> route.method() + " " + route.path())
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(all.containsAll(EXCEPT.keySet()), "an exception that is no address any more");
    all.removeAll(EXCEPT.keySet());
    assertEquals(all, new TreeSet<>(walked), "addresses that change something");
    String journal = crew.captain().get("/api/v1/journal/organisation?most=200").body();
    for (String secret : List.of(Crew.PASSWORD, "a second rope of six", "pht_", "$argon2")) {
      assertFalse(journal.contains(secret), secret);
    }
    assertTrue(crew.captain().get("/journal/check").body().contains("The journal is whole"));
  }

  private void own() {
    Crew.Hand mara = crew.join("mara@ferry.example", "member", "team", "harbour");
    walked.add("POST /invitations/{secret}");
    post(mara, "/account/name", "/account/name", Map.of("name", "Mara Lind"));
    String second = "a second rope of six";
    post(
        mara,
        "/account/password",
        "/account/password",
        Map.of("old", Crew.PASSWORD, "password", second, "again", second));
  }

  private void administration() {
    Crew.Hand captain = crew.captain();
    crew.join("bo@ferry.example", "reader", "organisation", "");
    String people = "/administration/people/";
    String bo = account("bo@ferry.example");
    post(captain, people + "{account}/name", people + bo + "/name", Map.of("name", "Bo"));
    post(captain, people + "{account}/password", people + bo + "/password", Map.of());
    post(captain, people + "{account}/close", people + bo + "/close", Map.of("why", "left"));
    post(captain, people + "{account}/reopen", people + bo + "/reopen", Map.of());
    post(captain, people + "{account}/keys/forget", people + bo + "/keys/forget", Map.of());
    Map<String, String> role = Map.of("who", "bo@ferry.example", "role", "lead", "scope", "team");
    Map<String, String> lead = new java.util.HashMap<>(role);
    lead.put("place", "pier");
    post(captain, "/administration/roles", "/administration/roles", lead);
    String grant = found(captain, people + bo, "/administration/roles/([^/\"]+)/end");
    String end = "/administration/roles/" + grant + "/end";
    post(captain, "/administration/roles/{role}/end", end, Map.of("why", "done"));
  }

  private void links() {
    Crew.Hand captain = crew.captain();
    Map<String, String> invited =
        Map.of("who", "sam@ferry.example", "role", "reader", "scope", "organisation");
    post(captain, "/administration/roles", "/administration/roles", invited);
    String link =
        found(captain, "/administration", "/administration/invitations/([^/\"]+)/withdraw");
    String path = "/administration/invitations/";
    post(captain, path + "{invitation}/withdraw", path + link + "/withdraw", Map.of());
    String rules = "/administration/groups/teams";
    post(captain, rules, rules, Map.of("group", "scim/Crew", "team", "harbour"));
    String rule = found(captain, "/administration/groups", rules + "/([^/\"]+)/end");
    post(captain, rules + "/{rule}/end", rules + "/" + rule + "/end", Map.of());
  }

  private void notes() {
    Crew.Hand captain = crew.captain();
    String path = "/account/notes";
    Map<String, String> form = Map.of("title", "Ada", "text", "by spring");
    post(captain, path, path, form);
    String note = path + "/" + found(captain, path, path + "/([^/\"]+)");
    post(captain, path + "/{note}", note, form);
    post(captain, path + "/{note}/forget", note + "/forget", Map.of());
  }

  private void tokens() {
    for (String path : List.of("/account/tokens", "/administration/tokens")) {
      Map<String, String> form = Map.of("name", "export", "read", "yes", "places", "organisation");
      post(crew.captain(), path, path, form);
      String page = path.equals("/account/tokens") ? "/account" : path;
      String token = found(crew.captain(), page, path + "/([^/\"]+)/end");
      post(crew.captain(), path + "/{token}/end", path + "/" + token + "/end", Map.of());
    }
  }

  private void directory() {
    Crew.Hand directory = crew.program("scim", "organisation");
    String schema = "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:%s\"],%s}";
    String eve = "\"userName\":\"eve@ferry.example\",\"active\":%s";
    String users = "/scim/v2/Users";
    String id =
        id(scim(directory, "POST", users, "", schema.formatted("User", eve.formatted(true))));
    scim(directory, "PUT", users, id, schema.formatted("User", eve.formatted(false)));
    scim(directory, "PATCH", users, id, patch("active", "true"));
    String groups = "/scim/v2/Groups";
    String crewOf = schema.formatted("Group", "\"displayName\":\"%s\"");
    String group = id(scim(directory, "POST", groups, "", crewOf.formatted("Crew")));
    scim(directory, "PUT", groups, group, crewOf.formatted("Hands"));
    String members = "[{\"value\":\"" + id + "\"}]";
    scim(directory, "PATCH", groups, group, patch("members", members));
    scim(directory, "DELETE", groups, group, "");
    scim(directory, "DELETE", users, id, "");
  }

  private static String patch(String path, String value) {
    return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":"
        + "[{\"op\":\"replace\",\"path\":\"%s\",\"value\":%s}]}".formatted(path, value);
  }

  private HttpResponse<String> scim(
      Crew.Hand directory, String method, String path, String id, String body) {
    String route = id.isEmpty() ? path : path + "/{id}";
    String address = id.isEmpty() ? path : path + "/" + id;
    long before = seq();
    HttpResponse<String> answer =
        crew.ship()
            .send(
                HttpRequest.newBuilder(crew.ship().at(address))
                    .header("Content-Type", "application/scim+json")
                    .header(directory.header(), String.valueOf(directory.proof()))
                    .method(method, HttpRequest.BodyPublishers.ofString(body)));
    changed(method + " " + route, answer, before);
    return answer;
  }

  private static String id(HttpResponse<String> answer) {
    return JSON.readTree(answer.body()).path("id").asString();
  }

  private void post(Crew.Hand hand, String route, String path, Map<String, String> form) {
    long before = seq();
    changed("POST " + route, hand.post(path, form), before);
  }

  private void changed(String route, HttpResponse<String> answer, long before) {
    assertTrue(answer.statusCode() < 400, route + ": " + answer.statusCode() + answer.body());
    assertTrue(seq() > before, route + " changed something, and no entry tells it");
    walked.add(route);
  }

  private long seq() {
    JsonNode entries = entries("most=1");
    return entries.isEmpty() ? 0 : entries.get(0).get("seq").asLong();
  }

  private String told(String what) {
    StringBuilder told = new StringBuilder();
    entries("most=200")
        .forEach(entry -> {
          if (entry.path("what").asString().equals(what)) {
            told.append(entry);
          }
        });
    return told.toString();
  }

  private JsonNode entries(String asked) {
    return JSON.readTree(crew.captain().get("/api/v1/journal/people?" + asked).body())
        .get("entries");
  }

  private String account(String email) {
    Crew.Hand captain = crew.captain();
    return found(captain, "/administration?at=" + email, "/administration/people/([^/\"]+)\"");
  }

  private static String found(Crew.Hand hand, String page, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(hand.get(page).body());
    assertTrue(found.find(), pattern + " on " + page);
    return found.group(1);
  }
}
