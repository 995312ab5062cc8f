package pilothouse.delivery;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.chart.Charts;
import pilothouse.chart.Stage;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.metrics.delivery.ServiceMetrics;
import pilothouse.metrics.delivery.Stages;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Figure;
import pilothouse.views.Happened;
import pilothouse.views.Shown;
import pilothouse.web.Caller;

/** Tells one service's delivery in words and pictures. */
final class Harbours {
  private final Lookout look;
  private final Bearing bearing;
  private final ZoneId zone;
  private final Caller caller;

  /** What one caller is told of a system. */
  Harbours(Lookout look, Bearing bearing, Caller caller) {
    this.caller = caller;
    this.look = look;
    this.bearing = bearing;
    this.zone = look.window().zone();
  }

  Harbour harbour() {
    Mishaps mishaps = new Mishaps(look, bearing, caller);
    return new Harbour(
        notes(),
        bearing.facts().declared() ? "" : look.declare(),
        five(),
        way(),
        new Landings(bearing, zone).deployments(),
        mishaps.incidents(),
        mishaps.choices(),
        shelves());
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    bearing
        .metrics()
        .instead()
        .ifPresent(
            instead -> notes.add(Texts.say("delivery.harbours.what-is-counted-here", instead)));
    if (!look.isUsual()) {
      notes.add(look.definition().title() + ": " + look.definition().says());
    }
    return notes;
  }

  private List<Harbour.Five> five() {
    return ServiceMetrics.FIVE.stream().map(id -> five(bearing.read(id))).toList();
  }

  private Harbour.Five five(Reading reading) {
    Metric metric = reading.metric();
    Figure figure = Figure.of(look, reading);
    String happened = figure.happened().isEmpty() ? Happened.notDrawn() : figure.happened();
    return new Harbour.Five(
        new Figure(figure.shown(), happened, figure.picture()),
        metric.question(),
        Words.of(reading),
        counter(look, bearing, metric));
  }

  /** The metric that keeps another one honest. */
  static @Nullable Shown counter(Lookout look, Bearing bearing, Metric metric) {
    return ServiceMetrics.named(metric.counterMetric())
        .map(counter -> Shown.of(look, bearing.read(counter.id())))
        .orElse(null);
  }

  private List<Harbour.Shelf> shelves() {
    return Shelving.ALL.stream()
        .map(shelf ->
            new Harbour.Shelf(
                Texts.say("delivery.shelf." + shelf.title()),
                shelf.metrics().stream().map(this::other).toList()))
        .toList();
  }

  private Harbour.Other other(String metric) {
    Reading reading = bearing.read(metric);
    String unknown = reading.unknown();
    String says = unknown == null ? Happened.says(reading, zone) : Say.sentence(unknown);
    return new Harbour.Other(Shown.of(look, reading), says.isEmpty() ? "" : says + ".");
  }

  private Harbour.Way way() {
    Stages stages = bearing.metrics().stages();
    String unknown = stages.unknown();
    if (unknown != null) {
      return new Harbour.Way(Say.sentence(unknown) + ".", "", List.of());
    }
    List<Harbour.Stage> rows = new ArrayList<>();
    List<Stage> drawn = new ArrayList<>();
    double waiting = 0;
    double all = 0;
    for (Stages.Stage stage : stages.stages()) {
      Harbour.Stage row = stage(look, rows.size() + 1, stage);
      rows.add(row);
      Double median = stage.median();
      double seconds = median == null ? 0 : median;
      drawn.add(new Stage(row.name(), seconds, stage.waits(), row.median()));
      waiting += stage.waits() ? seconds : 0;
      all += seconds;
    }
    String says = way(stages.whole(), all == 0 ? 0 : waiting / all);
    String describes = Texts.say("delivery.harbours.the-stages-of-a");
    return new Harbour.Way(says, Charts.stages(says, describes, drawn), rows);
  }

  private static String way(Stages.Stage whole, double waiting) {
    if (whole.n() == 1) {
      return Texts.say(
          "delivery.harbours.the-one-change-request", span(whole.median()), Say.percent(waiting));
    }
    return Texts.say(
        "delivery.harbours.half-of-took-up",
        Say.counted(whole.n(), "change request"),
        span(whole.median()),
        span(whole.p90()),
        Say.percent(waiting));
  }

  /** A stage in words. */
  static Harbour.Stage stage(Lookout look, int number, Stages.Stage stage) {
    return new Harbour.Stage(
        number,
        stage.name(),
        stage.waits() ? Texts.say("delivery.stage.waits") : Texts.say("delivery.stage.work"),
        span(stage.median()),
        span(stage.p90()),
        Say.count(stage.n()),
        look.stage(stage.id()));
  }

  /** A span of time in words. */
  static String span(@Nullable Double seconds) {
    return seconds == null ? Texts.say("say.unknown") : Say.span(seconds);
  }
}
