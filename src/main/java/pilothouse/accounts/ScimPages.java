package pilothouse.accounts;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pilothouse.accounts.scim.Documents;
import pilothouse.accounts.scim.Group;
import pilothouse.accounts.scim.Patch;
import pilothouse.accounts.scim.ScimTrouble;
import pilothouse.accounts.scim.User;
import pilothouse.web.Answer;
import pilothouse.web.Permission;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Route.Method;
import tools.jackson.databind.node.ObjectNode;

/** SCIM 2.0: where a directory says who has an account, and in which groups. */
final class ScimPages {
  private static final String PATH = "/scim/v2";
  private static final int LARGEST = 4 * 1024 * 1024;
  private final Supplier<Directory> directory;
  private final Supplier<DirectoryGroups> groups;

  ScimPages(Supplier<Directory> directory, Supplier<DirectoryGroups> groups) {
    this.directory = directory;
    this.groups = groups;
  }

  List<Route> routes() {
    return Stream.of(documents(), users(), groups()).flatMap(List::stream).toList();
  }

  private static List<Route> documents() {
    return List.of(
        route(
            Method.GET,
            "/ServiceProviderConfig",
            request -> ScimAnswers.ok(Documents.config(base(request)))),
        route(
            Method.GET,
            "/ResourceTypes",
            request -> ScimAnswers.all(Documents.kinds(base(request)))),
        route(
            Method.GET,
            "/ResourceTypes/{id}",
            request -> ScimAnswers.one(Documents.kinds(base(request)), request.part("id"))),
        route(Method.GET, "/Schemas", request -> ScimAnswers.all(Documents.schemas(base(request)))),
        route(
            Method.GET,
            "/Schemas/{id}",
            request -> ScimAnswers.one(Documents.schemas(base(request)), request.part("id"))));
  }

  private List<Route> users() {
    return List.of(
        route(
            Method.GET,
            "/Users",
            request -> ScimAnswers.ok(here().users(ScimAnswers.listing(request), base(request)))),
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
              ScimAnswers.matched(request, theUser(request));
              here().delete(request.part("id"), request.caller());
              return ScimAnswers.nothing();
            }));
  }

  private List<Route> groups() {
    return List.of(
        route(
            Method.GET,
            "/Groups",
            request ->
                ScimAnswers.ok(groupsHere().all(ScimAnswers.listing(request), base(request)))),
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
              ScimAnswers.matched(request, theGroup(request));
              groupsHere().delete(request.part("id"), request.caller());
              return ScimAnswers.nothing();
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
            return ScimAnswers.of(
                e.status(), Documents.error(e.status(), e.type(), says), Map.of());
          }
        });
  }

  private Directory here() {
    return directory.get();
  }

  private DirectoryGroups groupsHere() {
    return groups.get();
  }

  private static String base(Request request) {
    return Fields.whole(request, PATH);
  }

  private static ObjectNode sent(Request request) {
    return Documents.read(request.body(LARGEST));
  }

  private ObjectNode theUser(Request request) {
    return here().user(request.part("id"), base(request));
  }

  private ObjectNode theGroup(Request request) {
    return groupsHere().one(request.part("id"), base(request));
  }

  private Answer user(Request request) {
    return ScimAnswers.shown(200, request, theUser(request));
  }

  private Answer group(Request request) {
    return ScimAnswers.shown(200, request, theGroup(request));
  }

  private Answer makeUser(Request request) {
    String id = here().make(User.of(sent(request)), request.caller());
    return ScimAnswers.shown(201, request, here().user(id, base(request)));
  }

  private Answer makeGroup(Request request) {
    String id = groupsHere().make(Group.of(sent(request)), request.caller());
    return ScimAnswers.shown(201, request, groupsHere().one(id, base(request)));
  }

  private Answer changedUser(Request request, User user) {
    ScimAnswers.matched(request, theUser(request));
    here().change(request.part("id"), user, request.caller());
    return user(request);
  }

  private Answer changedGroup(Request request, Group group) {
    ScimAnswers.matched(request, theGroup(request));
    groupsHere().change(request.part("id"), group, request.caller());
    return group(request);
  }
}
