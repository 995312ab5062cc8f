package pilothouse.views;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pilothouse.text.Addresses;
import pilothouse.text.Nearest;
import pilothouse.text.Texts;
import pilothouse.web.Elsewhere;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Where;

/** Reads from a request which part of the organisation it looks at, and offers the others. */
public final class Bridge {
  /** More than these are found by search, or on the page itself. */
  private static final int OFFERED = 200;

  private final Scopes scopes;

  Bridge(Scopes scopes) {
    this.scopes = scopes;
  }

  /** One that knows nothing but the organisation. */
  public static Bridge nowhere() {
    return new Bridge(Scopes.NONE);
  }

  /**
   * All of the organisation, or a team: what a list can be narrowed to.
   *
   * @throws Elsewhere when it is something with a page of its own
   * @throws NotFound when there is no such team, or whoever asks may not see it
   */
  public Aim aim(Request request) {
    Aim aim = Aim.of(request.query("scope"));
    if (aim.kind() == Aim.Kind.SYSTEM || aim.kind() == Aim.Kind.REPOSITORY) {
      throw new Elsewhere(page(aim, "") + rest(request, ""));
    }
    if (aim.kind() == Aim.Kind.TEAM
        && teams(request).stream().noneMatch(t -> t.aim().equals(aim))) {
      throw new NotFound(
          Texts.say("views.bridge.there-is-no-team", aim.name()), near(aim, request));
    }
    return aim;
  }

  /**
   * The same for programs: what has an address of its own is refused.
   *
   * @throws Refused when it is neither the organisation nor a team
   */
  public Aim team(Request request) {
    try {
      return aim(request);
    } catch (Elsewhere _) {
      throw Refused.bad(
          Texts.say("views.bridge.this-cannot-be-narrowed"),
          Texts.say("views.bridge.use-organisation-or-team"));
    }
  }

  /**
   * For pages of one thing: goes where the switch points.
   *
   * @param list the page of all such things
   * @param page below the page of each
   * @throws Elsewhere when the request names another scope
   */
  public static void leave(Request request, String list, String page) {
    String scope = request.query("scope");
    if (scope == null) {
      return;
    }
    Aim aim = Aim.of(scope);
    boolean one = aim.kind() == Aim.Kind.SYSTEM || aim.kind() == Aim.Kind.REPOSITORY;
    throw new Elsewhere(
        one
            ? page(aim, page) + rest(request, "")
            : list + rest(request, aim.isAll() ? "" : "scope=" + Addresses.part(aim.text())));
  }

  /** The systems that a team answers for on a day. */
  public Set<String> systems(Aim aim, LocalDate day) {
    return scopes.systems(aim.name(), day);
  }

  /** Where those systems live. */
  public List<Scopes.Home> homes(Aim aim, LocalDate day) {
    return scopes.homes(aim.name(), day);
  }

  /** What a team is called. */
  public String title(Aim aim) {
    return scopes.teams().stream()
        .filter(team -> team.aim().equals(aim))
        .map(Aim.Named::title)
        .findFirst()
        .orElse(aim.name());
  }

  /**
   * What may be chosen instead.
   *
   * @param now what is looked at
   * @param named heads the things that have a page of their own
   * @param ones those things
   */
  public List<Aim.Group> offered(Request request, Aim now, String named, List<Aim> ones) {
    List<View.Choice> teams =
        teams(request).stream()
            .limit(OFFERED)
            .map(team -> choice(team.aim(), team.title(), now))
            .toList();
    List<View.Choice> others =
        ones.size() > OFFERED
            ? ones.stream().filter(now::equals).map(aim -> choice(aim, aim.name(), now)).toList()
            : ones.stream()
                .filter(aim -> request.caller().sees(where(aim)))
                .map(aim -> choice(aim, aim.name(), now))
                .toList();
    if (teams.isEmpty() && others.size() < 2) {
      return List.of();
    }
    List<Aim.Group> groups = new ArrayList<>();
    View.Choice all = choice(Aim.ORGANISATION, Texts.say("helm.organisation"), now);
    groups.add(new Aim.Group("", List.of(all)));
    groups.add(new Aim.Group(Texts.say("helm.teams"), teams));
    groups.add(new Aim.Group(named, others));
    groups.removeIf(group -> group.choices().isEmpty());
    return groups;
  }

  /** The last day of a span, on which owners are asked for. */
  public static LocalDate last(Instant end, ZoneId zone) {
    return LocalDate.ofInstant(end.minusSeconds(1), zone);
  }

  private List<Aim.Named> teams(Request request) {
    return scopes.teams().stream()
        .filter(team -> request.caller().sees(Where.team(team.aim().name())))
        .toList();
  }

  private static Where where(Aim aim) {
    return aim.kind() == Aim.Kind.SYSTEM ? Where.system(aim.name()) : Where.repository(aim.name());
  }

  /** What stands in the path is not said again. */
  private static View.Choice choice(Aim aim, String words, Aim now) {
    boolean chosen = aim.equals(now);
    boolean told = chosen && aim.kind() != Aim.Kind.TEAM;
    return new View.Choice(told ? "" : aim.text(), words, chosen);
  }

  private static String page(Aim aim, String page) {
    String base = aim.kind() == Aim.Kind.SYSTEM ? "/delivery/" : "/systems/";
    return base + Addresses.slug(aim.name()) + (page.isEmpty() ? "" : "/" + page);
  }

  private static String rest(Request request, String first) {
    List<String> parts = new ArrayList<>();
    if (!first.isEmpty()) {
      parts.add(first);
    }
    for (String name : List.of("period", "from", "to", "definition", "words")) {
      String value = request.query(name);
      if (value != null) {
        parts.add(name + "=" + Addresses.part(value));
      }
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  private String near(Aim aim, Request request) {
    List<String> known = teams(request).stream().map(team -> team.aim().name()).toList();
    String nearest = known.isEmpty() ? "" : Nearest.to(aim.name(), known);
    boolean near = !nearest.isEmpty() && Nearest.isNear(aim.name(), nearest);
    return (near ? Texts.say("web.did-you-mean", "team:" + nearest) + " " : "")
        + Texts.say("views.bridge.see-teams");
  }

  /** The switch of a list: scope and period. */
  public static Helm list(String action, Aim now, View.Span span, List<Aim.Group> scopes) {
    String kept = now.isAll() ? "" : "?scope=" + Addresses.part(now.text());
    return new Helm(
        action, scopes, null, List.of(), span, action + kept, null, List.of(), Map.of());
  }
}
