package pilothouse.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.web.Answer;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** All standards, and which systems are as they want them. */
final class StandardPages {
  private static final String PATH = "/decisions/standards";
  private final Supplier<Docket> docket;
  private final DecisionShelf shelf;

  StandardPages(Supplier<Docket> docket, DecisionShelf shelf) {
    this.docket = docket;
    this.shelf = shelf;
  }

  List<Route> routes() {
    return List.of(
        Route.read(PATH, this::page).anywhere(),
        Route.read("/api/v1" + PATH, request -> new Answer.Json(all(request)))
            .anywhere()
            .telling(
                Telling.of("The standards of decisions in force, and how each system stands")
                    .with("place", "those of this place; of a system, with that system alone")
                    .givesMany(StandardTold.class)));
  }

  private List<StandardTold> all(Request request) {
    Docket here = docket.get();
    return new StandardTelling(here, shelf, request.caller()).all(RulePages.asked(here, request));
  }

  private Answer page(Request request) {
    List<StandardTold> all = all(request);
    StandardBoard board = new StandardBoard(docket.get(), request.caller());
    List<Board.Part> parts = new ArrayList<>();
    parts.add(board.table("standards", Texts.say("entry.standards"), all, true));
    all.forEach(one -> parts.add(board.systems(one)));
    return new Board(
            Texts.say("entry.standards"),
            Texts.say("decisions.standards.intro"),
            new Board.Link(Texts.say("entry.decisions"), "/decisions"),
            parts)
        .page();
  }
}
