package pilothouse.metrics.judging;

import java.util.Arrays;

/** The newest part of a history that lies on one level, or on one way. */
final class Settled {
  private static final int PART = 8;

  /** So many times its interval a level must have moved: about four standard errors. */
  private static final double SURE = 2;

  private Settled() {}

  /**
   * All of a history or, where its level moved once rather than step by step, what came since.
   *
   * @param least how many of the newest stay in any case
   */
  static double[] of(double[] history, int least, Memory memory) {
    int cut = cut(history, least);
    if (cut < 0) {
      return history;
    }
    double[] before = Arrays.copyOfRange(history, 0, cut);
    double[] since = Arrays.copyOfRange(history, cut, history.length);
    Level level = Level.of(before, since, memory, 0);
    double move = Math.abs(level.low() + level.high());
    return move > SURE * (level.high() - level.low()) ? of(since, least, memory) : history;
  }

  /** Where two levels fit best, and better than one line; -1 where none do. */
  private static int cut(double[] history, int least) {
    double best = square(Line.of(history).rest(history));
    int found = -1;
    double all = 0;
    double squares = 0;
    for (double value : history) {
      all += value;
      squares += value * value;
    }
    double left = 0;
    for (int i = 1; i <= history.length - least; i++) {
      left += history[i - 1];
      double right = all - left;
      double rest = squares - left * left / i - right * right / (history.length - i);
      if (i >= PART && rest < best) {
        best = rest;
        found = i;
      }
    }
    return found;
  }

  private static double square(double[] rest) {
    double sum = 0;
    for (double value : rest) {
      sum += value * value;
    }
    return sum;
  }
}
