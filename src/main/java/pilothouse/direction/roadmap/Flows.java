package pilothouse.direction.roadmap;

import java.util.Optional;
import pilothouse.metrics.Window;

/** Knows how many changes a repository brought to its main line on each day. */
@FunctionalInterface
public interface Flows {
  /** A number for each day of the window, zeros included; empty where nothing of it was read. */
  Optional<int[]> perDay(String repository, Window window);
}
