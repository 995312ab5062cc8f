package pilothouse.views;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Series;

/**
 * Signals that follow each other on one side of the centre, told as one happening: a level that
 * stays high signals every week, but it rose once.
 *
 * @param first index of the first point that belongs to it
 * @param last index of the last one
 * @param up whether it is above the centre
 * @param outside whether a point of it lies outside a limit
 */
record Shift(int first, int last, boolean up, boolean outside) {
  private static final int LASTING = 8;

  /** The shifts of a series, oldest first. */
  static List<Shift> of(Series series) {
    Series.Limits limits = series.limits();
    List<Shift> shifts = new ArrayList<>();
    if (limits == null) {
      return shifts;
    }
    double centre = limits.centre();
    series.signals().stream()
        .sorted(Comparator.comparingInt(Series.Signal::point))
        .forEach(signal -> join(shifts, one(series, signal, centre)));
    return stays(shifts, series).stream().map(shift -> shift.arrived(series, centre)).toList();
  }

  /** This, without the first points that are still nearer the usual value than the new one. */
  private Shift arrived(Series series, double centre) {
    double level = middle(series);
    int from = first;
    while (from < last
        && !(Math.abs(value(series, from) - level) <= Math.abs(value(series, from) - centre))) {
      from++;
    }
    return new Shift(from, last, up, outside);
  }

  /**
   * The signals that are news: those of the level with which a series starts are none where another
   * shift left it, for limits that span both levels call each of them unusual.
   */
  static List<Series.Signal> news(Series series) {
    List<Shift> shifts = of(series);
    if (shifts.size() < 2 || !shifts.getFirst().isStart(series)) {
      return series.signals();
    }
    int last = shifts.getFirst().last;
    return series.signals().stream().filter(signal -> signal.point() > last).toList();
  }

  /** Whether nothing is known before it: it is where the series starts, not what it did. */
  boolean isStart(Series series) {
    return Double.isNaN(middle(series, 0, first));
  }

  /** The level that it left: the middle since the last lasting shift before it began. */
  double usual(Series series, Series.Limits limits) {
    int from = 0;
    for (Shift shift : of(series)) {
      from = shift.first < first && shift.last - shift.first >= 3 ? shift.first : from;
    }
    double level = middle(series, from, first);
    return up == level < middle(series) ? level : limits.centre();
  }

  /** Adds one; those of the same side that it reaches become one with it. */
  private static void join(List<Shift> shifts, Shift next) {
    Shift all = next;
    while (!shifts.isEmpty() && shifts.getLast().reaches(all)) {
      all = shifts.removeLast().with(all);
    }
    shifts.add(all);
  }

  private boolean reaches(Shift next) {
    return up == next.up && next.first <= last + 1;
  }

  private Shift with(Shift next) {
    return new Shift(
        Math.min(first, next.first), Math.max(last, next.last), up, outside || next.outside);
  }

  /** A level that was not left between two of them, or since the last, is one. */
  private static List<Shift> stays(List<Shift> shifts, Series series) {
    List<Shift> all = new ArrayList<>();
    for (Shift next : shifts) {
      boolean one = !all.isEmpty() && all.getLast().up == next.up;
      if (one && all.getLast().holds(next.first, series)) {
        all.set(all.size() - 1, all.getLast().with(next));
      } else {
        all.add(next);
      }
    }
    int end = series.points().size();
    if (!all.isEmpty() && all.getLast().isLasting() && all.getLast().holds(end, series)) {
      Shift last = all.removeLast();
      all.add(new Shift(last.first, end - 1, last.up, last.outside));
    }
    return all;
  }

  /** Whether what comes behind it, up to a point, is nearer its level than the one that it left. */
  private boolean holds(int until, Series series) {
    double behind = middle(series, Math.min(last + 1, until), until);
    double left = middle(series, 0, first);
    Series.Limits limits = series.limits();
    double other = Double.isNaN(left) && limits != null ? limits.centre() : left;
    return Double.isNaN(behind) || Math.abs(behind - middle(series)) <= Math.abs(behind - other);
  }

  private static Shift one(Series series, Series.Signal signal, double centre) {
    int at = signal.point();
    boolean up = value(series, at) > centre;
    int first = at;
    if (signal.rule() != 1) {
      int back = signal.rule() == 2 ? Math.max(0, at - 3) : 0;
      for (int i = at; i >= back && isOnSide(series, i, centre, up); i--) {
        first = i;
      }
    }
    return new Shift(first, at, up, signal.rule() == 1);
  }

  private static boolean isOnSide(Series series, int point, double centre, boolean up) {
    Double value = series.points().get(point).value();
    return value == null || (up ? value > centre : value < centre);
  }

  static double value(Series series, int point) {
    Double value = series.points().get(point).value();
    return value == null ? Double.NaN : value;
  }

  /**
   * Whether the words would tell a change: a level that differs by less than its digits does not.
   */
  boolean isSeen(Reading reading) {
    Series series = reading.series();
    Series.Limits limits = series.limits();
    if (limits == null) {
      return false;
    }
    Metric.Unit unit = reading.metric().unit();
    double other = isStart(series) ? after(series) : usual(series, limits);
    return first == last
        || !ShiftWords.plain(unit, other).equals(ShiftWords.plain(unit, middle(series)));
  }

  /** Whether it stayed so long that it is a level of its own, and no single points. */
  boolean isLasting() {
    return last - first + 1 >= LASTING;
  }

  /** Its own level. */
  double middle(Series series) {
    return middle(series, first, last + 1);
  }

  /** The level after it. */
  double after(Series series) {
    return middle(series, last + 1, series.points().size());
  }

  /** The median of the known values; NaN when there is none. */
  private static double middle(Series series, int from, int to) {
    double[] values = new double[to - from];
    int n = 0;
    for (int i = from; i < to; i++) {
      double value = value(series, i);
      if (!Double.isNaN(value)) {
        values[n++] = value;
      }
    }
    if (n == 0) {
      return Double.NaN;
    }
    double[] known = Arrays.copyOf(values, n);
    Arrays.sort(known);
    return (known[(n - 1) / 2] + known[n / 2]) / 2;
  }
}
