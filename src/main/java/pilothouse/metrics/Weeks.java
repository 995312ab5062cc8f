package pilothouse.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The whole weeks of a window that are over, Monday to Monday in the organisation's zone, not
 * before the history begins.
 *
 * @param starts epoch seconds of each week's start, and of the last one's end; nobody writes into
 *     it
 */
public record Weeks(long[] starts) {

  static Weeks of(Slice slice) {
    return of(slice.window, slice.begin());
  }

  /**
   * The whole weeks of a window.
   *
   * @param begin the epoch second before which nothing is known
   */
  public static Weeks of(Window window, long begin) {
    long from = Math.max(window.from().getEpochSecond(), begin);
    Instant monday = window.weekOf(Instant.ofEpochSecond(from));
    if (monday.getEpochSecond() < from) {
      monday = after(window, monday);
    }
    long[] starts = new long[8];
    int n = 0;
    while (!monday.isAfter(window.over())) {
      if (n == starts.length) {
        starts = Arrays.copyOf(starts, 2 * n);
      }
      starts[n++] = monday.getEpochSecond();
      monday = after(window, monday);
    }
    return new Weeks(Arrays.copyOf(starts, n));
  }

  private static Instant after(Window window, Instant monday) {
    return monday.atZone(window.zone()).plusWeeks(1).toInstant();
  }

  /** How many there are. */
  public int count() {
    return Math.max(0, starts.length - 1);
  }

  /** The week that holds the instant, -1 when no whole week does. */
  public int of(long epochSecond) {
    int at = Arrays.binarySearch(starts, epochSecond);
    int week = at >= 0 ? at : -at - 2;
    return week >= 0 && week < count() ? week : -1;
  }

  /** How many of the commits are in each week. */
  long[] counts(Slice slice, int[] commits) {
    long[] counts = new long[count()];
    for (int commit : commits) {
      int week = of(slice.commits().committedAt()[commit]);
      if (week >= 0) {
        counts[week]++;
      }
    }
    return counts;
  }

  /** A point a week: some commits' share of all; unknown in a week without any. */
  List<Series.Point> shares(Slice slice, int[] some, int[] all) {
    long[] part = counts(slice, some);
    long[] whole = counts(slice, all);
    List<Series.Point> points = new ArrayList<>(count());
    for (int week = 0; week < count(); week++) {
      Double share = whole[week] == 0 ? null : (double) part[week] / whole[week];
      points.add(new Series.Point(Instant.ofEpochSecond(starts[week]), share, whole[week]));
    }
    return points;
  }

  /** A point a week. */
  public List<Series.Point> points(long[] values, long[] facts) {
    List<Series.Point> points = new ArrayList<>(count());
    for (int week = 0; week < count(); week++) {
      points.add(
          new Series.Point(
              Instant.ofEpochSecond(starts[week]), (double) values[week], facts[week]));
    }
    return points;
  }
}
