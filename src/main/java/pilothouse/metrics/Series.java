package pilothouse.metrics;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value over time with its process behaviour limits.
 *
 * @param points oldest first
 * @param limits null below the points that limits need
 * @param signals where a rule of the XmR chart fires
 */
public record Series(List<Point> points, @Nullable Limits limits, List<Signal> signals) {
  public Series {
    points = List.copyOf(points);
    signals = List.copyOf(signals);
  }

  /** A series without points. */
  public static Series none() {
    return new Series(List.of(), null, List.of());
  }

  /** One period: its start, the value (null when unknown), and how many facts are in it. */
  public record Point(Instant at, @Nullable Double value, long n) {}

  /** Natural process limits: X̄ ± 2.66·mR̄, range limit 3.268·mR̄. [Wheeler] */
  public record Limits(
      double centre, double lower, double upper, double meanMovingRange, double rangeLimit) {}

  /** Rule 1, 2 or 3 fired at the point with this index. */
  public record Signal(int point, int rule, String says) {}
}
