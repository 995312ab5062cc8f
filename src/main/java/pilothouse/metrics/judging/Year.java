package pilothouse.metrics.judging;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The same weeks of the year before: what comes back every year is no change.
 *
 * @param known whether enough of that year is there
 * @param alike how far those weeks lay off the others, as a share of how far the level moved now
 * @param beyond the way in which the points after lie off those weeks by more than chance; 0 if not
 */
record Year(boolean known, double alike, int beyond) {
  /** Days of a year, in whole weeks. */
  private static final int DAYS = 364;

  private static final int LEAST = 3;

  /** From such a share of the move on it may be the same thing that comes back. */
  private static final double SHARE = 1 / 3.0;

  private static final Year UNKNOWN = new Year(false, 0, 0);

  static Year of(Cut cut, Level level) {
    LocalDate from = cut.day().minusDays(DAYS);
    List<Dated> after =
        cut.after().stream()
            .filter(point -> point.day().isBefore(cut.day().plusDays(DAYS)))
            .toList();
    LocalDate last = after.getLast().day().minusDays(DAYS);
    List<Dated> then = new ArrayList<>();
    List<Dated> others = new ArrayList<>();
    for (Dated point : cut.before()) {
      boolean isThen = !point.day().isBefore(from) && !point.day().isAfter(last);
      boolean isNear = !point.day().isBefore(from.minusDays(DAYS));
      if (isThen) {
        then.add(point);
      } else if (isNear) {
        others.add(point);
      }
    }
    boolean enough = then.size() >= LEAST && 2 * then.size() >= after.size();
    if (!enough || others.size() < Judging.LEAST) {
      return UNKNOWN;
    }
    double[] year = Cut.values(then);
    double[] now = Cut.values(after);
    double move = level.after() - level.before();
    return new Year(
        true,
        move == 0 ? 0 : (Level.mean(year) - Level.mean(Cut.values(others))) / move,
        Level.of(year, now, Memory.of(year, now), 0).way());
  }

  /**
   * Whether it moved likewise a year before, and now not by more than then.
   *
   * @param whole whether no move since then was told: after one, only what came back as it was then
   *     is a season
   */
  boolean explains(int way, boolean whole) {
    return known && alike >= SHARE && (beyond == 0 || (whole && beyond != way));
  }
}
