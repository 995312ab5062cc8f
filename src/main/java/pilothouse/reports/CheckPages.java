package pilothouse.reports;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import pilothouse.delivery.Living;
import pilothouse.metrics.Knowledge;
import pilothouse.metrics.Reading;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Figure;
import pilothouse.views.Running;
import pilothouse.views.Shown;
import pilothouse.views.Sounding;
import pilothouse.views.View;
import pilothouse.views.ViewFields;
import pilothouse.views.Views;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;
import pilothouse.web.Where;

/** The health check of one repository as a page and as JSON, and its people as counts. */
final class CheckPages {
  /** What of the flow fits on the one page; the rest stands on the page of the flow. */
  private static final Set<String> ON_THE_PAGE =
      Set.of(
          "changes-per-week",
          "active-people",
          "change-size",
          "change-lead-time",
          "release-frequency",
          "trunk-based-share");

  private final Views views;
  private final Function<View, HealthCheck> check;
  private final Function<View, Knowledge> knowledge;
  private final Function<String, Living> living;
  private final BiFunction<Where, Caller, Optional<Board.Table>> standards;

  CheckPages(
      Views views,
      Function<View, HealthCheck> check,
      Function<View, Knowledge> knowledge,
      Function<String, Living> living,
      BiFunction<Where, Caller, Optional<Board.Table>> standards) {
    this.views = views;
    this.check = check;
    this.knowledge = knowledge;
    this.living = living;
    this.standards = standards;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/systems/{repository}", request -> show(views.sounding(request), request))
            .ofRepository("repository"),
        Route.read("/systems/{repository}/people", this::people).ofRepository("repository"),
        Route.read("/api/v1/systems/{repository}", this::json)
            .ofRepository("repository")
            .telling(
                Telling.of("The health check of a repository, as `check --json` prints it")
                    .with(ViewFields.ALL)));
  }

  /** The check of a view, with what the page says of its period and with what delivery knows. */
  HealthCheck of(View view) {
    return check
        .apply(view)
        .noting(view.span().says())
        .knowing(living.apply(view.scope().repository()));
  }

  /** The check of a repository, or how far its first reading is. */
  Answer show(Sounding sounding, Request request) {
    View view = request.path().equals("/") ? views.look(sounding, request) : views.find(request);
    if (view == null) {
      return Answer.page(
          "views/waiting",
          sounding.repository(),
          Map.of("sounding", sounding, "base", View.base(sounding)));
    }
    Answer.Page page = page(view, of(view), read(sounding));
    return standards
        .apply(Where.repository(sounding.repository()), request.caller())
        .map(table -> with(page, table))
        .orElse(page);
  }

  private static Answer.Page with(Answer.Page page, Board.Table standards) {
    Map<String, Object> values = new HashMap<>(page.values());
    values.put("standards", Board.of("", "", List.of(standards)));
    return new Answer.Page(page.status(), page.template(), page.title(), page.explores(), values);
  }

  /** The page of a check; {@code read} says when the repository was read. */
  static Answer.Page page(View view, HealthCheck made, String read) {
    List<Reading> flow =
        made.flow().stream().filter(r -> ON_THE_PAGE.contains(r.metric().id())).toList();
    return new Answer.Page(
        200,
        "reports/check",
        Texts.say("reports.check-pages.health-check-of", view.says()),
        false,
        Map.of(
            "view",
            view,
            "check",
            made,
            "cards",
            made.quarters().stream().map(q -> Card.of(view, q, made.basis())).toList(),
            "figures",
            Figure.of(view, flow).stream().map(f -> brief(f, made)).toList(),
            "running",
            Running.says(made.flow()),
            "read",
            read));
  }

  /** Why it is unknown stands on it only where the top of the page does not say it already. */
  private static Figure brief(Figure figure, HealthCheck made) {
    return made.basis().tells(figure.shown().unknown())
        ? new Figure(figure.shown().brief(), "", figure.picture())
        : figure;
  }

  private String read(Sounding sounding) {
    if (sounding.read() != null) {
      return Texts.say(
          "reports.check-pages.read", Say.ago(sounding.read(), views.clock().instant()));
    }
    return sounding.running()
        ? Texts.say("reports.check-pages.being-read")
        : Texts.say("reports.check-pages.read-before");
  }

  private Answer json(Request request) {
    StringWriter text = new StringWriter();
    Reports.json(List.of(of(views.view(request))), text);
    return new Answer.Written(text.toString());
  }

  private Answer people(Request request) {
    View view = views.view(request);
    Knowledge known = views.keep("knowledge", Knowledge.class, view, () -> knowledge.apply(view));
    List<Shown> facts =
        check.apply(view).quarters().stream()
            .filter(quarter -> quarter.place() == HealthCheck.Place.TEAM)
            .flatMap(quarter -> quarter.readings().stream())
            .map(reading -> Shown.of(view, reading))
            .toList();
    return Answer.page(
        "reports/people",
        Texts.say("reports.check-pages.people-of-as-counts", view.says()),
        Map.of("view", view, "known", known, "facts", facts));
  }
}
