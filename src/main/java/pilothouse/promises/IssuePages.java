package pilothouse.promises;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.NotFound;
import pilothouse.web.Permission;
import pilothouse.web.Request;
import pilothouse.web.Route;

/** The issues that are about the same as a promise, and what one end proposes to the other. */
final class IssuePages {
  private static final String PATH = "/promises/{promise}/issues";
  private final Supplier<IssueLinks> links;

  IssuePages(Supplier<IssueLinks> links) {
    this.links = links;
  }

  List<Route> routes() {
    return List.of(
        Route.read(PATH, this::all).anywhere(),
        Route.change(PATH, this::link).anywhere(),
        Route.change(PATH + "/{link}/end", this::unlink).anywhere(),
        Route.change(PATH + "/{link}/again", this::again).anywhere());
  }

  /** The promise that the address names, where the caller may do that with it. */
  static Promise found(IssueLinks here, Request request, Permission needed) {
    Caller caller = request.caller();
    return Optional.of(request.part("promise"))
        .filter(id -> id.length() <= 40)
        .flatMap(here.promises()::find)
        .filter(one -> caller.may(needed, one.place()) || isOwn(one, caller))
        .orElseThrow(() ->
            new NotFound(
                Texts.say("promises.issues.no-promise"), Texts.say("promises.look-again")));
  }

  private static boolean isOwn(Promise one, Caller caller) {
    return caller.selves().contains(one.owner());
  }

  private Answer all(Request request) {
    IssueLinks here = links.get();
    Promise promise = found(here, request, Permission.READ);
    Caller caller = request.caller();
    return Answer.page(
        "promises/issues",
        Texts.say("promises.issues.title", PromiseWords.shortened(promise.what())),
        Map.of(
            "promise",
            promise,
            "rows",
            here.of(promise.id()).stream().map(one -> IssueRow.of(here, promise, one)).toList(),
            "changes",
            caller.may(Permission.CHANGE, promise.place()) || isOwn(promise, caller),
            "hosts",
            here.setup().forges().stream().map(Forge::host).toList()));
  }

  private Answer link(Request request) {
    IssueLinks here = links.get();
    Promise promise = found(here, request, Permission.CHANGE);
    IssueDraft draft =
        new IssueDraft(
            request.needed("url"), request.isSent("comments"), request.isSent("closes"));
    here.link(promise, draft, Who.of(request.caller()));
    return back(promise);
  }

  private Answer unlink(Request request) {
    IssueLinks here = links.get();
    Promise promise = found(here, request, Permission.CHANGE);
    here.unlink(promise, request.part("link"), Who.of(request.caller()));
    return back(promise);
  }

  private Answer again(Request request) {
    IssueLinks here = links.get();
    Promise promise = found(here, request, Permission.CHANGE);
    here.again(promise, request.part("link"), Who.of(request.caller()));
    return back(promise);
  }

  private static Answer back(Promise promise) {
    return new Answer.Redirect(promise.address() + "/issues");
  }
}
