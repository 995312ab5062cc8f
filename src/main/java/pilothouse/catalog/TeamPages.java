package pilothouse.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import pilothouse.journal.Asked;
import pilothouse.journal.Shown;
import pilothouse.journal.Who;
import pilothouse.people.Membership;
import pilothouse.people.Person;
import pilothouse.people.Team;
import pilothouse.people.TeamDraft;
import pilothouse.storage.Said;
import pilothouse.text.Addresses;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.NotFound;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Where;

/** The teams: who is in them from when to when, what they answer for, how they are reached. */
final class TeamPages {
  /** What people are in teams for; any other word may be typed too. */
  static final List<String> FUNCTIONS =
      List.of(
          "engineering", "product", "design", "quality", "operations", "data", "security", "lead");

  /** The most people that a form offers by name. */
  private static final int OFFERED = 500;

  private final Supplier<Kept> source;

  TeamPages(Supplier<Kept> source) {
    this.source = source;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/teams", this::all).anywhere(),
        Route.change("/teams", this::declare),
        Route.read("/teams/{team}", this::one).ofTeam("team"),
        Route.change("/teams/{team}", this::say).ofTeam("team"),
        Route.change("/teams/{team}/members", this::join).ofTeam("team"),
        Route.change("/teams/{team}/members/{member}/end", this::leave).ofTeam("team"),
        Route.change("/teams/{team}/retire", this::retire).ofTeam("team"),
        Route.read("/teams/{team}/team-api.yaml", this::file).ofTeam("team"));
  }

  private Answer all(Request request) {
    Kept kept = source.get();
    Turn turn = Turn.of(request);
    Turn.Slice<Team> slice = slice(kept, turn, request.caller(), Permission.READ);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("rows", slice.rows().stream().map(team -> row(kept, team)).toList());
    values.put("count", count(kept, turn, request.caller()));
    values.put("typed", turn.typed());
    values.put("next", turn.next(slice));
    values.put("first", turn.after().isEmpty());
    values.put("types", TeamDraft.TYPES);
    return Answer.page("catalog/teams", Texts.say("catalog.team-pages.teams-2"), values);
  }

  /** How many the caller sees that are called so, in all parts of the list. */
  private static long count(Kept kept, Turn turn, Caller caller) {
    return kept.teams().titles().entrySet().stream()
        .filter(team -> caller.sees(Where.team(team.getKey())))
        .filter(team -> turn.fits(team.getKey(), team.getValue()))
        .count();
  }

  /** The teams of one part of the list, of which the caller may look at that. */
  static Turn.Slice<Team> slice(Kept kept, Turn turn, Caller caller, Permission needed) {
    List<String> names = new ArrayList<>();
    kept.teams()
        .titles()
        .forEach((name, title) -> {
          boolean further = name.compareTo(turn.after()) > 0 && names.size() < turn.reach();
          if (further && caller.may(needed, Where.team(name)) && turn.fits(name, title)) {
            names.add(name);
          }
        });
    Turn.Slice<String> slice = turn.slice(names, name -> name);
    return new Turn.Slice<>(kept.teams().some(slice.rows()), slice.next());
  }

  private static TeamRow row(Kept kept, Team team) {
    LocalDate today = kept.today();
    List<String> functions = new ArrayList<>();
    team.functions(today)
        .forEach((function, count) ->
            functions.add(
                (function.isEmpty()
                        ? Texts.say("catalog.team-pages.not-said")
                        : Team.function(function))
                    + " "
                    + count));
    return new TeamRow(
        team.name(),
        team.title(),
        team.type(),
        team.size(today),
        functions,
        List.copyOf(SystemPages.owned(kept, team.name()).keySet()),
        team.warnings(today));
  }

  private Answer one(Request request) {
    Kept kept = source.get();
    Team team = find(kept, request);
    Days days = new Days(kept.zone());
    boolean named = request.caller().may(Permission.PEOPLE, Where.team(team.name()));
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("named", named);
    values.put("team", team);
    values.put("row", row(kept, team));
    values.put("members", named ? members(kept, team, days) : List.of());
    values.put("ways", TeamApi.shown(team));
    values.put("history", history(kept, team.name(), days, request.caller()));
    values.put(
        "last",
        Shown.last(
            kept.journal(),
            Asked.at(Where.team(team.name()), named),
            request.caller(),
            kept.zone()));
    values.put("functions", FUNCTIONS);
    values.put("types", TeamDraft.TYPES);
    values.put("people", people(kept, request.caller()));
    values.put("today", kept.today().toString());
    return Answer.page("catalog/team", team.title(), values);
  }

  /**
   * Whom the form offers: who may look at a team alone is told of nobody else, and a list of
   * thousands helps nobody.
   */
  private static List<String> people(Kept kept, Caller caller) {
    if (!knowsAll(caller) || kept.people().count() > OFFERED) {
      return List.of();
    }
    return kept.people().next("", List.of(), OFFERED, kept.today()).stream()
        .map(Person::name)
        .distinct()
        .toList();
  }

  private static boolean knowsAll(Caller caller) {
    return caller.may(Permission.PEOPLE, Where.ORGANISATION);
  }

  private static List<MemberRow> members(Kept kept, Team team, Days days) {
    Set<String> ids =
        team.memberships().stream().map(Membership::person).collect(Collectors.toSet());
    Map<String, String> names =
        kept.people().some(ids).stream().collect(Collectors.toMap(Person::id, Person::name));
    return team.memberships().stream()
        .map(member ->
            new MemberRow(
                member.id(),
                names.getOrDefault(member.person(), member.person()),
                Team.function(member.function()),
                Days.span(member.first(), member.last()),
                said(member, days),
                member.ended(),
                member.holds(kept.today())))
        .sorted((a, b) -> Boolean.compare(b.holds(), a.holds()))
        .toList();
  }

  private static String said(Membership member, Days days) {
    String why = member.said().why().isEmpty() ? "" : ": " + member.said().why();
    return Who.called(member.said().by())
        + ", "
        + Told.source(member.said())
        + ", "
        + days.time(member.saidAt())
        + why;
  }

  private static List<Told> history(Kept kept, String name, Days days, Caller caller) {
    return kept.teams().history(name).stream()
        .filter(field -> field.until() != null && !field.name().equals(TeamDraft.DOCUMENT))
        .limit(200)
        .map(field -> Told.of(field, days, caller, Where.team(name)))
        .toList();
  }

  private static Team find(Kept kept, Request request) {
    String name = request.part("team");
    return kept.teams()
        .find(name)
        .orElseThrow(() ->
            new NotFound(
                Texts.say("catalog.team-pages.no-team-is-called", name),
                Texts.say("catalog.team-pages.see-teams-for-those")));
  }

  private Answer declare(Request request) {
    String title = request.typed("title");
    String name = request.typed("name");
    String slug = name.isEmpty() ? TeamDraft.slug(title) : name;
    Kept kept = source.get();
    kept.teams()
        .find(slug)
        .ifPresent(team -> {
          throw Refused.conflict(
              Texts.say(
                  "catalog.team-pages.exists-already",
                  slug,
                  (team.isRetired() ? Texts.say("catalog.team-pages.it-was-dissolved") : ".")),
              Texts.say("catalog.team-pages.change-it-at-teams", slug));
        });
    return said(kept, request, slug);
  }

  private Answer say(Request request) {
    Kept kept = source.get();
    return said(kept, request, find(kept, request).name());
  }

  private static Answer said(Kept kept, Request request, String name) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : TeamDraft.FIELDS) {
      if (request.isSent(field)) {
        fields.put(field, request.typed(field));
      }
    }
    kept.teams().declare(new TeamDraft(name, fields), Forms.said(request));
    return back(name);
  }

  private Answer join(Request request) {
    Kept kept = source.get();
    Team team = find(kept, request);
    String given = request.needed("person");
    Said said = Forms.said(request);
    LocalDate first = Forms.day(request, "from", kept.today());
    LocalDate last = Forms.day(request, "to");
    String function = request.typed("function");
    kept.systems()
        .whole(() -> {
          String person = who(kept, given, said, knowsAll(request.caller()));
          kept.teams().join(team.name(), person, function, first, last, said);
        });
    return back(team.name());
  }

  /** Somebody by a login, an address or a name; an address that nobody knows is somebody new. */
  private static String who(Kept kept, String given, Said said, boolean byName) {
    Optional<String> joined = kept.people().joined(given);
    if (joined.isPresent()) {
      return joined.get();
    }
    List<Person> called = byName ? kept.people().called(given) : List.of();
    if (called.size() == 1) {
      return called.getFirst().id();
    }
    if (called.size() > 1) {
      throw Refused.unfit(
          Texts.say("catalog.team-pages.several-people-are-called", given),
          Texts.say("catalog.team-pages.write-an-e-mail"));
    }
    if (!given.contains("@")) {
      throw Refused.unfit(
          Texts.say("catalog.team-pages.nobody-is-known-as", given),
          Texts.say("catalog.team-pages.write-an-e-mail-2"));
    }
    kept.people().join("", List.of(given), said);
    return kept.people().joined(given).orElseThrow();
  }

  private Answer leave(Request request) {
    Kept kept = source.get();
    Team team = find(kept, request);
    LocalDate last = Forms.day(request, "last", kept.today());
    Said said = Forms.said(request);
    String member = request.part("member");
    if (team.memberships().stream().noneMatch(one -> one.id().equals(member))) {
      throw new NotFound(
          Texts.say("catalog.team-pages.that-membership-is-over"),
          Texts.say("catalog.team-pages.look-at-the-page"));
    }
    kept.teams().leave(member, last, said);
    return back(team.name());
  }

  private Answer retire(Request request) {
    Kept kept = source.get();
    String name = find(kept, request).name();
    kept.teams().retire(name, Forms.said(request));
    return back(name);
  }

  private static Answer back(String team) {
    return new Answer.Redirect("/teams/" + Addresses.part(team));
  }

  private Answer file(Request request) {
    Kept kept = source.get();
    Team team = find(kept, request);
    Map<String, String> owned = SystemPages.owned(kept, team.name());
    byte[] bytes = TeamApi.written(team, owned, kept.systems().rules().systems()).getBytes(UTF_8);
    return new Answer.Data("application/yaml; charset=utf-8", "team-api.yaml", bytes);
  }
}
