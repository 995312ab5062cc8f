package pilothouse.decisions;

import java.util.List;
import java.util.function.Supplier;
import pilothouse.web.Answer;
import pilothouse.web.Part;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;
import pilothouse.web.Where;

/** Decisions, the newest first: all of them, or those of a place and those that affect it. */
final class DecisionLists {
  private static final String PATH = "/decisions";
  private final Supplier<Docket> docket;
  private final DecisionShelf shelf;

  DecisionLists(Supplier<Docket> docket, DecisionShelf shelf) {
    this.docket = docket;
    this.shelf = shelf;
  }

  List<Route> routes() {
    return List.of(
        Route.read(PATH, this::page).anywhere(),
        Route.read("/api/v1" + PATH, request -> new Answer.Json(told(request)))
            .anywhere()
            .telling(
                Telling.of("Decisions, the newest first")
                    .with("place", "only those of this place or that affect it: system:checkout")
                    .with("after", "only those after this one, as next says")
                    .withNumber("most", "how many at once, at most " + Part.MOST)
                    .gives(DecisionTold.Listed.class)));
  }

  private Part<Decision> part(Request request, int most) {
    String after = Part.after(request.query("after"));
    int last = after.isEmpty() ? Integer.MAX_VALUE : number(after);
    Where place = RulePages.asked(docket.get(), request);
    return Part.of(
        shelf.all(docket.get().storage()).stream()
            .filter(one -> one.number() < last)
            .filter(one -> place.equals(Where.ANYWHERE) || Affected.isAt(one, place)),
        one -> request.caller().sees(one.place()),
        most,
        one -> one.number() + " " + one.id());
  }

  private static int number(String key) {
    String digits = key.substring(0, key.indexOf(' '));
    return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
  }

  private Answer page(Request request) {
    Docket here = docket.get();
    Part<Decision> part = part(request, Part.SHOWN);
    return new DecisionBoard(here, shelf, request.caller())
        .all(part, Part.after(request.query("after")), RulePages.asked(here, request));
  }

  private DecisionTold.Listed told(Request request) {
    Part<Decision> part = part(request, Part.asked(request));
    DecisionTelling telling = new DecisionTelling(docket.get(), shelf, request.caller());
    return new DecisionTold.Listed(
        part.rows().stream().map(telling::told).toList(), part.following());
  }
}
