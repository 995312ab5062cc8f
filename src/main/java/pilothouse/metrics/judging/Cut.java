package pilothouse.metrics.judging;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A series in two: the points before a day, and those from that day on. Oldest first. */
record Cut(List<Dated> before, List<Dated> after, LocalDate day) {

  static Cut of(List<Dated> points, LocalDate day) {
    List<Dated> before = new ArrayList<>();
    List<Dated> after = new ArrayList<>();
    points.forEach(point -> (point.day().isBefore(day) ? before : after).add(point));
    return new Cut(before, after, day);
  }

  /** Whether the usual step is one day. */
  boolean isDaily() {
    List<Dated> all = all();
    if (all.size() < 3) {
      return false;
    }
    long[] steps = new long[all.size() - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = ChronoUnit.DAYS.between(all.get(i).day(), all.get(i + 1).day());
    }
    Arrays.sort(steps);
    return steps[steps.length / 2] == 1;
  }

  /** Means of so many days in a row, counted from the day of the cut both ways. */
  Cut inDays(int length) {
    List<Dated> joined = new ArrayList<>();
    List<Dated> all = all();
    int full = Math.max(1, usual(all, length));
    for (int from = 0; from < all.size(); ) {
      long block = block(all.get(from), length);
      int to = from;
      double sum = 0;
      while (to < all.size() && block(all.get(to), length) == block) {
        sum += all.get(to++).value();
      }
      // Half a block at an end of the series says less than the others, and is left out.
      if (2 * (to - from) > full) {
        joined.add(new Dated(day.plusDays(block * length), sum / (to - from)));
      }
      from = to;
    }
    return of(joined, day);
  }

  /** How many points a block has at most. */
  private int usual(List<Dated> all, int length) {
    int most = 0;
    int now = 0;
    long last = Long.MIN_VALUE;
    for (Dated point : all) {
      long block = block(point, length);
      now = block == last ? now + 1 : 1;
      last = block;
      most = Math.max(most, now);
    }
    return most;
  }

  private long block(Dated point, int length) {
    return Math.floorDiv(ChronoUnit.DAYS.between(day, point.day()), (long) length);
  }

  /** Means of so many points in a row, counted from the cut both ways; the rest is left out. */
  Cut inPoints(int length) {
    return new Cut(
        grouped(before.subList(before.size() % length, before.size()), length),
        grouped(after.subList(0, after.size() - after.size() % length), length),
        day);
  }

  private static List<Dated> grouped(List<Dated> points, int length) {
    List<Dated> joined = new ArrayList<>();
    for (int i = 0; i < points.size(); i += length) {
      List<Dated> group = points.subList(i, i + length);
      double sum = group.stream().mapToDouble(Dated::value).sum();
      joined.add(new Dated(group.getFirst().day(), sum / length));
    }
    return joined;
  }

  List<Dated> all() {
    List<Dated> all = new ArrayList<>(before);
    all.addAll(after);
    return all;
  }

  /** The last so many points before, or all where there are fewer. */
  List<Dated> last(int most) {
    return before.subList(Math.max(0, before.size() - most), before.size());
  }

  static double[] values(List<Dated> points) {
    return points.stream().mapToDouble(Dated::value).toArray();
  }
}
