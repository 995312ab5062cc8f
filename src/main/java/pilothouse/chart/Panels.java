package pilothouse.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One or several values over the same time, each in a panel with an axis of its own, and what
 * happened meanwhile as lines through all of them.
 *
 * @param title what happened, in one sentence
 * @param describes what the picture shows, for those who cannot see it
 * @param from where the axis of time begins
 * @param to where it ends
 */
public record Panels(
    String title,
    String describes,
    List<Panel> panels,
    List<Flag> flags,
    Instant from,
    Instant to,
    ZoneId zone) {
  public Panels {
    panels = List.copyOf(panels);
    flags = List.copyOf(flags);
    if (panels.isEmpty() || !from.isBefore(to)) {
      throw new IllegalArgumentException("panels need a value and a span of time");
    }
  }

  /**
   * One value.
   *
   * @param name what it is
   * @param limits null where none are drawn
   */
  public record Panel(
      String name, Axis axis, List<Course.Point> points, Course.@Nullable Limits limits) {
    public Panel {
      points = List.copyOf(points);
    }
  }

  /**
   * Something that happened.
   *
   * @param label short, stands above the line; empty for none
   * @param says what it was
   * @param strong whether it is what the picture is about
   */
  public record Flag(Instant at, String label, String says, boolean strong) {}
}
