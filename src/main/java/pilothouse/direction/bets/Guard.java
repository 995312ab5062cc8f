package pilothouse.direction.bets;

import org.jspecify.annotations.Nullable;
import pilothouse.views.Gauge;

/**
 * A number that must not cross a limit while an experiment runs.
 *
 * @param experiment its id
 * @param side {@code above} where it must not rise above the bound, {@code below} where it must not
 *     fall below
 * @param bound in the unit of the number
 * @param held {@code yes}, {@code no} or {@code unknown}, as it was read when the experiment ended;
 *     null while it runs
 * @param value at that time; null where there was none
 * @param crossedOn the first day on which it was beyond the bound; empty for none
 */
public record Guard(
    String experiment,
    String gauge,
    String side,
    double bound,
    @Nullable String held,
    @Nullable Double value,
    @Nullable String crossedOn,
    @Nullable String firstDay,
    @Nullable String lastDay) {
  static final String ABOVE = "above";
  static final String BELOW = "below";

  /** One that an experiment begins with. */
  static Guard begun(String experiment, Gauge gauge, String side, double bound) {
    return new Guard(experiment, gauge.text(), side, bound, null, null, null, null, null);
  }

  Gauge gauged() {
    return Gauge.parse(gauge).orElseThrow();
  }

  boolean isCrossedBy(double amount) {
    return side.equals(ABOVE) ? amount > bound : amount < bound;
  }
}
