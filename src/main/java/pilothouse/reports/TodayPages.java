package pilothouse.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import pilothouse.delivery.Brief;
import pilothouse.findings.Finding;
import pilothouse.findings.Needs;
import pilothouse.metrics.Scope;
import pilothouse.text.Texts;
import pilothouse.views.Aim;
import pilothouse.views.Bridge;
import pilothouse.views.Helm;
import pilothouse.views.Scopes;
import pilothouse.views.Sounding;
import pilothouse.views.View;
import pilothouse.views.Views;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;
import pilothouse.web.Where;

/**
 * The first page: the health check where there is one repository; where there are more, what of all
 * of them asks for a look first; and the list of systems.
 */
final class TodayPages {
  private final Views views;
  private final CheckPages pages;
  private final BiFunction<Caller, Aim, Brief> delivery;
  private final BiFunction<Caller, List<Finding>, Needs> needs;

  TodayPages(
      Views views,
      CheckPages pages,
      BiFunction<Caller, Aim, Brief> delivery,
      BiFunction<Caller, List<Finding>, Needs> needs) {
    this.views = views;
    this.pages = pages;
    this.delivery = delivery;
    this.needs = needs;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/", this::first).anywhere(),
        Route.read("/systems", this::systems).anywhere(),
        Route.read("/api/v1/systems", this::json)
            .anywhere()
            .telling(
                Telling.of("The repositories, and how far the reading of each is")
                    .givesMany(Known.class)));
  }

  /** A system as JSON: how far its reading is, and where its health check stands. */
  public record Known(
      String repository, String check, boolean reading, String doing, String trouble) {}

  private Answer first(Request request) {
    List<Sounding> soundings = soundings(request);
    if (soundings.isEmpty()) {
      return empty(request);
    }
    if (soundings.size() == 1 && !isTeams(request)) {
      return withDelivery(request, pages.show(soundings.getFirst(), request));
    }
    Watch watch = watch(request);
    List<View> seen = watch.rows().stream().map(SystemRow::view).filter(Objects::nonNull).toList();
    List<Finding> brought =
        seen.stream()
            .flatMap(view -> pages.of(view).findings().stream().map(one -> paged(view, one)))
            .toList();
    return Answer.page(
        "reports/today",
        Texts.say("place.today"),
        Map.of(
            "watch", watch,
            "helm", helm(request, "/", watch),
            "asking",
                asking(
                    request,
                    needs.apply(request.caller(), brought).at(watch.places()),
                    watch.quiet()),
            "delivery", delivery.apply(request.caller(), watch.aim())));
  }

  private static Finding paged(View view, Finding one) {
    return one.at(view.receipt(one.receipt().metric(), one.receipt().folder()));
  }

  /** What the doors tell; what a health check shows stands in its own quarters. */
  private Asking asking(Request request) {
    return asking(request, needs.apply(request.caller(), List.of()), Map.of());
  }

  private Asking asking(Request request, Needs found, Map<String, String> quiet) {
    return Asking.of(
        found, request.caller(), soundings(request), quiet, views.clock().instant(), views.zone());
  }

  private static boolean isTeams(Request request) {
    String scope = request.query("scope");
    return scope != null && scope.startsWith("team:");
  }

  /** The page with what of delivery asks for a look. */
  private Answer withDelivery(Request request, Answer answer) {
    if (answer instanceof Answer.Page page && page.template().equals("reports/check")) {
      Map<String, Object> values = new HashMap<>(page.values());
      values.put("delivery", delivery.apply(request.caller(), Aim.ORGANISATION));
      View view = (View) Objects.requireNonNull(values.get("view"));
      List<Finding> brought =
          pages.of(view).findings().stream().map(one -> paged(view, one)).toList();
      values.put("asking", asking(request, needs.apply(request.caller(), brought), Map.of()));
      return new Answer.Page(page.status(), page.template(), page.title(), page.explores(), values);
    }
    return answer;
  }

  private Answer systems(Request request) {
    Watch watch = watch(request);
    return soundings(request).isEmpty()
        ? empty(request)
        : Answer.page(
            "reports/systems",
            Texts.say("place.systems"),
            Map.of(
                "watch", watch,
                "helm", helm(request, "/systems", watch),
                "delivery", delivery.apply(request.caller(), watch.aim())));
  }

  private Helm helm(Request request, String action, Watch watch) {
    List<Aim.Group> scopes =
        views
            .bridge()
            .offered(request, watch.aim(), Texts.say("helm.repositories"), views.repositories());
    return Bridge.list(action, watch.aim(), watch.isChosen() ? watch.span() : usual(watch), scopes);
  }

  /** Each through its own usual period, which is no choice among the others. */
  private static View.Span usual(Watch watch) {
    List<View.Choice> choices = new ArrayList<>();
    choices.add(new View.Choice("", Texts.say("period.usual"), true));
    for (View.Choice one : watch.span().choices()) {
      choices.add(new View.Choice(one.code(), one.words(), false));
    }
    return new View.Span("", null, choices, null);
  }

  /** All repositories, or where the systems of a team live. */
  private Watch watch(Request request) {
    Bridge bridge = views.bridge();
    Aim aim = bridge.aim(request);
    View.Span span = Views.span(request);
    if (aim.isAll()) {
      List<SystemRow> rows = soundings(request).stream().map(one -> row(one, request, "")).toList();
      return new Watch(aim, "", rows, List.of(), Set.of(), span);
    }
    Map<String, Sounding> known =
        soundings(request).stream().collect(Collectors.toMap(Sounding::repository, one -> one));
    List<Scopes.Home> homes =
        bridge.homes(aim, views.lastDay(request)).stream()
            .filter(home -> request.caller().sees(Where.system(home.system())))
            .toList();
    return new Watch(
        aim,
        bridge.title(aim),
        homes.stream()
            .filter(home -> known.containsKey(home.repository()))
            .map(home -> new Scope(home.repository(), home.folder()))
            .distinct()
            .map(
                at -> row(Objects.requireNonNull(known.get(at.repository())), request, at.folder()))
            .toList(),
        homes.stream()
            .filter(home -> !known.containsKey(home.repository()))
            .map(Scopes.Home::system)
            .toList(),
        places(aim, homes),
        span);
  }

  private static Set<Where> places(Aim team, List<Scopes.Home> homes) {
    Set<Where> places = new HashSet<>(Set.of(Where.team(team.name())));
    homes.forEach(home -> {
      places.add(Where.system(home.system()));
      places.add(Where.repository(home.repository()));
    });
    return places;
  }

  private SystemRow row(Sounding sounding, Request request, String folder) {
    View view = views.view(sounding, request, folder);
    return SystemRow.of(sounding, view, view == null ? List.of() : pages.of(view).quarters());
  }

  /** The repositories that the caller may see. */
  private List<Sounding> soundings(Request request) {
    return views.soundings().stream()
        .filter(sounding -> request.caller().sees(Where.repository(sounding.repository())))
        .toList();
  }

  private Answer json(Request request) {
    return new Answer.Json(
        soundings(request).stream()
            .map(at ->
                new Known(
                    at.repository(),
                    "/api/v1" + View.base(at),
                    at.running(),
                    at.doing(),
                    at.trouble() == null ? "" : at.trouble()))
            .toList());
  }

  private Answer empty(Request request) {
    var _ = Views.span(request); // A period and a team narrow nothing to nothing, and are kept.
    var _ = isTeams(request);
    return Answer.page(
        "reports/empty",
        Texts.say("reports.today-pages.nothing-has-been-read"),
        Map.of(
            "delivery", delivery.apply(request.caller(), Aim.ORGANISATION),
            "asking", asking(request)));
  }
}
