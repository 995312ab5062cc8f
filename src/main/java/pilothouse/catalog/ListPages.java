package pilothouse.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.people.Person;
import pilothouse.people.Team;
import pilothouse.systems.Declared;
import pilothouse.systems.Rule;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Where;

/** Who and what as JSON, in parts, as the export has it: what the caller may see of it. */
final class ListPages {
  private final Supplier<Kept> source;

  ListPages(Supplier<Kept> source) {
    this.source = source;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/api/v1/catalog", this::systems)
            .anywhere()
            .telling(Turn.telling("The declared systems by name, as the export has them.")),
        Route.read("/api/v1/teams", this::teams)
            .anywhere()
            .telling(
                Turn.telling("The teams by name; with who is in them, where one may see that.")),
        Route.people("/api/v1/people", this::people)
            .telling(Turn.telling("The people by name, with their logins and addresses.")),
        Route.read("/api/v1/rules", this::rules)
            .anywhere()
            .telling(Turn.telling("The rules by hand, in the order in which they are tried.")));
  }

  private Answer systems(Request request) {
    Kept kept = source.get();
    Turn turn = Turn.ofProgram(request);
    Turn.Slice<Declared> slice =
        new SystemList(kept, request.caller()).slice(turn, new SystemList.Wish("", ""));
    return told(request, turn, "systems", slice, new Exports(kept)::system);
  }

  private Answer teams(Request request) {
    Kept kept = source.get();
    Turn turn = Turn.ofProgram(request);
    Caller caller = request.caller();
    Turn.Slice<Team> slice = TeamPages.slice(kept, turn, caller, Permission.READ);
    Exports exports = new Exports(kept).of(slice.rows());
    return told(
        request,
        turn,
        "teams",
        slice,
        team -> exports.team(team, caller.may(Permission.PEOPLE, Where.team(team.name()))));
  }

  private Answer people(Request request) {
    Kept kept = source.get();
    Turn turn = Turn.ofProgram(request);
    Turn.Slice<Person> slice = IdentityPages.slice(kept, turn);
    return told(request, turn, "people", slice, new Exports(kept)::person);
  }

  /**
   * A rule that names a system is for those who see that system; what counts as production, and
   * which branches are hotfixes, is the same for all.
   */
  private Answer rules(Request request) {
    Turn turn = Turn.ofProgram(request);
    Caller caller = request.caller();
    List<Rule> all = source.get().catalogue().rules().all();
    int from = 0;
    if (!turn.after().isEmpty()) {
      from = all.stream().map(Rule::id).toList().indexOf(turn.after()) + 1;
      if (from == 0) {
        throw Refused.bad(
            Texts.say("catalog.list-pages.the-rule-that-the"),
            Texts.say("catalog.list-pages.begin-again-without-after"));
      }
    }
    List<Rule> found =
        all.stream()
            .skip(from)
            .filter(rule -> !rule.kind().namesSystem() || caller.sees(Where.system(rule.target())))
            .filter(rule -> turn.fits(rule.pattern(), rule.target()))
            .limit(turn.reach())
            .toList();
    return told(request, turn, "rules", turn.slice(found, Rule::id), Exports::rule);
  }

  private static <T> Answer told(
      Request request,
      Turn turn,
      String name,
      Turn.Slice<T> slice,
      Function<T, Map<String, Object>> form) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put(name, slice.rows().stream().map(form).toList());
    String next = turn.next(slice, "most", turn.most() == Turn.SHOWN ? "" : "" + turn.most());
    told.put("next", next.isEmpty() ? null : request.path() + next);
    return new Answer.Json(told);
  }
}
