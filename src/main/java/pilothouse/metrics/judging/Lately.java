package pilothouse.metrics.judging;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * Whether the newest points of a series moved, for somebody who looks again with each new point: as
 * a verdict, but chance alone may explain it ten times less often, for a year has many looks.
 */
public final class Lately {
  /** The newest points that are held against those before: few of them, or enough of them. */
  private static final int[] NEWEST = {Judging.ENOUGH, 3};

  private static final double CHANCE = Level.CHANCE / 10;

  private Lately() {}

  /**
   * What moved; empty where nothing did.
   *
   * @param points oldest first, whole ones alone: a week that has just begun looks like a fall
   */
  public static Optional<Judgement> moved(
      List<Dated> points, Expect expect, DoubleFunction<String> says) {
    for (int newest : NEWEST) {
      if (points.size() > newest) {
        Dated first = points.get(points.size() - newest);
        Judgement judged = Judging.judge(points, first.day(), expect, says, CHANCE);
        if (judged.verdict().isMove()) {
          return Optional.of(judged);
        }
      }
    }
    return Optional.empty();
  }
}
