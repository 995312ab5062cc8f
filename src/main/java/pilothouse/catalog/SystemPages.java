package pilothouse.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import pilothouse.journal.Asked;
import pilothouse.journal.Shown;
import pilothouse.storage.Said;
import pilothouse.systems.Declared;
import pilothouse.systems.Edge;
import pilothouse.systems.Repository;
import pilothouse.systems.Rules;
import pilothouse.systems.SystemDraft;
import pilothouse.text.Addresses;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.NotFound;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;
import pilothouse.web.Where;

/** The declared systems: who answers for them, where they live, what they need. */
final class SystemPages {
  private final Supplier<Kept> source;
  private final BiFunction<Where, Caller, Optional<Board.Table>> standards;

  SystemPages(Supplier<Kept> source, BiFunction<Where, Caller, Optional<Board.Table>> standards) {
    this.source = source;
    this.standards = standards;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/catalog", this::all).anywhere(),
        Route.change("/catalog", this::declare),
        Route.read("/catalog/{system}", this::one).ofSystem("system"),
        Route.read("/api/v1/catalog/{system}", this::json)
            .ofSystem("system")
            .telling(
                Telling.of("One system: what is said of it, by whom, its owners and needs.")
                    .gives(SystemTold.class)),
        Route.change("/catalog/{system}", this::say).ofSystem("system"),
        Route.change("/catalog/{system}/edges", this::connect).ofSystem("system"),
        Route.change("/catalog/{system}/edges/{edge}/end", this::end).ofSystem("system"),
        Route.change("/catalog/{system}/retire", this::retire).ofSystem("system"));
  }

  private Answer all(Request request) {
    Kept kept = source.get();
    Turn turn = Turn.of(request);
    String repository = asked(request, "repository");
    SystemList.Wish wish = new SystemList.Wish(repository, owners(request));
    SystemList list = new SystemList(kept, request.caller());
    Turn.Slice<Declared> slice = list.slice(turn, wish);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", asked(request, "name"));
    values.put(
        "rows",
        slice.rows().stream().map(system -> row(system, list.rules(), kept.today())).toList());
    values.put("count", list.count(turn, wish));
    values.put("typed", turn.typed());
    values.put("first", turn.after().isEmpty());
    values.put("next", turn.next(slice, "repository", repository, "owners", wish.owners()));
    boolean whole = turn.after().isEmpty() && turn.words().isEmpty() && wish.owners().isEmpty();
    values.put("orphans", whole ? list.doubts(new SystemList.Wish(repository, "none")) : List.of());
    values.put(
        "doubles", whole ? list.doubts(new SystemList.Wish(repository, "several")) : List.of());
    values.put("clashes", whole ? list.clashes(repository) : List.of());
    values.put("repository", repository);
    values.put("owners", wish.owners());
    values.put(
        "proposals",
        whole && request.caller().sees(Where.ORGANISATION) ? new Proposals(kept).all().size() : 0);
    values.put("teams", teams(kept, request.caller()));
    return Answer.page("catalog/systems", Texts.say("catalog.system-pages.catalogue-2"), values);
  }

  private static String asked(Request request, String name) {
    String text = request.query(name);
    return text == null ? "" : text;
  }

  private static String owners(Request request) {
    String owners = asked(request, "owners");
    if (!List.of("", "none", "several").contains(owners)) {
      throw Refused.bad(
          Texts.say("catalog.system-pages.owners-in-the-address"),
          Texts.say("catalog.system-pages.say-one-of-them"));
    }
    return owners;
  }

  static SystemRow row(Declared system, Rules rules, LocalDate today) {
    String written = system.value("repository");
    String folder = rules.folder(system.name());
    String home = rules.home(system.name()).map(Repository::name).orElse(written);
    return new SystemRow(
        system.name(),
        system.title(),
        system.value("kind"),
        system.value("lifecycle"),
        system.owners(today),
        home + (folder.isEmpty() ? "" : "/" + folder),
        rules.home(system.name()).map(there -> link(there.name(), folder)).orElse(""),
        system.source());
  }

  private static String link(String repository, String folder) {
    String page = "/systems/" + Addresses.part(repository.replace('/', '~'));
    return folder.isEmpty() ? page : page + "?folder=" + Addresses.part(folder);
  }

  static List<String> teams(Kept kept) {
    return List.copyOf(kept.teams().titles().keySet());
  }

  /** Those that the caller may see. */
  private static List<String> teams(Kept kept, Caller caller) {
    return teams(kept).stream().filter(team -> caller.sees(Where.team(team))).toList();
  }

  private Answer one(Request request) {
    Kept kept = source.get();
    Declared system = find(kept, request);
    Days days = new Days(kept.zone());
    Rules rules = kept.systems().rules();
    Set<String> teams = new TreeSet<>(teams(kept));
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("system", system);
    values.put("row", row(system, rules, kept.today()));
    values.put("fields", fields(system, days, request.caller()));
    values.put("unread", Unread.of(system.value("repository"), rules));
    values.put("owners", edges(system, Edge.Kind.OWNER, teams, kept, request.caller()));
    values.put(
        "needs",
        edges(system, Edge.Kind.NEEDS, Set.copyOf(rules.systems()), kept, request.caller()));
    values.put("neededBy", neededBy(kept, system.name(), request.caller()));
    values.put("history", history(kept, system.name(), days, request.caller()));
    values.put(
        "last",
        Shown.last(
            kept.journal(),
            Asked.at(Where.system(system.name()), false),
            request.caller(),
            kept.zone()));
    values.put("teams", teams(kept, request.caller()));
    values.put(
        "systems",
        rules.systems().stream()
            .filter(name -> request.caller().sees(Where.system(name)))
            .toList());
    values.put("today", kept.today().toString());
    standards
        .apply(Where.system(system.name()), request.caller())
        .ifPresent(table -> values.put("standards", Board.of("", "", List.of(table))));
    return Answer.page("catalog/system", system.title(), values);
  }

  private Answer json(Request request) {
    Kept kept = source.get();
    Declared system = find(kept, request);
    Set<String> teams = Set.copyOf(teams(kept));
    Set<String> systems = Set.copyOf(kept.systems().rules().systems());
    return new Answer.Json(
        new SystemTold(
            system.name(),
            system.isRetired(),
            fields(system, new Days(kept.zone()), request.caller()),
            edges(system, Edge.Kind.OWNER, teams, kept, request.caller()),
            edges(system, Edge.Kind.NEEDS, systems, kept, request.caller()),
            neededBy(kept, system.name(), request.caller())));
  }

  private static List<Told> fields(Declared system, Days days, Caller caller) {
    Where place = Where.system(system.name());
    List<Told> fields = new ArrayList<>();
    for (String name : SystemDraft.FIELDS) {
      var field = system.field(name);
      fields.add(
          field == null ? new Told(name, "", "", "", "", "") : Told.of(field, days, caller, place));
    }
    return fields;
  }

  private static List<Told> history(Kept kept, String name, Days days, Caller caller) {
    return kept.catalogue().history(name).stream()
        .filter(field -> field.until() != null || field.name().equals("retired"))
        .limit(200)
        .map(field -> Told.of(field, days, caller, Where.system(name)))
        .toList();
  }

  private static List<EdgeRow> edges(
      Declared system, Edge.Kind kind, Set<String> known, Kept kept, Caller caller) {
    Days days = new Days(kept.zone());
    return system.edges().stream()
        .filter(edge -> edge.kind() == kind)
        .map(edge ->
            EdgeRow.of(edge, edge.holds(kept.today()), known.contains(edge.other()), days, caller))
        .sorted((a, b) -> Boolean.compare(b.holds(), a.holds()))
        .toList();
  }

  private static List<String> neededBy(Kept kept, String name, Caller caller) {
    Rules rules = kept.systems().rules();
    return kept.catalogue().edges().needing(name, kept.today()).stream()
        .filter(other -> rules.entry(other).isPresent())
        .filter(other -> caller.sees(Where.system(other)))
        .toList();
  }

  static Declared find(Kept kept, Request request) {
    String name = request.part("system");
    return kept.catalogue()
        .find(name)
        .orElseThrow(() ->
            new NotFound(
                Texts.say("catalog.system-pages.no-system-is-called", name),
                Texts.say("catalog.system-pages.see-catalog-for-those")));
  }

  private Answer declare(Request request) {
    Kept kept = source.get();
    String title = request.typed("title");
    String name = request.typed("name");
    String slug = name.isEmpty() ? SystemDraft.slug(title) : name;
    kept.catalogue()
        .find(slug)
        .ifPresent(system -> {
          throw Refused.conflict(
              Texts.say(
                  system.isRetired()
                      ? "catalog.system-pages.exists-retired"
                      : "catalog.system-pages.exists-already",
                  slug),
              Texts.say("catalog.system-pages.change-it-at-catalog", slug));
        });
    String owner = request.typed("owner");
    kept.systems()
        .whole(() -> {
          say(kept, request, slug);
          if (!owner.isEmpty()) {
            own(kept, request, slug, owner, kept.today());
          }
        });
    return new Answer.Redirect("/catalog/" + Addresses.part(slug));
  }

  private Answer say(Request request) {
    Kept kept = source.get();
    Declared system = find(kept, request);
    String name = system.name();
    refuseMove(request, system);
    say(kept, request, name);
    return new Answer.Redirect("/catalog/" + Addresses.part(name));
  }

  /**
   * Where a system lives decides who sees what lives there: that is for the organisation to say.
   */
  private static void refuseMove(Request request, Declared system) {
    for (String field : List.of("repository", "folder")) {
      boolean moves = request.isSent(field) && !request.typed(field).equals(system.value(field));
      if (moves && !request.caller().may(Permission.CHANGE, Where.ORGANISATION)) {
        throw Refused.forbidden(
            Texts.say("catalog.system-pages.you-may-not-say-2", system.name()),
            Texts.say("catalog.system-pages.ask-somebody-who-leads-2"));
      }
    }
  }

  private static void say(Kept kept, Request request, String name) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : SystemDraft.FIELDS) {
      if (request.isSent(field)) {
        fields.put(field, request.typed(field));
      }
    }
    kept.catalogue().declare(new SystemDraft(name, fields), Forms.said(request));
  }

  private Answer connect(Request request) {
    Kept kept = source.get();
    String name = find(kept, request).name();
    LocalDate first = Forms.day(request, "from", kept.today());
    String other = request.needed("other");
    if (request.typed("kind").equals("needs")) {
      LocalDate last = Forms.day(request, "to");
      new Sight(kept, request.caller()).refuseNeed(name, other, last);
      Said said = Forms.said(request);
      kept.catalogue().edges().add(Edge.Kind.NEEDS, name, other, first, last, said);
    } else {
      own(kept, request, name, other, first);
    }
    return new Answer.Redirect("/catalog/" + Addresses.part(name));
  }

  private static void own(Kept kept, Request request, String system, String team, LocalDate first) {
    if (!teams(kept, request.caller()).contains(team)) {
      throw Refused.unfit(
          Texts.say("catalog.system-pages.no-team-is-called-2", team),
          Texts.say("catalog.system-pages.add-it-at-teams-2"));
    }
    Said said = Forms.said(request);
    kept.catalogue()
        .edges()
        .add(Edge.Kind.OWNER, system, team, first, Forms.day(request, "to"), said);
  }

  private Answer end(Request request) {
    Kept kept = source.get();
    Declared system = find(kept, request);
    String name = system.name();
    String edge = request.part("edge");
    if (system.edges().stream().noneMatch(one -> one.id().equals(edge))) {
      throw new NotFound(
          Texts.say("catalog.system-pages.that-line-is-over"),
          Texts.say("catalog.system-pages.look-at-the-page"));
    }
    LocalDate last = Forms.day(request, "last", kept.today());
    kept.catalogue().edges().end(edge, last, Forms.said(request));
    return new Answer.Redirect("/catalog/" + Addresses.part(name));
  }

  private Answer retire(Request request) {
    Kept kept = source.get();
    String name = find(kept, request).name();
    kept.catalogue().retire(name, Forms.said(request));
    return new Answer.Redirect("/catalog/" + Addresses.part(name));
  }

  /** The systems that a team answers for today, with where they live. */
  static Map<String, String> owned(Kept kept, String team) {
    Rules rules = kept.systems().rules();
    Map<String, String> owned = new TreeMap<>();
    kept.systems()
        .ownership()
        .systems(team, kept.today())
        .forEach(system ->
            rules.entry(system).ifPresent(entry -> owned.put(system, entry.repository())));
    return owned;
  }
}
