package pilothouse.delivery;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import pilothouse.delivery.Deliveries.Flow;
import pilothouse.delivery.Deliveries.Row;
import pilothouse.metrics.Releases;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Figure;
import pilothouse.views.Running;
import pilothouse.views.View;
import pilothouse.views.Views;
import pilothouse.web.Answer;
import pilothouse.web.Request;
import pilothouse.web.Route;

/** How work flows through a repository, what it released, what may come. */
final class FlowPages {
  private static final int SHOWN = 60;
  private final Views views;
  private final Function<View, Flow> flow;

  FlowPages(Views views, Function<View, Flow> flow) {
    this.views = views;
    this.flow = flow;
  }

  List<Route> routes() {
    return List.of(Route.read("/systems/{repository}/flow", this::page).ofRepository("repository"));
  }

  private Answer page(Request request) {
    View view = views.view(request);
    Flow told = views.keep("flow", Flow.class, view, () -> flow.apply(view));
    List<Row> releases =
        told.releases().inWindow().reversed().stream()
            .limit(SHOWN)
            .map(release -> row(view, release))
            .toList();
    return Answer.page(
        "delivery/flow",
        Texts.say("delivery.flow-pages.flow-of", view.says()),
        Map.of(
            "view", view,
            "flow", told,
            "running", Running.says(told.readings()),
            "figures", Figure.of(view, told.readings()),
            "releases", releases));
  }

  private static Row row(View view, Releases.Release release) {
    Double leadTime = release.leadTime();
    String fixed = release.fixedBy();
    return new Row(
        release.tag(),
        Say.day(release.at(), view.window().zone()),
        release.line(),
        Say.count(release.changes()),
        leadTime != null
            ? Say.span(leadTime)
            : release.first()
                ? Texts.say("delivery.flow-pages.unknown-the-first-release")
                : Texts.say("delivery.flow-pages.no-changes-of-its"),
        fixed == null ? "" : fixed);
  }
}
