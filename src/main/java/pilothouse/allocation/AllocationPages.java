package pilothouse.allocation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.views.Aim;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.NotFound;
import pilothouse.web.Permission;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Where;

/** What was declared and what was done, team by team, and the rules by which work is sorted. */
final class AllocationPages {
  private final Supplier<Allocations> allocations;

  AllocationPages(Supplier<Allocations> allocations) {
    this.allocations = allocations;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/allocation", this::all).anywhere(),
        Route.change("/allocation", this::declare).anywhere(),
        Route.read("/allocation/rules", this::rules).anywhere(),
        Route.change("/allocation/rules", this::write),
        Route.read("/allocation/{plan}", this::one).anywhere(),
        Route.change("/allocation/{plan}/end", this::end).anywhere());
  }

  private Answer all(Request request) {
    Allocations here = allocations.get();
    Caller caller = request.caller();
    return Answer.page(
        "allocation/all",
        Texts.say("allocation.title"),
        Map.of(
            "sheets",
            visible(here, caller).stream().map(plan -> Sheet.of(here, plan, caller)).toList(),
            "teams",
            teams(here, caller),
            "categories",
            here.register().rules().words(),
            "today",
            here.today().toString(),
            "end",
            here.today().plusMonths(3).minusDays(1).toString()));
  }

  /** The newest that one may see. */
  static List<Plan> visible(Allocations here, Caller caller) {
    return here.register().plans().stream()
        .filter(plan -> caller.sees(Where.team(plan.team())))
        .limit(50)
        .toList();
  }

  /** The teams for which one may declare anything. */
  static List<Aim.Named> teams(Allocations here, Caller caller) {
    return here.scopes().teams().stream()
        .filter(team -> caller.may(Permission.CHANGE, Where.team(team.aim().name())))
        .toList();
  }

  private Answer declare(Request request) {
    Allocations here = allocations.get();
    PlanDraft draft = Declaring.draft(request, here.register().rules().words());
    Plan plan = Declaring.of(here, request.caller(), draft);
    return new Answer.Redirect(plan.address());
  }

  private Answer one(Request request) {
    Allocations here = allocations.get();
    Plan plan = found(here, request, Permission.READ);
    return Answer.page(
        "allocation/one",
        Texts.say("allocation.of", plan.team()),
        Map.of("sheet", Sheet.of(here, plan, request.caller())));
  }

  private Answer end(Request request) {
    Allocations here = allocations.get();
    here.register().withdraw(found(here, request, Permission.CHANGE), Who.of(request.caller()));
    return new Answer.Redirect("/allocation");
  }

  /** What is elsewhere is not there. */
  static Plan found(Allocations here, Request request, Permission needed) {
    return Optional.of(request.part("plan"))
        .filter(id -> id.length() <= 40)
        .flatMap(here.register()::find)
        .filter(plan -> request.caller().may(needed, Where.team(plan.team())))
        .orElseThrow(
            () -> new NotFound(Texts.say("allocation.no-such"), Texts.say("allocation.see-all")));
  }

  private Answer rules(Request request) {
    return Answer.page(
        "allocation/rules",
        Texts.say("allocation.rules.title"),
        Map.of("text", allocations.get().register().rules().text()));
  }

  private Answer write(Request request) {
    String why = Optional.ofNullable(request.text("why", 300)).orElse("");
    String text = Optional.ofNullable(request.text("rules", RulebookDraft.LONGEST)).orElse("");
    allocations.get().register().write(text, why, Who.of(request.caller()));
    return new Answer.Redirect("/allocation/rules");
  }
}
