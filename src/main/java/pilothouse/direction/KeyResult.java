package pilothouse.direction;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilothouse.views.Amount;
import pilothouse.views.Gauge;
import pilothouse.views.Gauges;

/**
 * One number by which an outcome is seen.
 *
 * @param gauge which number it is, as {@link Gauge#text} writes it; empty where people type it in
 * @param unit of what people type in; empty for none
 * @param baseline what it was at the start, frozen; null while nobody knows
 */
public record KeyResult(
    String id,
    String says,
    String gauge,
    String unit,
    double target,
    @Nullable Double baseline,
    @Nullable Instant baselineAt) {

  /** The same with another target. */
  KeyResult aiming(double at) {
    return new KeyResult(id, says, gauge, unit, at, baseline, baselineAt);
  }

  /** The same, begun there. */
  KeyResult from(double value, Instant frozen) {
    return new KeyResult(id, says, gauge, unit, target, value, frozen);
  }

  /** The number that reads itself; empty where people type it in. */
  Optional<Gauge> gauged() {
    return gauge.isEmpty() ? Optional.empty() : Gauge.parse(gauge);
  }

  /** What its amounts are typed in. */
  Amount.In in(Gauges gauges) {
    return gauged().flatMap(gauges::find).map(Gauges.Offered::in).orElse(new Amount.In(null, unit));
  }
}
