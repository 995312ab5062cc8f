package pilothouse.direction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import pilothouse.text.Addresses;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Days;
import pilothouse.web.Permission;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Where;

/** Mission, principles, vision, strategy and norms of a place, and what they were before. */
final class DirectionPages {
  /** The most items that a form sends. */
  private static final int ITEMS = 24;

  private final Supplier<Ground> ground;

  DirectionPages(Supplier<Ground> ground) {
    this.ground = ground;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/direction", this::all).anywhere(),
        Route.change("/direction/{kind}", this::save).anywhere(),
        Route.change("/direction/{kind}/reviews", this::review).anywhere(),
        Route.read("/direction/{kind}/versions", this::versions).anywhere());
  }

  private Answer all(Request request) {
    Ground here = ground.get();
    Caller caller = request.caller();
    Where place = Typed.scope(here, request);
    Map<String, Object> values = new LinkedHashMap<>();
    List<Statement> said =
        here.statements().current().stream().filter(one -> one.place().equals(place)).toList();
    for (Statement.Kind kind : Statement.Kind.values()) {
      Statement one = said.stream().filter(any -> any.kind() == kind).findFirst().orElse(null);
      values.put(kind.word(), StatementShown.of(here, caller, kind, one));
    }
    values.put("place", here.places().known(place));
    values.put("isTeam", place.kind() == Where.Kind.TEAM);
    values.put("places", here.places().offered(caller, Permission.READ));
    values.put("outcomes", OutcomePages.standings(here, caller, place.text()));
    values.put("links", links(here, caller));
    values.put("mayChange", caller.may(Permission.CHANGE, place));
    return Answer.page("direction/direction", Texts.say("direction.pages.direction"), values);
  }

  /** The outcomes that an item can be for; those of the business are marked. */
  private static List<OutcomeForm.Choice> links(Ground ground, Caller caller) {
    return ground.outcomes().known().open().stream()
        .filter(one -> caller.sees(one.place()))
        .map(one ->
            new OutcomeForm.Choice(
                one.id(),
                one.isBusiness()
                    ? Texts.say(
                        "direction.pages.of-the-business",
                        one.title(),
                        Texts.say("direction.business." + one.business()))
                    : one.title()))
        .toList();
  }

  private Answer save(Request request) {
    Statement.Kind kind = Stating.kind(request.part("kind"));
    Where place = Typed.place(ground.get(), request, request.typed("place"));
    List<Statement.Item> items = new ArrayList<>();
    for (int i = 1; i <= ITEMS; i++) {
      String at = "item" + i + "_";
      items.add(
          new Statement.Item(
              request.typed(at + "id"),
              request.typed(at + "section"),
              request.typed(at + "says"),
              request.typed(at + "more"),
              request.typed(at + "outcome")));
    }
    String body = request.text("body", 8_000);
    StatementDraft draft =
        new StatementDraft(
            kind,
            place,
            Typed.number("base", request.typed("base"), 0),
            body == null ? "" : body,
            items,
            Days.read("review_on", request.typed("review_on")),
            request.typed("why"));
    new Stating(ground.get(), request.caller()).save(draft);
    return back(place);
  }

  private Answer review(Request request) {
    Statement.Kind kind = Stating.kind(request.part("kind"));
    Where place = Typed.place(ground.get(), request, request.typed("place"));
    new Stating(ground.get(), request.caller())
        .review(
            kind,
            place,
            request.typed("came"),
            request.typed("why"),
            Days.read("next_on", request.typed("next_on")));
    return back(place);
  }

  private static Answer back(Where place) {
    return new Answer.Redirect(address(place));
  }

  static String address(Where place) {
    return place.equals(Where.ORGANISATION)
        ? "/direction"
        : "/direction?scope=" + Addresses.part(place.text());
  }

  private Answer versions(Request request) {
    Ground here = ground.get();
    Statement.Kind kind = Stating.kind(request.part("kind"));
    Where place = Typed.scope(here, request);
    return Answer.page(
        "direction/versions",
        Texts.say("direction.pages.versions-of", kind.called()),
        Map.of(
            "kind", kind,
            "place", here.places().known(place),
            "back", address(place),
            "rows", Versions.of(here, kind, place, request.caller())));
  }
}
