package pilothouse.direction.bets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Experiments as pages and programs see them. */
public interface ExperimentTold {
  /** All experiments that somebody sees, and how many ended how: no rate, for failing is fine. */
  record All(List<Line> experiments, long running, long supported, long failed, long unclear) {}

  /** An experiment in a list. */
  record Line(Experiment experiment, String owner, boolean late) {}

  /**
   * An experiment with its prediction and what was learned.
   *
   * @param guard the number that guards it; null where words alone do
   */
  record One(
      Experiment experiment,
      String owner,
      boolean late,
      @Nullable String bet,
      @Nullable GuardTold guard,
      List<Lesson> lessons,
      List<Foretelling.Foretold> predictions) {}
}
