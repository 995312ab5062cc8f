package pilothouse.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.web.Answer;
import pilothouse.web.Permission;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;
import pilothouse.web.Where;

/** The rules that hold at a place, and whether they hold something there now. */
final class RulePages {
  static final String PATH = "/decisions/rules";
  private final Supplier<Docket> docket;
  private final DecisionShelf shelf;

  RulePages(Supplier<Docket> docket, DecisionShelf shelf) {
    this.docket = docket;
    this.shelf = shelf;
  }

  List<Route> routes() {
    return List.of(
        Route.read(PATH, this::page).anywhere(),
        Route.read("/api/v1" + PATH, request -> new Answer.Json(told(request)))
            .anywhere()
            .telling(
                Telling.of("The trade-off rules in force, and whether one holds something now")
                    .with("place", "those that hold at this place, such as system:checkout")
                    .gives(RuleTold.All.class)));
  }

  /** The place that the address names; anywhere where it names none. */
  static Where asked(Docket docket, Request request) {
    String typed = request.query("place");
    return typed == null || typed.isBlank()
        ? Where.ANYWHERE
        : docket.places().read(typed, request.caller(), Permission.READ);
  }

  private RuleTold.All told(Request request) {
    Docket here = docket.get();
    RuleTelling telling = new RuleTelling(here, shelf, request.caller());
    Where place = asked(here, request);
    return telling.told(rules(telling, place), place);
  }

  private List<Rule> rules(RuleTelling telling, Where place) {
    return place.equals(Where.ANYWHERE)
        ? Rule.of(shelf.seen(telling.docket().storage(), telling.caller())).toList()
        : telling.at(place);
  }

  private Answer page(Request request) {
    Docket here = docket.get();
    RuleTelling telling = new RuleTelling(here, shelf, request.caller());
    Where place = asked(here, request);
    RuleTold.All all = telling.told(rules(telling, place), place);
    RuleBoard board = new RuleBoard(here, request.caller());
    List<Board.Part> parts = new ArrayList<>();
    parts.add(board.table("rules", Texts.say("entry.trade-off-rules"), all.rules(), true));
    all.rules().stream().flatMap(one -> board.work(one).stream()).forEach(parts::add);
    return new Board(
            Texts.say("entry.trade-off-rules"),
            Texts.say("decisions.rules.intro"),
            new Board.Link(Texts.say("entry.decisions"), "/decisions"),
            parts)
        .page();
  }
}
