package pilothouse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pilothouse.metrics.Metrics;
import pilothouse.metrics.delivery.ServiceMetrics;
import pilothouse.search.Searches;
import pilothouse.web.Navigation;
import pilothouse.web.Navigation.Area;
import pilothouse.web.Navigation.Entry;
import pilothouse.web.Permission;
import pilothouse.web.Route;
import pilothouse.web.Where;

/**
 * Where which page stands: the seven places, and aside what belongs to none of them. A place shows
 * as soon as one of its addresses has a page (decision 0025).
 */
final class Rooms {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern WEEKS = Pattern.compile("[1-9]\\d{0,3}w");
  private static final Pattern TEAM = Pattern.compile("team:.{1,80}");
  private static final Map<String, Pattern> LOOK =
      Map.of("scope", TEAM, "period", WEEKS, "from", DAY, "to", DAY);

  private static final Map<String, Pattern> SCOPED = Map.of("scope", TEAM);

  static final Navigation ALL =
      new Navigation(
          List.of(
              new Area(
                  "today",
                  "t",
                  List.of(
                      new Entry("today", "/", List.of(), LOOK),
                      new Entry("findings", "/findings"),
                      new Entry("promises", "/promises"))),
              new Area(
                  "direction",
                  "d",
                  List.of(
                      new Entry("direction", "/direction", List.of("/charter"), SCOPED),
                      new Entry("outcomes", "/outcomes", List.of(), SCOPED),
                      new Entry("map", "/map"),
                      new Entry("bets", "/bets"),
                      new Entry("roadmap", "/roadmap"),
                      new Entry("focus", "/focus"),
                      new Entry("experiments", "/experiments"),
                      new Entry("verdicts", "/verdicts"),
                      new Entry("lessons", "/lessons"),
                      new Entry("spikes", "/spikes"),
                      new Entry("rubrics", "/rubrics"),
                      new Entry("compare", "/compare"))),
              new Area(
                  "decisions",
                  "c",
                  List.of(
                      new Entry("decisions", "/decisions"),
                      new Entry("by-principle", "/decisions/by/principle"),
                      new Entry("decision-rubrics", "/decisions/rubrics"),
                      new Entry("councils", "/decisions/councils"),
                      new Entry("delegations", "/decisions/delegations"),
                      new Entry("trade-off-rules", "/decisions/rules"),
                      new Entry("standards", "/decisions/standards"))),
              new Area(
                  "systems",
                  "s",
                  List.of(
                      new Entry("repositories", "/systems", List.of(), LOOK),
                      new Entry("delivery", "/delivery", List.of(), LOOK),
                      new Entry("objectives", "/objectives"),
                      new Entry("allocation", "/allocation"),
                      new Entry("focus-time", "/focus-time"),
                      new Entry("debt", "/debt"),
                      new Entry("flags", "/flags"),
                      new Entry("catalogue", "/catalog"),
                      new Entry("rules", "/rules"),
                      new Entry("proposals", "/proposals"),
                      new Entry("flows", "/flows"))),
              new Area(
                  "people",
                  "p",
                  List.of(
                      new Entry("teams", "/teams"),
                      new Entry("identities", "/people/identities"),
                      new Entry("load", "/load"),
                      new Entry("blockers", "/blockers"),
                      new Entry("stakeholders", "/stakeholders"))),
              new Area(
                  "voice",
                  "v",
                  List.of(
                      new Entry("rounds", "/rounds"),
                      new Entry("customer-notes", "/customer-notes"),
                      new Entry("signals", "/signals"))),
              new Area(
                  "rhythm",
                  "r",
                  List.of(
                      new Entry("reviews", "/reviews"),
                      new Entry("forums", "/forums"),
                      new Entry("quarters", "/quarters"),
                      new Entry("briefs", "/briefs"),
                      new Entry("audiences", "/audiences")))),
          List.of(
              new Entry("journal", "/journal"),
              new Entry("notices", "/notices"),
              new Entry("sources", "/sources"),
              new Entry("imports", "/imports"),
              new Entry("exchange", "/exchange"),
              new Entry("formulas", "/formulas"),
              new Entry("administration", "/administration"),
              new Entry("roles", "/administration/roles"),
              new Entry("account", "/account"),
              new Entry("openapi", "/api/v1/openapi.json")));

  /** What is done on a page, found by what it does. */
  private static final Map<String, String> COMMANDS =
      Map.of(
          "declare", "/catalog#new",
          "team", "/teams#new",
          "rule", "/rules#add",
          "join", "/people/identities#join");

  private Rooms() {}

  /** What the program itself has to find: its pages, and its formulas. */
  static Searches.Offer offer(List<Route> routes) {
    List<Searches.Page> pages = new ArrayList<>();
    Stream<Entry> entries = ALL.areas().stream().flatMap(area -> area.entries().stream());
    Stream.concat(entries, ALL.aside().stream())
        .forEach(entry -> add(pages, "entry.", entry.id(), entry.address(), routes));
    COMMANDS.forEach((id, address) -> add(pages, "command.", id, address, routes));
    return new Searches.Offer(pages, Metrics.catalogue(), ServiceMetrics.catalogue());
  }

  private static void add(
      List<Searches.Page> pages, String kind, String id, String address, List<Route> routes) {
    String path = address.replaceFirst("#.*", "");
    for (Route route : routes) {
      if (route.method() == Route.Method.GET && route.path().equals(path)) {
        pages.add(
            new Searches.Page(
                kind + id,
                kind.equals("entry.") ? "also." + id : "",
                address,
                kind.equals("entry.") ? route.permission() : changing(route.permission()),
                route.isAnywhere() ? Where.ANYWHERE : Where.ORGANISATION));
      }
    }
  }

  /** Who may only look has no use for a form. */
  private static Permission changing(Permission looking) {
    return looking == Permission.READ ? Permission.CHANGE : looking;
  }
}
