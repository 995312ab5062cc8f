package pilothouse.metrics.judging;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;

/**
 * What one judged point stands for: a point as it came, or several together.
 *
 * @param account what was put together and why; null where points are judged as they came
 * @param trouble why nothing can be judged; null where it can
 */
record Grain(Cut cut, @Nullable String account, @Nullable String trouble) {
  private static final int WEEK = 7;

  /** Weeks where days are many, and longer points where most of them are the same. */
  static Grain of(Cut cut) {
    boolean daily = cut.isDaily();
    Cut weeks = daily ? cut.inDays(WEEK) : cut;
    if (daily && weeks.before().size() >= Judging.LEAST && weeks.after().size() >= Judging.ENOUGH) {
      return longer(weeks, Texts.kept("kept.verdict.in-weeks"));
    }
    return longer(cut, null);
  }

  private static Grain longer(Cut cut, @Nullable String account) {
    if (!isSparse(cut)) {
      return new Grain(cut, account, null);
    }
    int most = cut.before().size() / Judging.LEAST;
    for (int length = 2; length <= most; length++) {
      Cut joined = cut.inPoints(length);
      if (!isSparse(joined)) {
        return new Grain(joined, Texts.kept("kept.verdict.in-groups", length), null);
      }
    }
    boolean constant = commonest(cut.last(Judging.LOCKED)) == cut.last(Judging.LOCKED).size();
    return new Grain(cut, account, constant ? null : Texts.kept("kept.verdict.sparse"));
  }

  /** Whether more than half of the points that limits would be locked on are the same. */
  static boolean isSparse(Cut cut) {
    List<Dated> base = cut.last(Judging.LOCKED);
    return 2 * commonest(base) > base.size();
  }

  private static int commonest(List<Dated> points) {
    double[] sorted = Cut.values(points);
    Arrays.sort(sorted);
    int most = 0;
    int run = 0;
    for (int i = 0; i < sorted.length; i++) {
      run = i > 0 && sorted[i] == sorted[i - 1] ? run + 1 : 1;
      most = Math.max(most, run);
    }
    return most;
  }
}
