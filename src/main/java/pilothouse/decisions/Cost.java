package pilothouse.decisions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.chart.Axis;
import pilothouse.metrics.Series;

/**
 * A number of a place before a decision and after it.
 *
 * @param id as numbers are named: {@code change-lead-time@system:booking}; {@code debt} for what
 *     its debt costs
 * @param points the oldest first
 */
record Cost(String id, String name, Axis axis, Side before, Side after, List<Series.Point> points) {
  static final String DEBT = "debt";

  Cost {
    points = List.copyOf(points);
  }

  /** The same as that of one system among others. */
  Cost of(String system) {
    return new Cost(id, name + ", " + system, axis, before, after, points);
  }

  /** Whether anything was told of it. */
  boolean isKnown() {
    return points.stream().anyMatch(point -> point.value() != null);
  }

  /**
   * The median of one side.
   *
   * @param value null where it is unknown
   * @param says the value in words with its unit, or "unknown"
   * @param note how many it is the median of; why it is unknown where it is
   * @param page where its receipt is; empty where there is none
   */
  record Side(@Nullable Double value, String says, long n, String note, String page) {}
}
