package pilothouse.metrics.judging;

import java.util.List;

/**
 * What the days of a week have of their own, measured before the cut.
 *
 * @param effects by weekday from Monday, what is usual there less the mean; zeros without a season
 * @param isThere whether the weekdays differ by more than chance: F with a chance below 1 %
 * @param missing whether a weekday of the points after has fewer than two before it
 */
record Season(double[] effects, boolean isThere, boolean missing) {
  static final int LEAST = 14;
  private static final double CHANCE = 0.01;

  static final Season NONE = new Season(new double[7], false, false);

  static Season of(Cut cut) {
    List<Dated> before = cut.last(364);
    if (!cut.isDaily() || before.size() < LEAST) {
      return NONE;
    }
    int[] counts = new int[7];
    double[] means = new double[7];
    double mean = 0;
    for (Dated point : before) {
      counts[weekday(point)]++;
      means[weekday(point)] += point.value();
      mean += point.value() / before.size();
    }
    double between = 0;
    int days = 0;
    for (int i = 0; i < 7; i++) {
      means[i] = counts[i] == 0 ? mean : means[i] / counts[i];
      between += counts[i] * (means[i] - mean) * (means[i] - mean);
      days += counts[i] > 0 ? 1 : 0;
    }
    double within = 0;
    for (Dated point : before) {
      double rest = point.value() - means[weekday(point)];
      within += rest * rest;
    }
    int left = before.size() - days;
    boolean there = days > 1 && left > 0 && differs(between, within, days - 1, left);
    return there ? new Season(effects(means, mean), true, misses(cut, counts)) : NONE;
  }

  private static boolean differs(double between, double within, int upper, int lower) {
    if (within <= 1e-12 * between) {
      return between > 0;
    }
    return Student.above(between / upper / (within / lower), upper, lower) < CHANCE;
  }

  private static double[] effects(double[] means, double mean) {
    double[] effects = new double[7];
    for (int i = 0; i < 7; i++) {
      effects[i] = means[i] - mean;
    }
    return effects;
  }

  private static boolean misses(Cut cut, int[] counts) {
    return cut.after().stream().anyMatch(point -> counts[weekday(point)] < 2);
  }

  /** The series without it. */
  Cut outOf(Cut cut) {
    return isThere ? new Cut(plain(cut.before()), plain(cut.after()), cut.day()) : cut;
  }

  private List<Dated> plain(List<Dated> points) {
    return points.stream()
        .map(point -> new Dated(point.day(), point.value() - effects[weekday(point)]))
        .toList();
  }

  private static int weekday(Dated point) {
    return point.day().getDayOfWeek().getValue() - 1;
  }
}
