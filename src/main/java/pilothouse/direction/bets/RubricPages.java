package pilothouse.direction.bets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** What bets are chosen by. */
final class RubricPages {
  private final Supplier<Bets> bets;

  RubricPages(Supplier<Bets> bets) {
    this.bets = bets;
  }

  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.addAll(
        new Outlook<>(
                "/rubrics",
                Telling.of("What bets are chosen by"),
                RubricTold.All.class,
                _ -> new RubricTold.All(bets.get().rubrics().all()),
                Outlook.template(
                    "bets/rubrics", _ -> Texts.say("bets.rubrics.rubrics"), _ -> Map.of()))
            .routes());
    routes.addAll(
        new Outlook<>(
                "/rubrics/{rubric}",
                Telling.of("A rubric and its versions"),
                RubricTold.class,
                request -> one(bets.get().rubrics().find(request.part("rubric")), request.caller()),
                Outlook.template("bets/rubric", told -> told.rubric().says(), _ -> Map.of()))
            .routes());
    routes.addAll(
        new Deed<>("/rubrics", RubricDraft.class, "Makes a rubric", RubricTold.class, this::add)
            .ofAll());
    routes.addAll(
        new Deed<>(
                "/rubrics/{rubric}",
                RubricDraft.class,
                "Changes a rubric: another version, by which everything is ranked anew",
                RubricTold.class,
                this::change)
            .ofAll());
    return routes;
  }

  private RubricTold one(Rubric rubric, Caller caller) {
    return RubricTold.of(
        rubric, bets.get().rubrics().versions(rubric.id()), caller, bets.get().around());
  }

  private Deed.Done done(Rubric rubric, Caller caller) {
    return new Deed.Done("/rubrics/" + rubric.id(), one(rubric, caller));
  }

  private Deed.Done add(Request request, RubricDraft draft) {
    return done(bets.get().rubrics().add(draft, request.caller()), request.caller());
  }

  private Deed.Done change(Request request, RubricDraft draft) {
    RubricShelf rubrics = bets.get().rubrics();
    Rubric before = rubrics.find(request.part("rubric"));
    return done(rubrics.change(before, draft, request.caller()), request.caller());
  }
}
