package pilothouse.metrics.judging;

/**
 * How far the level after lies from the level before, and how far chance alone reaches: Welch's
 * interval at 95 %, in which points count for what they are worth.
 */
record Level(double before, double after, double low, double high) {
  /** How often chance alone reaches as far, of one look. */
  static final double CHANCE = 0.05;

  private static final int OWN = 8;

  /**
   * The levels of the two.
   *
   * @param spent how many numbers were taken from the baseline already, beside its mean
   */
  static Level of(double[] before, double[] after, Memory memory, int spent) {
    return of(before, after, memory, spent, CHANCE);
  }

  static Level of(double[] before, double[] after, Memory memory, int spent, double chance) {
    double variance = variance(before, memory, spent);
    double later = after.length >= OWN ? variance(after, memory, 0) : variance;
    return between(
        mean(before),
        mean(after),
        variance / memory.worth(before.length),
        before.length,
        later / memory.worth(after.length),
        after.length,
        memory,
        chance);
  }

  /** The same against where a line through what was before leads on average. */
  static Level beyond(Line line, double[] history, double[] after, Memory memory) {
    double[] rest = line.rest(history);
    double variance = variance(rest, memory, 1);
    double middle = history.length + (after.length - 1) / 2.0;
    double away = middle - (history.length - 1) / 2.0;
    double own =
        variance
            * memory.swells(history.length)
            * (1.0 / history.length + away * away / Line.spread(history.length));
    return between(
        line.at(middle),
        mean(after),
        own,
        history.length,
        variance / memory.worth(after.length),
        after.length,
        memory,
        CHANCE);
  }

  private static Level between(
      double before,
      double after,
      double own,
      int n,
      double later,
      int m,
      Memory memory,
      double chance) {
    double all = own + later;
    double nFree = Math.max(1, memory.worth(n) - 1);
    double mFree = m >= OWN ? Math.max(1, memory.worth(m) - 1) : nFree;
    double freedom = all <= 0 ? nFree : all * all / (own * own / nFree + later * later / mFree);
    double reach = Student.bound(chance, Math.max(1, freedom)) * Math.sqrt(all);
    double move = after - before;
    return new Level(before, after, move - reach, move + reach);
  }

  /** Whether chance alone does not explain it: up, down, or 0. */
  int way() {
    return low > 0 ? 1 : high < 0 ? -1 : 0;
  }

  private static double variance(double[] values, Memory memory, int spent) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum / Math.max(1, values.length - spent - memory.swells(values.length));
  }

  static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
