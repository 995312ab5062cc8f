package pilothouse.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import pilothouse.journal.Who;
import pilothouse.web.Alike;
import pilothouse.web.Answer;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;
import pilothouse.web.Telling;
import pilothouse.web.Where;

/** All decisions, one of them, and a new one. */
final class DecisionPages {
  private static final int TITLE = 120;
  private static final int LINE = 300;
  private static final int TEXT = 4_000;
  private final Supplier<Docket> docket;
  private final DecisionShelf shelf;

  DecisionPages(Supplier<Docket> docket, DecisionShelf shelf) {
    this.docket = docket;
    this.shelf = shelf;
  }

  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.addAll(new DecisionLists(docket, shelf).routes());
    all.add(Route.read("/decisions/like", this::like).anywhere());
    all.add(
        Route.read("/api/v1/decisions/alike", this::alike)
            .anywhere()
            .telling(
                Telling.of("Decisions with words of a question in common, the most alike first")
                    .with("question", "what is asked")
                    .givesMany(AlikeTold.class)));
    all.addAll(
        Alike.change(
            "/decisions",
            "Asks a question that is to be decided",
            Asked.Proposal.class,
            DecisionTold.class,
            this::propose));
    all.addAll(
        Alike.look(
            "/decisions/{decision}",
            "One decision with all that was said of it",
            DecisionTold.class,
            request -> board(request).one(found(request)),
            request -> telling(request).told(found(request))));
    all.add(
        Route.read("/api/v1/decisions/{decision}/affected", this::affected)
            .anywhere()
            .telling(
                Telling.of("What a decision affects, and what changes cost there before and after")
                    .givesMany(CostTold.class)));
    return all;
  }

  private static String asked(Request request) {
    String asked = request.query("question");
    return asked == null ? "" : asked;
  }

  private Answer like(Request request) {
    return new Alikes(docket.get(), shelf, request.caller()).part(asked(request));
  }

  private Answer alike(Request request) {
    return new Answer.Json(new Alikes(docket.get(), shelf, request.caller()).told(asked(request)));
  }

  private Answer affected(Request request) {
    Docket here = docket.get();
    Affects affects = new Affects(here, shelf.costs(), request.caller());
    return new Answer.Json(
        affects.of(found(request)).stream().map(one -> CostTold.of(here, one)).toList());
  }

  private DecisionBoard board(Request request) {
    return new DecisionBoard(docket.get(), shelf, request.caller());
  }

  private DecisionTelling telling(Request request) {
    return new DecisionTelling(docket.get(), shelf, request.caller());
  }

  private Decision found(Request request) {
    return shelf
        .find(docket.get().storage(), request.part("decision"), request.caller())
        .orElseThrow(Docket::gone);
  }

  private Alike.Made propose(Request request, Sent sent) {
    Docket here = docket.get();
    Where place = sent.place(here.places(), request.caller());
    Words words = words(sent, Words.NONE);
    String typed = sent.text("decider", 200);
    String decider = DecisionDeeds.owner(here, typed.isEmpty() ? request.caller().behind() : typed);
    Decision made =
        new Deciding(here, Who.of(request.caller()))
            .propose(place, words, decider, AffectedDeeds.all(here, request.caller(), sent));
    return new Alike.Made(made.address(), telling(request).told(made));
  }

  /** What it is about, as it was sent; what a program leaves out stays, and any way back does. */
  static Words words(Sent sent, Words before) {
    boolean isNew = before.equals(Words.NONE);
    return new Words(
        !isNew && sent.leaves("title") ? before.title() : sent.needed("title", TITLE),
        !isNew && sent.leaves("question") ? before.question() : sent.needed("question", TEXT),
        sent.leaves("drivers") ? before.drivers() : sent.lines("drivers", 20, LINE),
        sent.leaves("options") ? before.options() : Choice.asked(sent, before.options(), LINE),
        sent.leaves("consequences") ? before.consequences() : sent.text("consequences", TEXT),
        sent.leaves("confirmation") ? before.confirmation() : sent.text("confirmation", TEXT),
        sent.among("way_back", Words.WAYS_BACK, before.wayBack()));
  }
}
