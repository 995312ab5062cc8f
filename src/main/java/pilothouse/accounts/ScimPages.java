package pilothouse.accounts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.accounts.scim.Documents;
import pilothouse.accounts.scim.Group;
import pilothouse.accounts.scim.Listing;
import pilothouse.accounts.scim.Patch;
import pilothouse.accounts.scim.ScimTrouble;
import pilothouse.accounts.scim.User;
import pilothouse.web.Answer;
import pilothouse.web.Permission;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Route.Method;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** SCIM 2.0: where a directory says who has an account, and in which groups. */
final class ScimPages {
  private static final String PATH = "/scim/v2";
  private static final int LARGEST = 4 * 1024 * 1024;
  private final Supplier<Accounts> accounts;

  ScimPages(Supplier<Accounts> accounts) {
    this.accounts = accounts;
  }

  List<Route> routes() {
    return Stream.of(documents(), users(), groups()).flatMap(List::stream).toList();
  }

  private static List<Route> documents() {
    return List.of(
        route(Method.GET, "/ServiceProviderConfig", request -> ok(Documents.config(base(request)))),
        route(Method.GET, "/ResourceTypes", request -> all(Documents.kinds(base(request)))),
        route(
            Method.GET,
            "/ResourceTypes/{id}",
            request -> one(Documents.kinds(base(request)), request.part("id"))),
        route(Method.GET, "/Schemas", request -> all(Documents.schemas(base(request)))),
        route(
            Method.GET,
            "/Schemas/{id}",
            request -> one(Documents.schemas(base(request)), request.part("id"))));
  }

  private List<Route> users() {
    return List.of(
        route(Method.GET, "/Users", request -> ok(here().users(listing(request), base(request)))),
        route(Method.POST, "/Users", this::makeUser),
        route(Method.GET, "/Users/{id}", this::user),
        route(Method.PUT, "/Users/{id}", request -> changedUser(request, User.of(sent(request)))),
        route(
            Method.PATCH,
            "/Users/{id}",
            request ->
                changedUser(request, User.of(Patch.applied(theUser(request), sent(request))))),
        route(
            Method.DELETE,
            "/Users/{id}",
            request -> {
              matched(request, theUser(request));
              here().delete(request.part("id"), request.caller());
              return nothing();
            }));
  }

  private List<Route> groups() {
    return List.of(
        route(
            Method.GET,
            "/Groups",
            request -> ok(groupsHere().all(listing(request), base(request)))),
        route(Method.POST, "/Groups", this::makeGroup),
        route(Method.GET, "/Groups/{id}", this::group),
        route(
            Method.PUT, "/Groups/{id}", request -> changedGroup(request, Group.of(sent(request)))),
        route(
            Method.PATCH,
            "/Groups/{id}",
            request ->
                changedGroup(request, Group.of(Patch.applied(theGroup(request), sent(request))))),
        route(
            Method.DELETE,
            "/Groups/{id}",
            request -> {
              matched(request, theGroup(request));
              groupsHere().delete(request.part("id"), request.caller());
              return nothing();
            }));
  }

  private static Route route(Method method, String path, Function<Request, Answer> handler) {
    return new Route(
        method,
        PATH + path,
        Permission.SCIM,
        request -> {
          try {
            return handler.apply(request);
          } catch (ScimTrouble e) {
            String says = String.valueOf(e.getMessage());
            return answer(e.status(), Documents.error(e.status(), e.type(), says), Map.of());
          }
        });
  }

  private Directory here() {
    return accounts.get().directory();
  }

  private DirectoryGroups groupsHere() {
    return accounts.get().directoryGroups();
  }

  private static String base(Request request) {
    return Fields.whole(request, PATH);
  }

  private static ObjectNode sent(Request request) {
    return Documents.read(request.body(LARGEST));
  }

  private static Listing listing(Request request) {
    return Listing.of(
        request.query("filter"),
        request.query("startIndex"),
        request.query("count"),
        request.query("attributes"),
        request.query("excludedAttributes"));
  }

  private ObjectNode theUser(Request request) {
    return here().user(request.part("id"), base(request));
  }

  private ObjectNode theGroup(Request request) {
    return groupsHere().one(request.part("id"), base(request));
  }

  private Answer user(Request request) {
    return shown(200, request, theUser(request));
  }

  private Answer group(Request request) {
    return shown(200, request, theGroup(request));
  }

  private Answer makeUser(Request request) {
    String id = here().make(User.of(sent(request)), request.caller());
    return shown(201, request, here().user(id, base(request)));
  }

  private Answer makeGroup(Request request) {
    String id = groupsHere().make(Group.of(sent(request)), request.caller());
    return shown(201, request, groupsHere().one(id, base(request)));
  }

  private Answer changedUser(Request request, User user) {
    matched(request, theUser(request));
    here().change(request.part("id"), user, request.caller());
    return user(request);
  }

  private Answer changedGroup(Request request, Group group) {
    matched(request, theGroup(request));
    groupsHere().change(request.part("id"), group, request.caller());
    return group(request);
  }

  /** Refuses a change to what is not any more as the directory saw it. */
  private static void matched(Request request, JsonNode there) {
    String wanted = request.header("If-Match");
    if (wanted != null && !wanted.strip().equals("*") && !tag(there).equals(wanted.strip())) {
      throw ScimTrouble.changed("It was changed meanwhile; read it again.");
    }
  }

  private static String tag(JsonNode resource) {
    return resource.path("meta").path("version").asString("");
  }

  private static Answer shown(int status, Request request, ObjectNode resource) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ETag", tag(resource));
    headers.put("Location", resource.path("meta").path("location").asString(""));
    return answer(status, listing(request).cut(resource), headers);
  }

  private static Answer ok(JsonNode json) {
    return answer(200, json, Map.of());
  }

  private static Answer all(List<ObjectNode> resources) {
    return ok(Listing.of(null, null, null, null, null).page(resources.size(), resources));
  }

  private static Answer one(List<ObjectNode> resources, String id) {
    return resources.stream()
        .filter(resource -> resource.path("id").asString("").equals(id))
        .findFirst()
        .map(ScimPages::ok)
        .orElseThrow(() -> ScimTrouble.missing("There is nothing of that name."));
  }

  private static Answer nothing() {
    return answer(204, null, Map.of());
  }

  private static Answer answer(int status, @Nullable JsonNode json, Map<String, String> headers) {
    byte[] bytes = json == null ? new byte[0] : Documents.bytes(json);
    return new Answer.Full(status, Documents.TYPE, headers, bytes);
  }
}
