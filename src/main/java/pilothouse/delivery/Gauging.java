package pilothouse.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import pilothouse.evidence.facts.Measurement;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Window;
import pilothouse.metrics.delivery.Definition;
import pilothouse.metrics.delivery.ServiceMetrics;
import pilothouse.views.Gauge;
import pilothouse.views.Gauged;
import pilothouse.views.Stretch;
import pilothouse.web.Where;

/** Reads one number of a service, or one that was measured anywhere, for whoever names it. */
final class Gauging {
  private final Supplier<Ground> ground;
  private final Gauges gauges;
  private final MeasuredPages measured;

  Gauging(Supplier<Ground> ground, Gauges gauges, MeasuredPages measured) {
    this.ground = ground;
    this.gauges = gauges;
    this.measured = measured;
  }

  /** What it shows; empty where no such service or number is known. */
  Optional<Gauged> read(Gauge gauge, Window window) {
    Where where = gauge.where();
    boolean isService =
        where.kind() == Where.Kind.SYSTEM
            && ServiceMetrics.catalogue().stream().anyMatch(m -> m.id().equals(gauge.metric()));
    return isService ? service(gauge, where.name(), window) : told(gauge, window);
  }

  /** The names of what was measured of a place. */
  List<String> names(String scope) {
    return isKnown(scope) ? Measured.names(measured.told(scope)) : List.of();
  }

  /** The kind of unit that something was measured in. */
  Metric.Unit unit(String scope, String name) {
    return isKnown(scope) ? Measured.kind(name, scope, measured.told(scope)) : Metric.Unit.OTHER;
  }

  /** That unit as it was told; empty where none was. */
  String word(String scope, String name) {
    return isKnown(scope) ? Measured.word(name, scope, measured.told(scope)) : "";
  }

  private Optional<Gauged> service(Gauge gauge, String system, Window window) {
    return ground
        .get()
        .services()
        .service(system)
        .map(facts -> {
          Lookout look =
              new Lookout(system, "", Stretch.of(window), Definition.DORA, Reader.ENGINEER);
          Reading reading = gauges.bearing(look).read(gauge.metric());
          Instant newest = NewestFact.of(gauge.metric(), facts).orElse(null);
          return new Gauged(gauge, reading, "", look.receipt(reading), newest);
        });
  }

  private Optional<Gauged> told(Gauge gauge, Window window) {
    if (!isKnown(gauge.scope())) {
      return Optional.empty();
    }
    List<Measurement> told = measured.told(gauge.scope());
    if (!Measured.all(told).contains(gauge.metric())) {
      return Optional.empty();
    }
    Metric.Better better = measured.meaning(gauge.metric(), gauge.scope()).better();
    Measured found = Measured.of(gauge.metric(), gauge.scope(), told, window, better);
    MeasuredSight sight = new MeasuredSight(gauge.scope(), gauge.metric(), Stretch.of(window));
    Instant newest =
        told.stream()
            .filter(one -> one.metric().equals(gauge.metric()))
            .filter(one -> Measured.isIn(found.unit(), one))
            .map(Measurement::at)
            .max(Instant::compareTo)
            .orElse(null);
    Measurement last = found.last();
    return Optional.of(
        new Gauged(
            gauge,
            found.reading(),
            found.unit(),
            sight.receipt(found.reading()),
            newest,
            found.each(),
            last == null ? null : last.at()));
  }

  private boolean isKnown(String scope) {
    return Where.parse(scope)
        .filter(where ->
            where.kind() != Where.Kind.SYSTEM
                || ground.get().services().names().contains(where.name()))
        .isPresent();
  }
}
