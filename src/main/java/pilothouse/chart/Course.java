package pilothouse.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value over time with the limits that its own noise draws.
 *
 * @param title what happened, in one sentence
 * @param describes what the picture shows, for those who cannot see it
 * @param points oldest first; a null value is unknown and breaks the line
 * @param limits natural process limits, or null
 * @param signals what fired at a point, by its index; marked by shape and words
 * @param zone in which dates are said
 */
public record Course(
    String title,
    String describes,
    Axis axis,
    List<Point> points,
    @Nullable Limits limits,
    Map<Integer, String> signals,
    ZoneId zone) {
  public Course {
    points = List.copyOf(points);
    signals = Map.copyOf(signals);
  }

  /** One period; {@code n} is how many facts are in it. */
  public record Point(Instant at, @Nullable Double value, long n) {}

  /** Centre line and natural process limits. */
  public record Limits(double centre, double lower, double upper) {}
}
