package pilothouse.direction.bets;

import java.util.List;
import pilothouse.web.Whereabouts;

/** Focus metrics as pages and programs see them. */
public interface FocusTold {
  /**
   * All that somebody sees, the newest quarter first.
   *
   * @param quarter that runs
   * @param next the first day on which a place that has one may choose another
   */
  record All(String quarter, String next, List<One> focus) {
    /** Whether it is of the quarter that runs, and so stays until that ends. */
    public boolean isNow(Focus one) {
      return one.quarter().equals(quarter);
    }

    /** Whether any place that is seen has one of this quarter. */
    public boolean anyNow() {
      return focus.stream().anyMatch(one -> isNow(one.focus()));
    }

    /** Those of the places that have none of this quarter. */
    public List<Whereabouts.Known> free(List<Whereabouts.Known> places) {
      List<String> taken =
          focus.stream().map(One::focus).filter(this::isNow).map(Focus::place).toList();
      return places.stream().filter(place -> !taken.contains(place.text())).toList();
    }
  }

  /**
   * A focus metric.
   *
   * @param name of the metric
   * @param baseline as it was at the start, in words
   * @param since of which day or window the baseline is, in words
   * @param now as it is, with its day or window, in words
   * @param page of the number with its receipt; empty where there is none
   */
  record One(
      Focus focus,
      String name,
      String baseline,
      String since,
      String now,
      String page,
      List<Tried> experiments,
      List<Foretelling.Foretold> predictions) {}

  /** An experiment that it stands on. */
  record Tried(String id, String hypothesis, String ending) {}
}
