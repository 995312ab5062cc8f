package pilothouse.metrics.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Interval;
import pilothouse.metrics.Quantiles;
import pilothouse.metrics.Series;
import pilothouse.metrics.Weeks;
import pilothouse.metrics.Xmr;

/**
 * Values, each with the time that places it in a week. Some may be open: "at least so much". Up to
 * a tenth of open ones count as they are; with more of them quantiles are those of Kaplan and
 * Meier, and unknown where too many are open to tell.
 */
final class Spans {
  private static final double FEW = 0.1;
  private long[] at = new long[16];
  private double[] value = new double[16];
  private boolean[] open = new boolean[16];
  private int n;
  private boolean lower;

  /** From now on a quantile is the lower of the two nearest values, not one between them. */
  void lower() {
    lower = true;
  }

  /** Adds a value placed at an epoch millisecond. */
  void add(long when, double much, boolean isOpen) {
    if (n == at.length) {
      at = Arrays.copyOf(at, 2 * n);
      value = Arrays.copyOf(value, 2 * n);
      open = Arrays.copyOf(open, 2 * n);
    }
    at[n] = when;
    value[n] = much;
    open[n++] = isOpen;
  }

  void add(long when, double much) {
    add(when, much, false);
  }

  int size() {
    return n;
  }

  double value(int i) {
    return value[i];
  }

  boolean isOpen(int i) {
    return open[i];
  }

  int openOnes() {
    int count = 0;
    for (int i = 0; i < n; i++) {
      count += open[i] ? 1 : 0;
    }
    return count;
  }

  /** Whether so many are open that quantiles are those of Kaplan and Meier. */
  boolean isCensored() {
    return isCensored(openOnes(), n);
  }

  private static boolean isCensored(int openOnes, int all) {
    return openOnes > FEW * all;
  }

  /** The greatest value; there is at least one. */
  double most() {
    return Arrays.stream(value, 0, n).max().orElse(0);
  }

  /** The quantile; null without values, or where too many are open. */
  @Nullable Double quantile(double q) {
    int[] all = new int[n];
    Arrays.setAll(all, i -> i);
    return quantile(all, n, q);
  }

  private @Nullable Double quantile(int[] which, int count, double q) {
    if (count == 0) {
      return null;
    }
    int openOnes = 0;
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = value[which[i]];
      openOnes += open[which[i]] ? 1 : 0;
    }
    if (!isCensored(openOnes, count)) {
      Arrays.sort(values);
      return lower ? values[(int) (q * (count - 1))] : (Double) exact(Quantiles.sorted(values, q));
    }
    return kaplanMeier(which, count).quantile(q);
  }

  /** Times are told in milliseconds: what binary fractions add below that is no time. */
  private static double exact(double value) {
    return Math.rint(value * 1_000) / 1_000;
  }

  private KaplanMeier kaplanMeier(int[] which, int count) {
    double[] ended = new double[count];
    double[] going = new double[count];
    int e = 0;
    int g = 0;
    for (int i = 0; i < count; i++) {
      if (open[which[i]]) {
        going[g++] = value[which[i]];
      } else {
        ended[e++] = value[which[i]];
      }
    }
    return new KaplanMeier(Arrays.copyOf(ended, e), Arrays.copyOf(going, g));
  }

  /** How far chance alone reaches around the quantile. */
  Interval interval(double q) {
    if (openOnes() > 0) {
      int[] all = new int[n];
      Arrays.setAll(all, i -> i);
      return kaplanMeier(all, n).interval(q);
    }
    double[] sorted = Arrays.copyOf(value, n);
    Arrays.sort(sorted);
    return Interval.quantile(sorted, q);
  }

  /** A point a week: the quantile of the week's values. */
  Series weekly(Weeks weeks, double q) {
    int[][] of = new int[weeks.count()][];
    int[] counts = new int[weeks.count()];
    for (int i = 0; i < n; i++) {
      int week = weeks.of(Math.floorDiv(at[i], 1000L));
      if (week >= 0) {
        int[] those = of[week] == null ? new int[8] : of[week];
        those = counts[week] == those.length ? Arrays.copyOf(those, 2 * those.length) : those;
        those[counts[week]++] = i;
        of[week] = those;
      }
    }
    List<Series.Point> points = new ArrayList<>(of.length);
    for (int week = 0; week < of.length; week++) {
      Double middle = counts[week] == 0 ? null : quantile(of[week], counts[week], q);
      points.add(Dossier.point(weeks, week, middle, counts[week]));
    }
    return Xmr.natural(points);
  }
}
