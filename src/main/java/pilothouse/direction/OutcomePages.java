package pilothouse.direction;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import pilothouse.text.Csv;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Days;
import pilothouse.web.Permission;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Where;

/** Outcomes as people see them: how they stand, and what is said of them. */
final class OutcomePages {
  private static final int OWNERS = 3;
  private final Supplier<Ground> ground;

  OutcomePages(Supplier<Ground> ground) {
    this.ground = ground;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/outcomes", this::all).anywhere(),
        Route.change("/outcomes", this::begin).anywhere(),
        Route.read("/exports/outcomes.csv", this::csv).anywhere(),
        Route.read("/outcomes/{outcome}", this::one).anywhere(),
        Route.say("/outcomes/{outcome}/check-ins", this::checkIn).anywhere(),
        Route.say("/outcomes/{outcome}/signatures", this::sign).anywhere(),
        Route.change("/outcomes/{outcome}/owners", this::rotate).anywhere(),
        Route.change("/outcomes/{outcome}/baselines", this::freeze).anywhere(),
        Route.change("/outcomes/{outcome}/end", this::end).anywhere());
  }

  /** The outcomes that the caller sees, at one place or everywhere, as they stand. */
  static List<Standing> standings(Ground ground, Caller caller, String scope) {
    Known known = ground.outcomes().known();
    Standings standings = new Standings(ground.outcomes(), ground.gauges(), caller);
    return known.open().stream()
        .filter(one -> caller.sees(one.place()))
        .filter(one -> scope.isEmpty() || one.place().text().equals(scope))
        .map(one -> standings.of(one, known.last(one)))
        .toList();
  }

  /** How many each team looks after that the caller sees. */
  static List<Focus> focus(Ground ground, Caller caller) {
    List<Outcome> seen =
        ground.outcomes().known().open().stream().filter(one -> caller.sees(one.place())).toList();
    return Focus.of(seen, ground.teams().titles(), ground.outcomes().today()).stream()
        .filter(team -> caller.sees(Where.team(team.team())))
        .toList();
  }

  private Answer all(Request request) {
    Ground here = ground.get();
    String scope = request.query("scope") == null ? "" : Typed.scope(here, request).text();
    Caller caller = request.caller();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("rows", standings(here, caller, scope));
    values.put("focus", focus(here, caller));
    values.put("scope", scope);
    values.put("places", here.places().offered(caller, Permission.READ));
    values.put("form", form(here, caller, scope));
    values.put(
        "retired",
        here.outcomes().known().all().values().stream()
            .filter(one -> !one.isOpen() && caller.sees(one.place()))
            .filter(one -> scope.isEmpty() || one.place().text().equals(scope))
            .toList());
    return Answer.page("direction/outcomes", Texts.say("direction.outcome-pages.outcomes"), values);
  }

  private static OutcomeForm form(Ground here, Caller caller, String scope) {
    List<OutcomeForm.Choice> above =
        here.outcomes().known().open().stream()
            .filter(one -> caller.sees(one.place()))
            .map(one -> new OutcomeForm.Choice(one.id(), one.title()))
            .toList();
    return new OutcomeForm(
        scope,
        above,
        OutcomeForm.gauges(here.gauges(), caller),
        OutcomeForm.owners(here, caller),
        here.outcomes().today().toString(),
        here.outcomes().today().plusMonths(3).toString());
  }

  private Answer begin(Request request) {
    List<OutcomeDraft.Result> results =
        IntStream.rangeClosed(1, OutcomeDraft.MOST)
            .mapToObj(i -> result(request, "r" + i))
            .toList();
    List<OutcomeDraft.Owner> owners =
        IntStream.rangeClosed(1, OWNERS)
            .mapToObj(
                i -> new OutcomeDraft.Owner(request.typed("role" + i), request.typed("owner" + i)))
            .toList();
    OutcomeDraft draft =
        new OutcomeDraft(
            Typed.place(ground.get(), request, request.typed("place")),
            request.typed("title"),
            request.typed("reason"),
            request.typed("business"),
            request.typed("serves"),
            !request.typed("kind").equals("aspirational"),
            Days.read("starts_on", request.typed("starts_on")),
            Days.read("due_on", request.typed("due_on")),
            Typed.number("every_days", request.typed("every_days"), OutcomeDraft.USUAL_DAYS),
            results,
            owners);
    return back(new Steering(ground.get(), request.caller()).begin(draft));
  }

  private static OutcomeDraft.Result result(Request request, String at) {
    return new OutcomeDraft.Result(
        request.typed(at + "_says"),
        request.typed(at + "_gauge"),
        request.typed(at + "_unit"),
        request.typed(at + "_baseline"),
        request.typed(at + "_target"));
  }

  private Answer one(Request request) {
    Ground here = ground.get();
    Outcome one = find(request);
    return Answer.page(
        "direction/outcome", one.title(), OutcomeShown.of(here, request.caller(), one).values());
  }

  private Answer checkIn(Request request) {
    Outcome one = find(request);
    int confidence = Typed.number("confidence", request.needed("confidence"), -1);
    new CheckingIn(ground.get(), request.caller())
        .checkIn(
            one,
            confidence,
            request.typed("says"),
            id -> request.typed("now_" + id),
            request.typed("role"));
    return back(one);
  }

  private Answer sign(Request request) {
    Outcome one = find(request);
    new CheckingIn(ground.get(), request.caller()).sign(one, request.needed("role"));
    return back(one);
  }

  private Answer rotate(Request request) {
    Steering steering = new Steering(ground.get(), request.caller());
    Outcome one = steering.find(request.part("outcome"));
    steering.rotate(
        one,
        request.needed("role"),
        request.needed("owner"),
        Days.read("since", request.typed("since")),
        request.typed("note"));
    return back(one);
  }

  private Answer freeze(Request request) {
    Steering steering = new Steering(ground.get(), request.caller());
    Outcome one = steering.find(request.part("outcome"));
    steering.freeze(one, request.needed("result"), request.typed("value"));
    return back(one);
  }

  private Answer end(Request request) {
    Steering steering = new Steering(ground.get(), request.caller());
    Outcome one = steering.find(request.part("outcome"));
    steering.end(one, request.typed("why"));
    return back(one);
  }

  private Outcome find(Request request) {
    return new Steering(ground.get(), request.caller()).find(request.part("outcome"));
  }

  private static Answer back(Outcome one) {
    return new Answer.Redirect(one.address());
  }

  private Answer csv(Request request) {
    Csv table = OutcomeTable.of(standings(ground.get(), request.caller(), ""));
    return new Answer.Data(Csv.TYPE, "outcomes.csv", table.bytes());
  }
}
