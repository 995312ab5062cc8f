package pilothouse.promises;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
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
        Route.say(PATH + "/link", this::link).anywhere(),
        Route.say(PATH + "/{link}/end", this::unlink).anywhere(),
        Route.say(PATH + "/{link}/again", this::again).anywhere());
  }

  /** The promise that the address names, where the caller may do that with it. */
  static Promise found(IssueLinks here, Request request, boolean changing) {
    Handling handling = new Handling(here.promises(), request.caller());
    Promise one = handling.seen(request.part("promise"));
    if (changing && !handling.mayChange(one)) {
      request.caller().must(Permission.CHANGE, one.place());
    }
    return one;
  }

  private Answer all(Request request) {
    IssueLinks here = links.get();
    Promise promise = found(here, request, false);
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
            new Handling(here.promises(), caller).mayChange(promise),
            "hosts",
            caller.may(Permission.CHANGE, promise.place())
                ? here.setup().forges().stream().map(Forge::host).toList()
                : List.of()));
  }

  private Answer link(Request request) {
    IssueLinks here = links.get();
    Promise promise = found(here, request, true);
    IssueDraft draft =
        new IssueDraft(request.needed("url"), request.isSent("comments"), request.isSent("closes"));
    here.link(promise, draft, request.caller());
    return back(promise);
  }

  private Answer unlink(Request request) {
    IssueLinks here = links.get();
    Promise promise = found(here, request, true);
    here.unlink(promise, request.part("link"), Who.of(request.caller()));
    return back(promise);
  }

  private Answer again(Request request) {
    IssueLinks here = links.get();
    Promise promise = found(here, request, true);
    here.again(promise, request.part("link"), Who.of(request.caller()));
    return back(promise);
  }

  private static Answer back(Promise promise) {
    return new Answer.Redirect(promise.address() + "/issues");
  }
}
