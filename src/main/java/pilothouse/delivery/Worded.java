package pilothouse.delivery;

import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;

/** placeholder */
final class Worded {
  private Worded() {}

  static String says(Reading reading, Reader reader) {
    return reading.metric().question() + reader.title();
  }

  static String serves(Metric metric) {
    return metric.question();
  }
}
