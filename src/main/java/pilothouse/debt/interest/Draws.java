package pilothouse.debt.interest;

import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntToDoubleFunction;

/**
 * Medians of resamples, without resampling: the median of a resample of n values is one of them (or
 * the mean of two), and which one depends on n alone. Up to {@link #EXACT} values it is drawn by
 * counting a resample of their places; above, its place is normal around the middle with standard
 * deviation √n ÷ 2, as that of the middle of n uniform numbers is. [Efron 1979]
 */
final class Draws {
  static final int EXACT = 64;
  private static final int SLOTS = 64;
  private static final double FARTHEST = 4.5;
  private static final int[][] SHUFFLED = shuffled();
  private static final double[] NORMAL = normal();
  private static final Map<Integer, int[][]> PLACES = new ConcurrentHashMap<>();

  private Draws() {}

  /**
   * Adds the weighted medians of resamples.
   *
   * @param slot samples that are added have different ones, so that they are drawn apart
   * @param sorted the value at a place
   */
  static void add(double[] sums, int slot, int size, double weight, IntToDoubleFunction sorted) {
    int[] shuffled = SHUFFLED[slot % SLOTS];
    if (size <= EXACT) {
      double[] values = values(0, size, sorted);
      int[][] places = PLACES.computeIfAbsent(size, Draws::places);
      for (int i = 0; i < sums.length; i++) {
        int draw = shuffled[i];
        sums[i] += weight * (values[places[0][draw]] + values[places[1][draw]]) / 2;
      }
      return;
    }
    double spread = size / (2 * Math.sqrt(size + 2.0));
    int first = Math.max(0, (int) (0.5 * size - FARTHEST * spread));
    int last = Math.min(size - 1, (int) (0.5 * size + FARTHEST * spread));
    double[] values = values(first, last + 1 - first, sorted);
    for (int i = 0; i < sums.length; i++) {
      int place = (int) (0.5 * size + spread * NORMAL[shuffled[i]]) - first;
      sums[i] += weight * values[Math.clamp(place, 0, values.length - 1)];
    }
  }

  private static double[] values(int first, int count, IntToDoubleFunction sorted) {
    double[] values = new double[count];
    Arrays.setAll(values, i -> sorted.applyAsDouble(first + i));
    return values;
  }

  /** Between which places the median of each resample of so many lies. */
  private static int[][] places(int size) {
    SplittableRandom dice = new SplittableRandom(Meter.SEED + size);
    int[][] places = new int[2][Meter.DRAWS];
    for (int draw = 0; draw < Meter.DRAWS; draw++) {
      int[] counts = new int[size];
      for (int i = 0; i < size; i++) {
        counts[dice.nextInt(size)]++;
      }
      places[0][draw] = place(counts, (size - 1) / 2);
      places[1][draw] = place(counts, size / 2);
    }
    return places;
  }

  private static int place(int[] counts, int wanted) {
    int place = 0;
    int sum = counts[0];
    while (sum <= wanted) {
      sum += counts[++place];
    }
    return place;
  }

  private static double[] normal() {
    SplittableRandom dice = new SplittableRandom(Meter.SEED);
    double[] normal = new double[Meter.DRAWS];
    Arrays.setAll(normal, i -> Math.clamp(dice.nextGaussian(), -FARTHEST, FARTHEST));
    return normal;
  }

  private static int[][] shuffled() {
    SplittableRandom dice = new SplittableRandom(Meter.SEED);
    int[][] all = new int[SLOTS][Meter.DRAWS];
    for (int[] one : all) {
      Arrays.setAll(one, i -> i);
      for (int i = one.length - 1; i > 0; i--) {
        int other = dice.nextInt(i + 1);
        int kept = one[i];
        one[i] = one[other];
        one[other] = kept;
      }
    }
    return all;
  }
}
