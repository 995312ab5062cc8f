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
import pilothouse.metrics.delivery.Story;
import pilothouse.text.Say;
import pilothouse.views.Figure;
import pilothouse.views.Happened;
import pilothouse.views.Shown;

/** Tells one service's delivery in words and pictures. */
final class Harbours {
  /** Deployments on the page; all of them stand in the receipts. */
  private static final int SHOWN = 40;

  private static final int LISTED = 30;
  private final Lookout look;
  private final Bearing bearing;
  private final ZoneId zone;

  Harbours(Lookout look, Bearing bearing) {
    this.look = look;
    this.bearing = bearing;
    this.zone = look.window().zone();
  }

  Harbour harbour() {
    Mishaps mishaps = new Mishaps(look, bearing);
    return new Harbour(
        notes(),
        bearing.facts().declared() ? "" : look.declare(),
        five(),
        way(),
        deployments(),
        mishaps.incidents(),
        mishaps.choices(),
        shelves());
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    bearing
        .metrics()
        .instead()
        .ifPresent(instead -> notes.add("What is counted here: " + instead + "."));
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
    String happened = figure.happened().isEmpty() ? Happened.NOT_DRAWN : figure.happened();
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
            new Harbour.Shelf(shelf.title(), shelf.metrics().stream().map(this::other).toList()))
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
    String describes = "The stages of a change in their order, each as long as its median.";
    return new Harbour.Way(says, Charts.stages(says, describes, drawn), rows);
  }

  private static String way(Stages.Stage whole, double waiting) {
    if (whole.n() == 1) {
      return "The one change request took %s from the first commit to production; %s of that is waiting."
          .formatted(span(whole.median()), Say.percent(waiting));
    }
    return "Half of %s took up to %s from the first commit to production, nine in ten up to %s; of the medians of the stages %s is waiting."
        .formatted(
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
        stage.waits() ? "waiting" : "work",
        span(stage.median()),
        span(stage.p90()),
        Say.count(stage.n()),
        look.stage(stage.id()));
  }

  private static String span(@Nullable Double seconds) {
    return seconds == null ? "unknown" : Say.span(seconds);
  }

  private Harbour.Deployments deployments() {
    List<Story> stories = bearing.metrics().deployments();
    String says =
        stories.isEmpty()
            ? "none in this period"
            : stories.size() > SHOWN
                ? "the newest %d of %s; the receipt of the frequency has all"
                    .formatted(SHOWN, Say.count(stories.size()))
                : Say.count(stories.size()) + " in this period";
    return new Harbour.Deployments(
        says, stories.stream().limit(SHOWN).map(this::deployed).toList());
  }

  private Harbour.Deployed deployed(Story story) {
    String revision = story.deployment().revision();
    Double median = TablePages.median(story);
    return new Harbour.Deployed(
        Say.time(story.at(), zone),
        revision == null ? "unknown" : revision.substring(0, Math.min(10, revision.length())),
        outcome(story),
        story.failed() ? "act" : "nothing_found",
        changes(story),
        story.changes().stream().limit(LISTED).map(Harbours::change).toList(),
        span(median),
        why(story));
  }

  private static String outcome(Story story) {
    var outcome = story.deployment().outcome();
    String ended = outcome == null ? "not said" : outcome.name().toLowerCase(java.util.Locale.ROOT);
    boolean mended = story.failed() && outcome != pilothouse.evidence.facts.Outcome.FAILURE;
    return mended ? ended + ", needed intervention" : ended;
  }

  private static String changes(Story story) {
    String unknown = story.unknown();
    int count = story.changes().size();
    if (unknown != null) {
      return (count == 0 ? "" : Say.counted(count, "change") + "; ") + unknown;
    }
    return count == 0 ? "nothing new" : Say.counted(count, "change");
  }

  private static String change(Story.Change change) {
    var request = change.request();
    String number = request == null || request.number() == 0 ? "" : "#" + request.number() + " ";
    String leftOut = change.leftOut();
    return number
        + change.title()
        + " (found by "
        + change.match().says()
        + (leftOut == null ? ")" : "; left out: " + leftOut + ")");
  }

  private String why(Story story) {
    List<String> why = new ArrayList<>(story.whyFailed());
    Double restored = story.restoredAfter();
    if (story.failed() && restored != null) {
      why.add(
          (story.open() ? "not restored for at least " : "restored after ") + Say.span(restored));
    }
    String unplanned = story.whyUnplanned();
    if (unplanned != null) {
      why.add("unplanned: " + unplanned);
    }
    String leftOut = story.leftOut();
    if (leftOut != null) {
      why.add("in none of the numbers: " + leftOut);
    }
    return String.join("; ", why);
  }
}
