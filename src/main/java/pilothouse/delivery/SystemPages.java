package pilothouse.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.journal.Journal;
import pilothouse.journal.Shown;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.metrics.delivery.ServiceMetrics;
import pilothouse.metrics.delivery.Stages;
import pilothouse.text.Csv;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.NotFound;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;
import pilothouse.web.Where;

/** One service: its numbers, the way of its changes, its deployments and incidents. */
final class SystemPages {
  /** Of a table of readings. */
  static final List<String> HEADINGS =
      List.of(
          "service", "metric", "from", "to", "definition", "value", "unit", "n", "unknown", "open");

  private static final int SHOWN = 100;
  private final Supplier<Ground> ground;
  private final Lookouts lookouts;
  private final Gauges gauges;

  SystemPages(Supplier<Ground> ground, Lookouts lookouts, Gauges gauges) {
    this.ground = ground;
    this.lookouts = lookouts;
    this.gauges = gauges;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/delivery/{system}", this::page).ofSystem("system"),
        Route.read("/delivery/{system}/changes", this::changes).ofSystem("system"),
        Route.read("/delivery/{system}/changes.csv", this::changesCsv).ofSystem("system"),
        Route.read("/delivery/{system}/csv", this::csv).ofSystem("system"),
        Route.read("/api/v1/services/{system}", this::json)
            .ofSystem("system")
            .telling(
                FleetPages.period(Telling.of("One service with its five numbers"))
                    .gives(FleetPages.Told.One.class)));
  }

  private Answer page(Request request) {
    Lookout look = lookouts.service(request, "");
    return Answer.page(
        "delivery/system",
        Texts.say("delivery.system-pages.delivery-of", look.system()),
        Map.of(
            "look", look,
            "harbour", new Harbours(look, gauges.bearing(look), request.caller()).harbour(),
            "measured", Instruments.of(look, gauges.bearing(look)),
            "last", last(request, look.system())));
  }

  /** What people said and changed about the system, with its incidents. */
  private List<Shown> last(Request request, String system) {
    Ground here = ground.get();
    return Shown.last(
        new Journal(here.storage()),
        pilothouse.journal.Asked.at(Where.system(system), false),
        request.caller(),
        here.zone());
  }

  private Answer json(Request request) {
    Lookout look = lookouts.service(request, "");
    return new Answer.Json(FleetPages.one(look, gauges.bearing(look).line(look)));
  }

  private Answer csv(Request request) {
    Lookout look = lookouts.service(request, "csv");
    Bearing bearing = gauges.bearing(look);
    Csv csv = new Csv(HEADINGS);
    for (Metric metric : ServiceMetrics.catalogue()) {
      csv.row(cells(look, bearing.read(metric.id())));
    }
    return new Answer.Data(Csv.TYPE, look.system() + "-delivery.csv", csv.bytes());
  }

  /** A reading as a row of a table. */
  static List<String> cells(Lookout look, Reading reading) {
    Double value = reading.value();
    String unknown = reading.unknown();
    return List.of(
        look.system(),
        reading.metric().id(),
        look.from(),
        look.to(),
        look.definition().id(),
        value == null ? "" : value.toString(),
        Units.of(reading.metric().unit()),
        String.valueOf(reading.n()),
        unknown == null ? "" : unknown,
        String.valueOf(reading.open()));
  }

  private Answer changes(Request request) {
    Lookout look = lookouts.service(request, "changes");
    Stages.Stage stage = stage(request, look);
    var rows = Lookouts.Rows.of(request, look.stage(stage.id()), stage.passages(), SHOWN);
    String says =
        "%s: %s. %s".formatted(stage.name(), stage.says(), Words.passed(stage.n(), stage.median()));
    Harbour.Changes told =
        new Harbour.Changes(
            says,
            rows.shown().stream().map(passage -> passage(look, passage)).toList(),
            rows.earlier(),
            rows.later(),
            look.stage(stage.id()).replaceFirst("/changes", "/changes.csv"));
    return Answer.page(
        "delivery/changes",
        Texts.say("delivery.system-pages.of", stage.name(), look.system()),
        Map.of("look", look, "stage", Harbours.stage(look, 0, stage), "changes", told));
  }

  private Stages.Stage stage(Request request, Lookout look) {
    String id = request.query("stage");
    Stages stages = gauges.bearing(look).metrics().stages();
    List<Stages.Stage> all = new ArrayList<>(stages.stages());
    all.add(stages.whole());
    for (Stages.Stage stage : all) {
      if (stage.id().equals(id == null ? "whole" : id)) {
        return stage;
      }
    }
    throw new NotFound(
        Texts.say("delivery.system-pages.there-is-no-stage", id),
        Texts.say("delivery.system-pages.the-page-of-the"));
  }

  private static Harbour.Passage passage(Lookout look, Stages.Passage passage) {
    ChangeRequest change = passage.change();
    Instant finished = passage.deployment().finishedAt();
    Instant opened = change.openedAt();
    return new Harbour.Passage(
        name(change), Say.duration(passage.seconds()), time(look, opened), time(look, finished));
  }

  private static String name(ChangeRequest change) {
    String title = change.title();
    return (change.number() == 0 ? change.key() : "#" + change.number())
        + (title == null ? "" : " " + title);
  }

  private static String time(Lookout look, @Nullable Instant at) {
    return at == null ? Texts.say("say.unknown") : Say.time(at, look.window().zone());
  }

  private Answer changesCsv(Request request) {
    Lookout look = lookouts.service(request, "changes");
    Stages.Stage stage = stage(request, look);
    Csv csv = new Csv(List.of("change", "title", "stage", "seconds", "opened", "deployed"));
    for (Stages.Passage passage : stage.passages()) {
      ChangeRequest change = passage.change();
      String title = change.title();
      Instant opened = change.openedAt();
      Instant finished = passage.deployment().finishedAt();
      csv.row(
          List.of(
              change.key(),
              title == null ? "" : title,
              stage.id(),
              String.valueOf(passage.seconds()),
              opened == null ? "" : opened.toString(),
              finished == null ? "" : finished.toString()));
    }
    return new Answer.Data(Csv.TYPE, look.system() + "-" + stage.id() + ".csv", csv.bytes());
  }
}
