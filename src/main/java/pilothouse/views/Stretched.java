package pilothouse.views;

import pilothouse.metrics.Window;

/** Looks through a span of time that no git history bounds. */
public interface Stretched extends Sight {
  /** That span. */
  Stretch stretch();

  @Override
  default String when() {
    return stretch().says();
  }

  @Override
  default Window window() {
    return stretch().window();
  }
}
