package pilothouse.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.ServiceFacts;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Series;
import pilothouse.metrics.delivery.Cause;
import pilothouse.metrics.delivery.ServiceMetrics;
import pilothouse.text.Say;
import pilothouse.text.Texts;
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
                    Texts.say("delivery.bearing.nothing-is-known-of", look.system()),
                    Texts.say("delivery.bearing.see-delivery-for-the"))),
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
        trouble(look),
        ServiceMetrics.FIVE.stream().map(id -> gauge(look, read(id))).toList(),
        facts.doubled().stream()
            .filter(one -> look.window().holds(one.at().getEpochSecond()))
            .toList());
  }

  private Line.Trouble trouble(Lookout look) {
    Instant to = look.window().to();
    List<Instant> open =
        facts.incidents().stream()
            .filter(incident -> isOpen(incident, to))
            .map(Incident::detectedAt)
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    String since = open.isEmpty() ? "" : Say.day(open.getFirst(), look.window().zone());
    long waiting =
        metrics.causes().stream()
            .filter(cause -> cause.standing() == Cause.Standing.SUGGESTED)
            .count();
    return new Line.Trouble(open.size(), since, (int) waiting);
  }

  /** Whether an incident was noticed before an instant and not resolved by then. */
  private static boolean isOpen(Incident incident, Instant by) {
    Instant detected = incident.detectedAt();
    Instant resolved = incident.resolvedAt();
    boolean ended =
        resolved == null ? Boolean.FALSE.equals(incident.open()) : resolved.isBefore(by);
    return detected != null && detected.isBefore(by) && !ended;
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
