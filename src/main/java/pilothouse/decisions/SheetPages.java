package pilothouse.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import pilothouse.journal.Who;
import pilothouse.web.Alike;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;

/** The rubrics of decisions, one of them, and new versions. */
final class SheetPages {
  private static final int LINE = 400;
  private final Supplier<Docket> docket;
  private final DecisionShelf shelf;

  SheetPages(Supplier<Docket> docket, DecisionShelf shelf) {
    this.docket = docket;
    this.shelf = shelf;
  }

  List<Route> routes() {
    String all = "/decisions/rubrics";
    List<Route> routes = new ArrayList<>();
    routes.addAll(
        Alike.list(
            all,
            "Rubrics of decisions: what makes one large, and who signs it",
            SheetTold.class,
            request -> new SheetBoard(docket.get(), shelf, request.caller()).all(),
            request ->
                new Sheets(docket.get())
                    .all().values().stream().map(sheet -> told(request, sheet)).toList()));
    routes.addAll(
        Alike.look(
            all + "/{rubric}",
            "One rubric of decisions",
            SheetTold.class,
            request -> new SheetBoard(docket.get(), shelf, request.caller()).one(found(request)),
            request -> told(request, found(request))));
    routes.addAll(
        Alike.central(
            all, "Writes a rubric of decisions", Wanted.Rubric.class, SheetTold.class, this::make));
    routes.addAll(
        Alike.central(
            all + "/{rubric}",
            "Writes a new version of a rubric",
            Wanted.Rubric.class,
            SheetTold.class,
            this::change));
    return routes;
  }

  private Sheet found(Request request) {
    return new Sheets(docket.get()).find(request.part("rubric")).orElseThrow(Docket::gone);
  }

  private static Sheet draft(Sent sent) {
    return Sheet.read(
        "",
        1,
        sent.needed("title", 120),
        sent.lines("questions", Sheet.MOST, LINE),
        sent.lines("grades", 10, LINE));
  }

  private Alike.Made make(Request request, Sent sent) {
    Sheet draft = draft(sent);
    boolean isTaken =
        new Sheets(docket.get())
            .all().values().stream().anyMatch(one -> one.title().equalsIgnoreCase(draft.title()));
    if (isTaken) {
      throw Sent.twice("title", draft.title());
    }
    return made(request, new Sheets(docket.get()).make(draft, Who.of(request.caller())));
  }

  private Alike.Made change(Request request, Sent sent) {
    Sheet before = found(request);
    Sheet draft = draft(sent);
    String why = sent.needed("why", 500);
    Who who = Who.of(request.caller());
    return made(request, new Sheets(docket.get()).change(before, draft, why, who));
  }

  private SheetTold told(Request request, Sheet sheet) {
    return SheetTold.of(SheetRecord.of(docket.get(), shelf, request.caller(), sheet));
  }

  private Alike.Made made(Request request, Sheet sheet) {
    SheetTold told = told(request, sheet);
    return new Alike.Made(told.page(), told);
  }
}
