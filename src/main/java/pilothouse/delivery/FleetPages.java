package pilothouse.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.delivery.ServiceMetrics;
import pilothouse.text.Csv;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** All services on one page, each by itself. */
final class FleetPages {
  private static final int SHOWN = 100;
  private final Supplier<Ground> ground;
  private final Lookouts lookouts;
  private final Gauges gauges;

  FleetPages(Supplier<Ground> ground, Lookouts lookouts, Gauges gauges) {
    this.ground = ground;
    this.lookouts = lookouts;
    this.gauges = gauges;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/delivery", this::page).anywhere(),
        Route.read("/delivery.csv", this::csv)
            .anywhere()
            .telling(
                scoped(Telling.of("The five numbers of every service as a table")).as(Csv.TYPE)),
        Route.read("/api/v1/services", this::json)
            .anywhere()
            .telling(scoped(Telling.of("Every service with its five numbers")).gives(Told.class)));
  }

  /** The services of the organisation, each with its five numbers. */
  public record Told(String from, String to, String definition, List<Told.One> services) {

    /** One service. */
    public record One(
        String system, boolean declared, String instead, List<Figure> metrics, String address) {}

    /** One number: its value or the reason for none. */
    public record Figure(
        String metric, @Nullable Double value, @Nullable String unknown, String unit, long n) {}
  }

  private static Telling scoped(Telling telling) {
    return period(telling).with("scope", Texts.say("delivery.fleet-pages.team-name-for-the"));
  }

  static Telling period(Telling telling) {
    return telling
        .with("period", Texts.say("delivery.fleet-pages.the-last-weeks-as"))
        .with("from", Texts.say("delivery.fleet-pages.the-first-day-as"))
        .with("to", Texts.say("delivery.fleet-pages.the-last-day-as"))
        .with("definition", Texts.say("delivery.fleet-pages.dora-usual-devlake-four"));
  }

  private Answer page(Request request) {
    Lookout look = lookouts.part(request);
    List<Line> lines = lookouts.lines(look, gauges.fleet(look, request.caller()));
    if (lines.isEmpty() && look.aim().isAll()) {
      String host = request.header("Host");
      return Answer.page(
          "delivery/empty",
          Texts.say("delivery.fleet-pages.no-deployment-yet"),
          Map.of(
              "address",
              "http://" + (host == null ? "127.0.0.1:7070" : host),
              "measured",
              Instruments.of(look, ground.get().services(), request.caller())));
    }
    return Answer.page(
        "delivery/organisation",
        Texts.say("delivery.fleet-pages.delivery"),
        Map.of(
            "look", look,
            "whose", lookouts.whose(look),
            "fleet", fleet(request, look, lines),
            "measured", Instruments.of(look, ground.get().services(), request.caller())));
  }

  private Fleet fleet(Request request, Lookout look, List<Line> lines) {
    var rows = Lookouts.Rows.of(request, look.link(""), lines, SHOWN);
    long known = lines.stream().filter(Line::isKnown).count();
    String says =
        Texts.say(
            "delivery.fleet-pages.numbers-are-known-for",
            Say.counted(lines.size(), "service"),
            Say.count(known));
    return new Fleet(
        says,
        FleetNotes.of(look, lines, ground.get(), request.caller()),
        metrics(lines),
        rows.shown().stream().map(line -> row(look.at(line.system()), line)).toList(),
        rows.earlier(),
        rows.later(),
        look.fleetCsv(),
        look.fleetJson());
  }

  static List<String> metrics(List<Line> lines) {
    return lines.isEmpty()
        ? List.of()
        : lines.getFirst().gauges().stream().map(gauge -> gauge.metric().name()).toList();
  }

  static Fleet.Row row(Lookout look, Line line) {
    return new Fleet.Row(
        line.system(),
        look.link(""),
        line.instead(),
        line.gauges().stream().map(gauge -> cell(look, gauge, line.blind() != null)).toList(),
        Words.state(line),
        Words.look(line),
        Words.happened(line));
  }

  private static Fleet.Cell cell(Lookout look, Line.Gauge gauge, boolean brief) {
    return new Fleet.Cell(
        Words.value(gauge),
        Words.of(gauge.metric(), gauge.n(), gauge.open()),
        look.link(gauge.metric().id()),
        gauge.spark(),
        brief ? "" : gauge.unknown());
  }

  private Answer csv(Request request) {
    Lookout look = lookouts.plainPart(request);
    List<String> heads = new ArrayList<>(List.of("service", "from", "to", "definition"));
    for (String id : ServiceMetrics.FIVE) {
      heads.addAll(List.of(id, id + " n", id + " unknown because"));
    }
    Csv csv = new Csv(heads);
    for (Line line : lookouts.lines(look, gauges.fleet(look, request.caller()))) {
      List<String> cells = new ArrayList<>(List.of(line.system(), look.from(), look.to()));
      cells.add(look.definition().id());
      for (Line.Gauge gauge : line.gauges()) {
        Double value = gauge.value();
        String unknown = gauge.unknown();
        cells.add(value == null ? "" : value.toString());
        cells.add(String.valueOf(gauge.n()));
        cells.add(unknown == null ? "" : unknown);
      }
      csv.row(cells);
    }
    return new Answer.Data(Csv.TYPE, "delivery.csv", csv.bytes());
  }

  private Answer json(Request request) {
    Lookout look = lookouts.plainPart(request);
    return new Answer.Json(
        new Told(
            look.from(),
            look.to(),
            look.definition().id(),
            lookouts.lines(look, gauges.fleet(look, request.caller())).stream()
                .map(line -> one(look.at(line.system()), line))
                .toList()));
  }

  /** One service as JSON. */
  static Told.One one(Lookout look, Line line) {
    return new Told.One(
        line.system(),
        line.declared(),
        line.instead(),
        line.gauges().stream()
            .map(gauge ->
                new Told.Figure(
                    gauge.metric().id(),
                    gauge.value(),
                    gauge.unknown(),
                    Units.of(gauge.metric().unit()),
                    gauge.n()))
            .toList(),
        look.link(""));
  }
}
