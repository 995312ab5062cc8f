package pilothouse.delivery;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import pilothouse.chart.Axis;
import pilothouse.chart.Charts;
import pilothouse.metrics.Forecast;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Releases;
import pilothouse.text.Say;
import pilothouse.views.Figure;
import pilothouse.views.Shown;
import pilothouse.views.View;
import pilothouse.views.Views;
import pilothouse.web.Answer;
import pilothouse.web.Request;
import pilothouse.web.Route;

/** The door to delivery: how work flows through a repository, what it released, what may come. */
public final class Deliveries {
  private static final int SHOWN = 60;
  private final Views views;
  private final Function<View, Flow> flow;

  /**
   * Delivery.
   *
   * @param flow what there is to tell about a view
   */
  public Deliveries(Views views, Function<View, Flow> flow) {
    this.views = views;
    this.flow = flow;
  }

  /** Its addresses. */
  public List<Route> routes() {
    return List.of(Route.read("/systems/{repository}/flow", this::page));
  }

  /**
   * What the page of the flow tells.
   *
   * @param readings in the order of reading
   * @param releases the releases behind them
   * @param forecasts how many by then
   * @param waits how long each released change waited
   */
  public record Flow(
      List<Reading> readings, Releases releases, List<Forecast> forecasts, Waits waits) {
    public Flow {
      readings = List.copyOf(readings);
      forecasts = List.copyOf(forecasts);
    }
  }

  /** Spans from written to released, as a picture; empty where no change has one. */
  public record Waits(String says, String picture) {

    /** Draws spans in seconds; the readings are their median and their 90th percentile. */
    public static Waits of(long[] seconds, Reading median, Reading slowest) {
      if (seconds.length == 0) {
        return new Waits("No change of this period has a lead time", "");
      }
      String says =
          "Of "
              + Say.counted(seconds.length, "change")
              + " half waited up to "
              + Shown.say(median)
              + ", nine in ten up to "
              + Shown.say(slowest);
      Axis axis = new Axis("changes", false, Say::number);
      String describes = "How many changes waited how long from written to released.";
      return new Waits(says, Charts.columns(says, describes, axis, Charts.spans(seconds)));
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
            : release.first() ? "unknown: the first release" : "no changes of its own",
        fixed == null ? "" : fixed);
  }
}
