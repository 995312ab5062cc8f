package pilothouse.metrics.judging;

/** Whether a series was on its way already before the cut, by more than chance. */
record Drift(Line line, boolean isThere) {
  static final int MOST = 60;
  private static final double CHANCE = 0.1;

  static Drift of(double[] history, Memory memory) {
    Line line = Line.of(history);
    double sum = 0;
    for (double rest : line.rest(history)) {
      sum += rest * rest;
    }
    double swells = memory.swells(history.length);
    double variance = sum / Math.max(1, history.length - 1 - swells);
    double error = Math.sqrt(variance * swells / Line.spread(history.length));
    double freedom = Math.max(1, history.length / swells - 2);
    boolean there =
        error == 0 ? line.slope() != 0 : Student.tails(line.slope() / error, freedom) < CHANCE;
    return new Drift(line, there);
  }
}
