package pilothouse.views;

import pilothouse.metrics.Reading;
import pilothouse.metrics.Window;

/** What a page shows readings of: it says so, and knows where their receipts are. */
public interface Sight {
  /** What is looked at, in words. */
  String says();

  /** The window in words. */
  String when();

  /** The span of time that is looked at. */
  Window window();

  /** The address of a reading's receipt. */
  String receipt(Reading reading);

  /** Where a path leads; empty for nowhere. */
  default String path(String path) {
    return "";
  }
}
