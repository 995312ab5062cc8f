package pilothouse.metrics.delivery;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Interval;
import pilothouse.text.Texts;

/**
 * Which share is still going after how long, where some have not ended yet: after every end the
 * share shrinks by those that ended of those that were still watched. [Kaplan and Meier 1958]
 */
final class KaplanMeier {
  private static final double Z = 1.959964;

  /** What a share may miss of 1 − q and still have fallen to it: the sums are not exact. */
  private static final double EXACT = 1e-12;

  private final double[] ended;
  private final double[] going;

  /** Spans that ended, and spans that go on. */
  KaplanMeier(double[] ended, double[] going) {
    this.ended = ended.clone();
    this.going = going.clone();
    Arrays.sort(this.ended);
    Arrays.sort(this.going);
  }

  /**
   * The first span after which the share that is still going is 1 − q or less: where it falls to
   * exactly ½, that span is the median. Null where it never falls so far.
   */
  @Nullable Double quantile(double q) {
    return walk(q).middle;
  }

  /**
   * The spans at which the ends of the band around the share fall to 1 − q. [Brookmeyer and Crowley
   * 1982, the band by Greenwood on the logarithm of the share]
   */
  Interval interval(double q) {
    int all = ended.length + going.length;
    if (all < Interval.needed(q)) {
      return Interval.tooFew(all, q);
    }
    Walk walk = walk(q);
    String says = Texts.say("metrics.kaplan-meier.95-kaplan-meier-with");
    if (walk.low == null && walk.high == null) {
      return new Interval(null, null, Texts.say("metrics.kaplan-meier.too-many-are-still"));
    }
    return new Interval(
        walk.low,
        walk.high,
        walk.high == null ? Texts.say("metrics.kaplan-meier.too-many-are-still-2", says) : says);
  }

  private static final class Walk {
    @Nullable Double low;
    @Nullable Double middle;
    @Nullable Double high;
  }

  private Walk walk(double q) {
    Walk walk = new Walk();
    int all = ended.length + going.length;
    double rest = 1 - q + EXACT;
    double still = 1;
    double variance = 0;
    int gone = 0;
    for (int i = 0; i < ended.length; ) {
      int same = i;
      while (same < ended.length && ended[same] == ended[i]) {
        same++;
      }
      while (gone < going.length && going[gone] < ended[i]) {
        gone++;
      }
      double watched = (double) all - i - gone;
      int ends = same - i;
      still *= 1 - ends / watched;
      variance += ends / (watched * (watched - ends));
      double reach = Math.exp(Z * Math.sqrt(variance));
      walk.low = walk.low == null && still / reach <= rest ? (Double) ended[i] : walk.low;
      walk.middle = walk.middle == null && still <= rest ? (Double) ended[i] : walk.middle;
      boolean passed = still > 0 && Math.min(1, still * reach) <= rest;
      walk.high = walk.high == null && passed ? (Double) ended[i] : walk.high;
      i = same;
    }
    return walk;
  }
}
