package pilothouse.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pilothouse.evidence.facts.ServiceFacts;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Series;
import pilothouse.metrics.delivery.ServiceMetrics;
import pilothouse.views.Happened;
import pilothouse.views.Shown;
import pilothouse.web.NotFound;

/** One service through one window by one definition; each number is worked out once. */
final class Bearing {
  /** Weeks that count as lately. */
  static final int LATELY = 4;

  private final ServiceFacts facts;
  private final ServiceMetrics metrics;
  private final Map<String, Reading> readings = new ConcurrentHashMap<>();

  Bearing(Ground ground, Lookout look) {
    this(
        ground
            .services()
            .service(look.system())
            .orElseThrow(() ->
                new NotFound(
                    "Nothing is known of “" + look.system() + "” any more.",
                    "See /delivery for the services that are known.")),
        look);
  }

  Bearing(ServiceFacts facts, Lookout look) {
    this.facts = facts;
    this.metrics = ServiceMetrics.of(facts, look.window(), look.definition());
  }

  ServiceFacts facts() {
    return facts;
  }

  ServiceMetrics metrics() {
    return metrics;
  }

  Reading read(String metric) {
    return readings.computeIfAbsent(metric, metrics::read);
  }

  /** The five in short. */
  Line line(Lookout look) {
    return new Line(
        facts.system(),
        facts.declared(),
        metrics.instead().orElse(""),
        metrics.open(),
        ServiceMetrics.FIVE.stream().map(id -> gauge(look, read(id))).toList(),
        facts.doubled().stream()
            .filter(one -> look.window().holds(one.at().getEpochSecond()))
            .toList());
  }

  private static Line.Gauge gauge(Lookout look, Reading reading) {
    Metric metric = reading.metric();
    Series series = reading.series();
    return new Line.Gauge(
        metric,
        reading.value(),
        reading.unknown(),
        reading.n(),
        reading.open(),
        Shown.of(look, reading).spark(),
        series.limits() != null,
        series.points().isEmpty() ? null : Happened.lately(reading, look.window().zone(), LATELY));
  }
}
