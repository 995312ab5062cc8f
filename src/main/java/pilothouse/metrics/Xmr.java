package pilothouse.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;

/**
 * The process behaviour chart: centre X̄, limits X̄ ± 2.66·mR̄, range limit 3.268·mR̄, locked on
 * the first 20 points at most; none below ten points. Signals: 1, a point outside a limit; 2, three
 * of four in a row nearer a limit than the centre; 3, eight in a row on one side. [Wheeler;
 * xmrit.com]
 */
public final class Xmr {
  static final int BASELINE = 20;
  static final int LEAST = 10;

  private Xmr() {}

  /** The series of points with limits and signals; the lower limit stops at zero. */
  public static Series natural(List<Series.Point> points) {
    return of(points, 0);
  }

  /** The series of shares of a whole: the limits stop at zero and at one. */
  public static Series share(List<Series.Point> points) {
    Series series = of(points, 0);
    Series.Limits limits = series.limits();
    if (limits == null || limits.upper() <= 1) {
      return series;
    }
    Series.Limits bounded =
        new Series.Limits(
            limits.centre(), limits.lower(), 1, limits.meanMovingRange(), limits.rangeLimit());
    return new Series(points, bounded, series.signals());
  }

  /** The series of points; unknown points are skipped, the lower limit stops at {@code floor}. */
  public static Series of(List<Series.Point> points, double floor) {
    List<Integer> known = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      if (points.get(i).value() != null) {
        known.add(i);
      }
    }
    double[] values = new double[known.size()];
    for (int i = 0; i < values.length; i++) {
      Double value = points.get(known.get(i)).value();
      values[i] = value == null ? 0 : value;
    }
    Series.Limits limits = limits(values, floor);
    if (limits == null) {
      return new Series(points, null, List.of());
    }
    return new Series(points, limits, signals(values, known, limits));
  }

  /**
   * Limits of the baseline; null with too few points, or when most of them are the floor itself.
   */
  public static Series.@Nullable Limits limits(double[] values, double floor) {
    int n = Math.min(values.length, BASELINE);
    if (n < LEAST) {
      return null;
    }
    double sum = 0;
    double ranges = 0;
    int atFloor = 0;
    for (int i = 0; i < n; i++) {
      sum += values[i];
      ranges += i == 0 ? 0 : Math.abs(values[i] - values[i - 1]);
      atFloor += values[i] <= floor ? 1 : 0;
    }
    if (2 * atFloor > n) {
      return null;
    }
    double centre = sum / n;
    double range = ranges / (n - 1);
    return new Series.Limits(
        centre,
        Math.max(floor, centre - 2.66 * range),
        centre + 2.66 * range,
        range,
        3.268 * range);
  }

  /** Where the rules fire among values of which all are known, against limits that are given. */
  public static List<Series.Signal> signals(double[] values, Series.Limits limits) {
    return signals(values, IntStream.range(0, values.length).boxed().toList(), limits);
  }

  private static List<Series.Signal> signals(
      double[] values, List<Integer> known, Series.Limits limits) {
    List<Series.Signal> signals = new ArrayList<>();
    int side = 0;
    int run = 0;
    for (int i = 0; i < values.length; i++) {
      int point = known.get(i);
      if (values[i] > limits.upper() || values[i] < limits.lower()) {
        boolean above = values[i] > limits.upper();
        String way = Texts.say(above ? "metrics.xmr.above" : "metrics.xmr.below");
        signals.add(new Series.Signal(point, 1, way));
      }
      int near = nearLimit(values, i, limits);
      if (near != 0) {
        String way = near > 0 ? "metrics.xmr.near-upper" : "metrics.xmr.near-lower";
        signals.add(new Series.Signal(point, 2, Texts.say(way)));
      }
      int now = Double.compare(values[i], limits.centre());
      run = now != 0 && now == side ? run + 1 : 1;
      side = now;
      if (side != 0 && run >= 8) {
        String way = side > 0 ? "metrics.xmr.run-above" : "metrics.xmr.run-below";
        signals.add(new Series.Signal(point, 3, Texts.say(way, run)));
      }
    }
    return signals;
  }

  /** 1 or −1 when this point and two or three of the three before are nearer one limit; else 0. */
  private static int nearLimit(double[] values, int last, Series.Limits limits) {
    if (last < 3) {
      return 0;
    }
    double half = 1.33 * limits.meanMovingRange();
    int above = 0;
    int below = 0;
    for (int i = last - 3; i <= last; i++) {
      above += values[i] > limits.centre() + half ? 1 : 0;
      below += values[i] < limits.centre() - half ? 1 : 0;
    }
    if (above >= 3 && values[last] > limits.centre() + half) {
      return 1;
    }
    return below >= 3 && values[last] < limits.centre() - half ? -1 : 0;
  }
}
