package pilothouse.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import pilothouse.delivery.Brief;
import pilothouse.findings.Finding;
import pilothouse.findings.Findings;
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
  private static final int MOST = 7;
  private final Views views;
  private final CheckPages pages;
  private final Function<Caller, Brief> delivery;

  TodayPages(Views views, CheckPages pages, Function<Caller, Brief> delivery) {
    this.views = views;
    this.pages = pages;
    this.delivery = delivery;
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
    if (soundings.size() == 1) {
      return withDelivery(request, pages.show(soundings.getFirst(), request));
    }
    List<Finding> all = new ArrayList<>();
    List<View> seen = new ArrayList<>();
    for (Sounding sounding : soundings) {
      View view = views.view(sounding, request);
      if (view != null) {
        seen.add(view);
        all.addAll(pages.of(view).findings());
      }
    }
    List<Notice> notices =
        Findings.ranked(all).stream().limit(MOST).flatMap(f -> notices(seen, f)).toList();
    return Answer.page(
        "reports/today",
        "Today",
        Map.of(
            "notices", notices,
            "count", all.size(),
            "rows", rows(request),
            "delivery", delivery.apply(request.caller())));
  }

  /** The page with what of delivery asks for a look. */
  private Answer withDelivery(Request request, Answer answer) {
    if (answer instanceof Answer.Page page && page.template().equals("reports/check")) {
      Map<String, Object> values = new HashMap<>(page.values());
      values.put("delivery", delivery.apply(request.caller()));
      return new Answer.Page(page.status(), page.template(), page.title(), page.explores(), values);
    }
    return answer;
  }

  private static Stream<Notice> notices(List<View> seen, Finding finding) {
    return seen.stream()
        .filter(view -> view.scope().repository().equals(finding.receipt().repository()))
        .map(view -> notice(view, finding));
  }

  private static Notice notice(View view, Finding finding) {
    return new Notice(view.scope().repository(), view.link(""), Card.Said.of(view, finding));
  }

  private Answer systems(Request request) {
    List<SystemRow> rows = rows(request);
    return rows.isEmpty()
        ? empty(request)
        : Answer.page(
            "reports/systems",
            "Systems",
            Map.of("rows", rows, "delivery", delivery.apply(request.caller())));
  }

  private List<SystemRow> rows(Request request) {
    List<SystemRow> rows = new ArrayList<>();
    for (Sounding sounding : soundings(request)) {
      View view = views.view(sounding, request);
      rows.add(SystemRow.of(sounding, view, view == null ? List.of() : pages.of(view).quarters()));
    }
    return rows;
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
    return Answer.page(
        "reports/empty",
        "Nothing has been read yet",
        Map.of("delivery", delivery.apply(request.caller())));
  }
}
