package pilothouse.delivery;

import pilothouse.metrics.Metric;

/** Units as programs read them. */
final class Units {
  private Units() {}

  /** The unit in a word: seconds, ratio, per-week, lines, people or count. */
  static String of(Metric.Unit unit) {
    return switch (unit) {
      case SECONDS -> "seconds";
      case RATIO -> "ratio";
      case PER_WEEK -> "per-week";
      case LINES -> "lines";
      case PEOPLE -> "people";
      default -> "count";
    };
  }
}
