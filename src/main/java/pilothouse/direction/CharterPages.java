package pilothouse.direction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import pilothouse.people.Team;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.NotFound;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;
import pilothouse.web.Where;

/** The charter of a team: one printed page, made of what is so now. */
final class CharterPages {
  private final Supplier<Ground> ground;

  CharterPages(Supplier<Ground> ground) {
    this.ground = ground;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/charter/{team}", this::page).ofTeam("team"),
        Route.read("/api/v1/charters/{team}", request -> new Answer.Json(told(request)))
            .ofTeam("team")
            .telling(Telling.of("The charter of a team").gives(Told.class)));
  }

  /** A charter as programs see it. */
  public record Told(
      String team,
      String title,
      String type,
      String focus,
      String mission,
      String missionAbove,
      List<String> systems,
      List<OutcomeTold> outcomes,
      List<String> norms,
      List<String> contacts) {}

  /** What it holds, for the page and for programs. */
  private record Charter(
      Team team,
      Optional<Statement> own,
      Optional<Statement> above,
      List<String> systems,
      List<Standing> outcomes,
      Optional<Statement> norms,
      List<String> contacts) {}

  private Charter charter(Request request) {
    Ground here = ground.get();
    String name = request.part("team");
    Team team =
        here.teams()
            .find(name)
            .orElseThrow(() ->
                new NotFound(
                    Texts.say("direction.charter.no-team", name),
                    Texts.say("direction.charter.see-teams")));
    Caller caller = request.caller();
    Where place = Where.team(name);
    Optional<Statement> above =
        caller.sees(Where.ORGANISATION)
            ? here.statements().current(Statement.Kind.MISSION, Where.ORGANISATION)
            : Optional.empty();
    return new Charter(
        team,
        here.statements().current(Statement.Kind.MISSION, place),
        above,
        here.systems().ownership().systems(name, here.outcomes().today()).stream()
            .sorted()
            .toList(),
        outcomes(here, caller, name),
        here.statements().current(Statement.Kind.NORMS, place),
        here.contacts().apply(name));
  }

  private static List<Standing> outcomes(Ground here, Caller caller, String team) {
    List<Standing> all = new ArrayList<>();
    for (Standing one : OutcomePages.standings(here, caller, "")) {
      if (Focus.isOf(team, one.outcome(), here.outcomes().today())) {
        all.add(one);
      }
    }
    return all;
  }

  private Answer page(Request request) {
    Charter charter = charter(request);
    Ground here = ground.get();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("team", charter.team());
    values.put("mission", charter.own().map(Statement::body).orElse(""));
    values.put("above", charter.above().map(Statement::body).orElse(""));
    values.put("systems", charter.systems());
    values.put("outcomes", charter.outcomes());
    values.put("norms", charter.norms().map(Statement::items).orElse(List.of()));
    values.put("contacts", charter.contacts());
    values.put("today", Say.day(here.outcomes().today()));
    return Answer.page(
        "direction/charter", Texts.say("direction.charter.title", charter.team().title()), values);
  }

  private Told told(Request request) {
    Charter charter = charter(request);
    Ground here = ground.get();
    return new Told(
        charter.team().name(),
        charter.team().title(),
        charter.team().value("type"),
        charter.team().value("focus"),
        charter.own().map(Statement::body).orElse(""),
        charter.above().map(Statement::body).orElse(""),
        charter.systems(),
        charter.outcomes().stream()
            .map(one -> OutcomeTold.of(here, request.caller(), one.outcome().id()))
            .toList(),
        charter.norms().stream()
            .flatMap(norms -> norms.items().stream())
            .map(Statement.Item::text)
            .toList(),
        charter.contacts());
  }
}
