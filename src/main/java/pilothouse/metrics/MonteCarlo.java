package pilothouse.metrics;

import java.util.Arrays;
import pilothouse.text.Texts;

/**
 * Simulates the days to come by drawing days of the past, zeros included, with replacement: 10,000
 * runs from a fixed seed. The generator is SplitMix64, so a seed gives the same forecast anywhere.
 */
final class MonteCarlo {
  static final int RUNS = 10_000;
  static final long SEED = 20_260_105;
  static final int LEAST_DAYS = 10;

  private long state;

  MonteCarlo(long seed) {
    this.state = seed;
  }

  /** A number of 0 .. bound-1, each as likely but for 2⁻³². */
  int below(int bound) {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    return (int) (((z >>> 32) * bound) >>> 32);
  }

  /** How many by then: sums of {@code days} drawn days, sorted. */
  static long[] howMany(int[] perDay, int days, long seed) {
    MonteCarlo random = new MonteCarlo(seed);
    long[] sums = new long[RUNS];
    for (int run = 0; run < RUNS; run++) {
      long sum = 0;
      for (int day = 0; day < days; day++) {
        sum += perDay[random.below(perDay.length)];
      }
      sums[run] = sum;
    }
    Arrays.sort(sums);
    return sums;
  }

  /** In how many days: days drawn until {@code items} are done, sorted; at most ten years. */
  static long[] howLong(int[] perDay, int items, long seed) {
    MonteCarlo random = new MonteCarlo(seed);
    long[] lengths = new long[RUNS];
    for (int run = 0; run < RUNS; run++) {
      long done = 0;
      int days = 0;
      while (done < items && days < 3_653) {
        done += perDay[random.below(perDay.length)];
        days++;
      }
      lengths[run] = days;
    }
    Arrays.sort(lengths);
    return lengths;
  }

  /** The value that a share of the sorted runs stays at or below: the nearest rank. */
  static long percentile(long[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(0, Math.min(sorted.length - 1, rank - 1))];
  }

  /** The forecast of how many come in the next days; "at least in 85 %" is the 15th percentile. */
  static Forecast forecast(String what, int[] perDay, int days) {
    if (perDay.length < LEAST_DAYS) {
      String why = Texts.say("metrics.monte-carlo.a-forecast-needs-10", perDay.length);
      return refused(what, perDay.length, days, why);
    }
    if (Arrays.stream(perDay).allMatch(n -> n == 0)) {
      return refused(
          what, perDay.length, days, Texts.say("metrics.monte-carlo.there-were-none-in"));
    }
    long[] sums = howMany(perDay, days, SEED);
    return new Forecast(
        what,
        days,
        perDay.length,
        RUNS,
        SEED,
        percentile(sums, 0.50),
        percentile(sums, 0.15),
        percentile(sums, 0.05),
        null);
  }

  private static Forecast refused(String what, int history, int days, String why) {
    return new Forecast(what, days, history, 0, SEED, 0, 0, 0, why);
  }
}
