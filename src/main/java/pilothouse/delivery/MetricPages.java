package pilothouse.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Named;
import pilothouse.journal.Who;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Receipt;
import pilothouse.metrics.Series;
import pilothouse.metrics.delivery.Rival;
import pilothouse.text.Addresses;
import pilothouse.text.Csv;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Figure;
import pilothouse.views.Gauge;
import pilothouse.views.Shelf;
import pilothouse.views.Shown;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Where;

/** One number of one service: its receipt, its rivals, what it was good for. */
final class MetricPages {
  private static final int LONGEST = 500;
  private final Lookouts lookouts;
  private final Gauges gauges;
  private final Supplier<Uses> uses;

  MetricPages(Lookouts lookouts, Gauges gauges, Supplier<Uses> uses) {
    this.lookouts = lookouts;
    this.gauges = gauges;
    this.uses = uses;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/delivery/{system}/{metric}", this::page).ofSystem("system"),
        Route.read("/delivery/{system}/{metric}/receipt.csv", this::rows).ofSystem("system"),
        Route.read("/delivery/{system}/{metric}/course.csv", this::course).ofSystem("system"),
        Route.say("/delivery/{system}/{metric}/uses", this::use).ofSystem("system"));
  }

  private Answer page(Request request) {
    Metric metric = AddressWords.metric(request.part("metric"));
    Lookout look = lookouts.service(request, metric.id());
    Bearing bearing = gauges.bearing(look);
    Reading reading = bearing.read(metric.id());
    return Answer.page(
        "delivery/metric",
        Texts.say("delivery.metric-pages.of", metric.name(), look.system()),
        Map.of(
            "look", look,
            "reading", reading,
            "figure", Figure.of(look, reading),
            "course", Figure.rows(look, reading),
            "shelf", Shelf.of(look, reading, Shelf.page(request, reading)),
            "room", room(request, look, bearing, reading)));
  }

  private Chartroom room(Request request, Lookout look, Bearing bearing, Reading reading) {
    Metric metric = reading.metric();
    String badge = "/badges/" + Addresses.slug(look.system()) + "/" + metric.id() + ".svg";
    String host = request.header("Host");
    return new Chartroom(
        Words.of(reading),
        Words.between(reading),
        Arrays.stream(Reader.values())
            .map(to -> new Chartroom.Wording(to.title(), look.to(to), to == look.reader()))
            .toList(),
        Worded.says(reading, look.reader()),
        Harbours.counter(look, bearing, metric),
        bearing.metrics().rivals(metric.id()).stream().map(rival -> rival(look, rival)).toList(),
        Worded.serves(metric),
        uses.get()
            .standing(new Gauge(metric.id(), Where.system(look.system()).text()), request.caller()),
        uses.get().of(metric.id(), "system:" + look.system()).stream()
            .map(use -> said(look, use, request.caller()))
            .toList(),
        request.caller().sees(Where.ORGANISATION) && uses.get().idle().contains(metric.id())
            ? Texts.say("delivery.metric-pages.nobody-wrote-down-a")
            : "",
        look.link(metric.id() + "/uses"),
        look.link(metric.id() + "/course.csv"),
        look.link(metric.id() + "/receipt.csv"),
        look.json(metric.id()),
        badge,
        "http://" + (host == null ? "127.0.0.1:7070" : host) + badge);
  }

  private static Chartroom.Rival rival(Lookout look, Rival rival) {
    return new Chartroom.Rival(
        rival.definition().title(),
        Shown.say(rival.reading()),
        Say.sentence(rival.why()),
        look.by(rival.definition()),
        rival.definition() == look.definition());
  }

  private static String said(Lookout look, Use use, Caller caller) {
    String who = Named.by(caller, Where.system(look.system()), use.who());
    return "%s, %s: %s".formatted(Say.day(use.at(), look.window().zone()), who, use.what());
  }

  private Answer use(Request request) {
    Metric metric = AddressWords.metric(request.part("metric"));
    Lookout look = lookouts.service(request, metric.id());
    String what = bounded("what", request.form("what"));
    if (what == null) {
      throw Refused.unfit(
          Texts.say("delivery.metric-pages.nothing-says-which-decision"),
          Texts.say("delivery.metric-pages.write-it-into-the"));
    }
    String who = who(request, "who", request.form("who"));
    uses.get().add(metric.id(), look.system(), who, what, Who.of(request.caller()));
    return new Answer.Redirect(look.link(metric.id()) + "#uses");
  }

  /** Text of a form, stripped; refused when it is too long. */
  static @Nullable String bounded(String name, @Nullable String text) {
    if (text != null && text.length() > LONGEST) {
      throw Refused.unfit(
          Texts.say("delivery.metric-pages.is-longer-than-characters", name, LONGEST),
          Texts.say("delivery.metric-pages.shorten-it"));
    }
    return text == null ? null : text.strip();
  }

  /**
   * Who says something: whoever is signed in, or what a token is called. The only person gives a
   * name, for there is no account that would tell; refused where nobody is named.
   */
  static String who(Request request, String name, @Nullable String text) {
    if (!(request.caller() instanceof Caller.OnlyYou)) {
      return request.caller().name();
    }
    String who = bounded(name, text);
    if (who == null || who.isEmpty()) {
      throw Refused.unfit(
          Texts.say("delivery.metric-pages.nothing-says-who-says"),
          Texts.say("delivery.metric-pages.give-a-name-in", name));
    }
    return who;
  }

  private Answer rows(Request request) {
    Metric metric = AddressWords.metric(request.part("metric"));
    Lookout look = lookouts.service(request, metric.id());
    Receipt receipt = gauges.bearing(look).read(metric.id()).receipt();
    Csv csv = new Csv(receipt.columns());
    for (int row = 0; row < receipt.size(); row++) {
      csv.row(receipt.row().apply(row).stream().map(Receipt.Cell::text).toList());
    }
    return new Answer.Data(Csv.TYPE, look.system() + "-" + metric.id() + ".csv", csv.bytes());
  }

  private Answer course(Request request) {
    Metric metric = AddressWords.metric(request.part("metric"));
    Lookout look = lookouts.service(request, metric.id());
    Series series = gauges.bearing(look).read(metric.id()).series();
    return course(series, Units.of(metric.unit()), look.system() + "-" + metric.id());
  }

  /** A course as a table; the unit heads its values. */
  static Answer course(Series series, String unit, String name) {
    Csv csv = new Csv(List.of("at", unit, "n", "signal"));
    List<Series.Point> points = series.points();
    for (int i = 0; i < points.size(); i++) {
      Double value = points.get(i).value();
      csv.row(
          List.of(
              points.get(i).at().toString(),
              value == null ? "" : value.toString(),
              String.valueOf(points.get(i).n()),
              signals(series, i)));
    }
    return new Answer.Data(Csv.TYPE, name + "-course.csv", csv.bytes());
  }

  private static String signals(Series series, int point) {
    List<String> says = new ArrayList<>();
    for (Series.Signal signal : series.signals()) {
      if (signal.point() == point) {
        says.add(signal.says());
      }
    }
    return String.join("; ", says);
  }
}
