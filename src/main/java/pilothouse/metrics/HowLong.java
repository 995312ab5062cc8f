package pilothouse.metrics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;

/**
 * In how many days so many are done: a Monte-Carlo forecast from daily throughput with its zeros.
 *
 * @param items that are to be done
 * @param history days that were sampled from
 * @param likely done within so many days in 50 % of the runs
 * @param probable within so many in 85 %
 * @param nearlySure within so many in 95 %
 * @param byThen the share of the runs that are done within the days that were asked for
 * @param refused why there is no forecast; null when there is one
 */
public record HowLong(
    int items,
    int history,
    int runs,
    long seed,
    long likely,
    long probable,
    long nearlySure,
    double byThen,
    @Nullable String refused) {
  /** Ten years: what takes longer is not told. */
  private static final long FOREVER = 3_653;

  /**
   * Simulates.
   *
   * @param perDay how many were done on each day of the past
   * @param days how likely it is to be done within those
   */
  public static HowLong of(int[] perDay, int items, long days) {
    if (perDay.length < MonteCarlo.LEAST_DAYS) {
      String why = Texts.say("metrics.monte-carlo.a-forecast-needs-10", perDay.length);
      return refused(perDay, items, why);
    }
    if (Arrays.stream(perDay).allMatch(n -> n == 0)) {
      return refused(perDay, items, Texts.say("metrics.how-long.none", perDay.length));
    }
    long[] lengths = MonteCarlo.howLong(perDay, items, MonteCarlo.SEED);
    if (MonteCarlo.percentile(lengths, 0.95) >= FOREVER) {
      return refused(perDay, items, Texts.say("metrics.how-long.forever"));
    }
    long within = Arrays.stream(lengths).filter(length -> length <= days).count();
    return new HowLong(
        items,
        perDay.length,
        MonteCarlo.RUNS,
        MonteCarlo.SEED,
        MonteCarlo.percentile(lengths, 0.50),
        MonteCarlo.percentile(lengths, 0.85),
        MonteCarlo.percentile(lengths, 0.95),
        (double) within / lengths.length,
        null);
  }

  private static HowLong refused(int[] perDay, int items, String why) {
    return new HowLong(items, perDay.length, 0, MonteCarlo.SEED, 0, 0, 0, 0, why);
  }
}
