package pilothouse.decisions;

import java.util.List;
import java.util.function.Supplier;
import pilothouse.web.Answer;
import pilothouse.web.Part;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** Decisions, the newest first: all of them, or those of a place and those that affect it. */
final class DecisionLists {
  private final Supplier<Docket> docket;
  private final DecisionShelf shelf;

  DecisionLists(Supplier<Docket> docket, DecisionShelf shelf) {
    this.docket = docket;
    this.shelf = shelf;
  }

  List<Route> routes() {
    return List.of(
        Route.read(DecisionSieve.PATH, this::page).anywhere(),
        Route.read("/api/v1" + DecisionSieve.PATH, request -> new Answer.Json(told(request)))
            .anywhere()
            .telling(
                Telling.of("Decisions, the newest first")
                    .with("place", "only those of this place or that affect it: system:checkout")
                    .with("state", String.join(", ", DecisionSieve.STATES) + "; all otherwise")
                    .with(
                        "words", "only those in whose name, question or options all of them stand")
                    .with("after", "only those after this one, as next says")
                    .withNumber("most", "how many at once, at most " + Part.MOST)
                    .gives(DecisionTold.Listed.class)));
  }

  private Part<Decision> part(Request request, DecisionSieve sieve, int most) {
    String after = Part.after(request.query("after"));
    int last = after.isEmpty() ? Integer.MAX_VALUE : number(after);
    FileBoard files = new FileBoard(docket.get(), shelf, request.caller());
    return Part.of(
        shelf.all(docket.get().storage()).stream()
            .filter(one -> one.number() < last)
            .filter(one -> sieve.fits(one, files)),
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
    DecisionSieve sieve = DecisionSieve.of(here, request);
    Part<Decision> part = part(request, sieve, Part.SHOWN);
    return new DecisionBoard(here, shelf, request.caller())
        .all(part, Part.after(request.query("after")), sieve);
  }

  private DecisionTold.Listed told(Request request) {
    Part<Decision> part =
        part(request, DecisionSieve.of(docket.get(), request), Part.asked(request));
    DecisionTelling telling = new DecisionTelling(docket.get(), shelf, request.caller());
    return new DecisionTold.Listed(
        part.rows().stream().map(telling::told).toList(), part.following());
  }
}
