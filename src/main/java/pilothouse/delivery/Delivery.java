package pilothouse.delivery;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import pilothouse.metrics.Forecast;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Releases;
import pilothouse.text.Say;
import pilothouse.views.Figure;
import pilothouse.views.View;
import pilothouse.views.Views;
import pilothouse.web.Answer;
import pilothouse.web.Request;
import pilothouse.web.Route;

/** How the work flows through one repository, with what it released and what may come. */
public final class Delivery {
  private static final int SHOWN = 60;
  private final Views views;
  private final Function<View, Flow> flow;

  /**
   * Delivery.
   *
   * @param flow what there is to tell about a view
   */
  public Delivery(Views views, Function<View, Flow> flow) {
    this.views = views;
    this.flow = flow;
  }

  /** Its addresses. */
  public List<Route> routes() {
    return List.of(Route.read("/systems/{repository}/flow", this::page));
  }

  /** Readings in the order of reading, the releases behind them, and how many by then. */
  public record Flow(List<Reading> readings, Releases releases, List<Forecast> forecasts) {
    public Flow {
      readings = List.copyOf(readings);
      forecasts = List.copyOf(forecasts);
    }
  }

  /** A release in words. */
  public record Row(
      String tag, String day, String line, String changes, String leadTime, String fixed) {}

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
        "Flow of " + view.says(),
        Map.of(
            "view", view,
            "flow", told,
            "figures", told.readings().stream().map(r -> Figure.of(view, r)).toList(),
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
            : release.first() ? "unknown: the first release" : "no changes of its own",
        fixed == null ? "" : fixed);
  }
}
