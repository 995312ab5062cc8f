package pilothouse.metrics;

/**
 * A metric with its formula over one history.
 *
 * @param function no clock, no database, no web inside
 */
record Measure(Metric metric, Function function) {

  /** Computes a reading from facts, a scope and a window. */
  @FunctionalInterface
  interface Function {
    Reading read(Metric metric, Slice slice);
  }

  static Measure of(
      String id, Metric.Unit unit, Metric.Better better, String counterMetric, Function function) {
    return new Measure(Metric.kept("formula.git.", id, unit, better, counterMetric), function);
  }

  Reading read(Slice slice) {
    return function.read(metric, slice);
  }
}
