package pilothouse.direction.bets;

import java.util.List;

/** Focus metrics as pages and programs see them. */
public interface FocusTold {
  /** All that somebody sees, the newest quarter first. */
  record All(String quarter, List<One> focus) {}

  /**
   * A focus metric.
   *
   * @param name of the metric
   * @param baseline as it was at the start, in words
   * @param now as it is, in words
   * @param page of the number with its receipt; empty where there is none
   */
  record One(
      Focus focus,
      String name,
      String baseline,
      String now,
      String page,
      List<Tried> experiments,
      List<Foretelling.Foretold> predictions) {}

  /** An experiment that it stands on. */
  record Tried(String id, String hypothesis, String ending) {}
}
