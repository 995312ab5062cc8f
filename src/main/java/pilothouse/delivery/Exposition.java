package pilothouse.delivery;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import pilothouse.chart.Charts;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.metrics.delivery.ServiceMetrics;
import pilothouse.text.OpenMetrics;
import pilothouse.text.OpenMetrics.Sample;
import pilothouse.text.Say;
import pilothouse.views.Shown;
import pilothouse.web.Answer;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;
import pilothouse.web.Where;

/** The numbers for the pages of others: OpenMetrics for a Grafana, badges for a README. */
final class Exposition {
  private final Supplier<Ground> ground;
  private final Lookouts lookouts;
  private final Gauges gauges;

  Exposition(Supplier<Ground> ground, Lookouts lookouts, Gauges gauges) {
    this.ground = ground;
    this.lookouts = lookouts;
    this.gauges = gauges;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/metrics", this::metrics)
            .anywhere()
            .telling(
                Telling.of("The five numbers of every service, last 26 weeks, as OpenMetrics 1.0")
                    .as(OpenMetrics.TYPE)),
        Route.read("/badges/{system}/{badge}", this::badge)
            .ofSystem("system")
            .telling(
                FleetPages.period(Telling.of("A badge with one number, as METRIC.svg"))
                    .as("image/svg+xml")));
  }

  private Answer metrics(Request request) {
    Ground here = ground.get();
    List<Line> lines = gauges.fleet(lookouts.usual(""), request.caller());
    OpenMetrics text = new OpenMetrics();
    for (int i = 0; i < ServiceMetrics.FIVE.size(); i++) {
      five(text, lines, i);
    }
    text.gauge("pilothouse_services", "", "Services that are known.", List.of(of(lines.size())));
    if (request.caller().sees(Where.ORGANISATION)) {
      program(text, here);
    }
    byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
    return new Answer.Data(OpenMetrics.TYPE, "", bytes);
  }

  private static void program(OpenMetrics text, Ground here) {
    text.gauge(
        "pilothouse_facts_version",
        "",
        "Rises with everything new that is known.",
        List.of(of((double) here.services().version())));
    Runtime runtime = Runtime.getRuntime();
    text.gauge(
        "pilothouse_memory_used",
        "bytes",
        "Memory that the program's own objects take.",
        List.of(of((double) (runtime.totalMemory() - runtime.freeMemory()))));
  }

  private static void five(OpenMetrics text, List<Line> lines, int index) {
    String id = ServiceMetrics.FIVE.get(index);
    Metric metric = AddressWords.metric(id);
    List<Sample> values = new ArrayList<>();
    List<Sample> counts = new ArrayList<>();
    List<Sample> opens = new ArrayList<>();
    for (Line line : lines) {
      Line.Gauge gauge = line.gauges().get(index);
      Double value = gauge.value();
      Map<String, String> labels = Map.of("service", line.system());
      if (value != null) {
        values.add(new Sample(labels, value));
      }
      counts.add(new Sample(labels, (double) gauge.n()));
      opens.add(new Sample(labels, (double) gauge.open()));
    }
    String name = "pilothouse_" + id.replace('-', '_');
    text.gauge(
        name,
        Units.of(metric.unit()).replace('-', '_'),
        metric.question() + " Last 26 weeks; a service of which it is unknown has no line.",
        values);
    text.gauge(name + "_facts", "", "Facts in " + metric.name() + ".", counts);
    if (id.startsWith("failed-deployment-recovery")) {
      text.gauge(
          name + "_open", "", "Of these facts, open ones: they count as \"at least\".", opens);
    }
  }

  private static Sample of(double value) {
    return new Sample(new LinkedHashMap<>(), value);
  }

  private Answer badge(Request request) {
    Metric metric = AddressWords.metric(request.part("badge").replaceFirst("\\.svg$", ""));
    Lookout look = lookouts.service(request, "");
    Reading reading = gauges.bearing(look).read(metric.id());
    String svg =
        Charts.badge(
            metric.name().toLowerCase(java.util.Locale.ROOT),
            Shown.say(reading)
                + (reading.open() == 0 ? "" : ", " + Say.count(reading.open()) + " open"));
    return new Answer.Data("image/svg+xml", "", svg.getBytes(StandardCharsets.UTF_8));
  }
}
