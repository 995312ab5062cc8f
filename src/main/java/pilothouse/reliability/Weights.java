package pilothouse.reliability;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What counts against a budget, by time, summed up, so that any window is asked for at once:
 * events, or slices of time.
 */
final class Weights {
  private final long[] at;
  private final double[] bad;
  private final double[] total;

  private Weights(long[] at, double[] bad, double[] total) {
    this.at = at;
    this.bad = bad;
    this.total = total;
  }

  /** How much of a window was bad, of how much; of how many that is made. */
  record Sum(double bad, double total, int n) {
    /** The share that was good; null where there was nothing. */
    @Nullable Double good() {
      return total == 0 ? null : 1 - bad / total;
    }
  }

  static Weights of(Objective objective, List<Counts.Count> counts) {
    Objective.Slicing slicing = objective.slicing();
    if (slicing == null) {
      return summed(
          counts.stream()
              .map(one ->
                  new double[] {one.at().toEpochMilli(), one.total() - one.good(), one.total()})
              .toList());
    }
    Map<Long, double[]> slices = new TreeMap<>();
    long length = slicing.window().toMillis();
    for (Counts.Count one : counts) {
      long slice = Math.floorDiv(one.at().toEpochMilli(), length);
      double[] sum = slices.computeIfAbsent(slice, _ -> new double[2]);
      sum[0] += one.good();
      sum[1] += one.total();
    }
    boolean isWhole = objective.method() == Objective.Method.TIMESLICES;
    return summed(
        slices.entrySet().stream()
            // Of a slice in which nothing was asked nobody knows how it was.
            .filter(slice -> slice.getValue()[1] > 0)
            .map(slice -> {
              double[] sum = slice.getValue();
              double share = sum[0] / sum[1];
              double lost = isWhole ? (share >= slicing.target() ? 0 : 1) : 1 - share;
              return new double[] {(slice.getKey() + 1.0) * length - 1, lost, 1};
            })
            .toList());
  }

  private static Weights summed(List<double[]> rows) {
    int n = rows.size();
    Weights weights = new Weights(new long[n], new double[n + 1], new double[n + 1]);
    for (int i = 0; i < n; i++) {
      double[] row = rows.get(i);
      weights.at[i] = (long) row[0];
      weights.bad[i + 1] = weights.bad[i] + row[1];
      weights.total[i + 1] = weights.total[i] + row[2];
    }
    return weights;
  }

  /** From a moment on, and before another; a slice lies where it ends. */
  Sum between(Instant from, Instant to) {
    int low = before(from);
    int high = Math.max(low, before(to));
    return new Sum(bad[high] - bad[low], total[high] - total[low], high - low);
  }

  /** How many lie before a moment. */
  private int before(Instant moment) {
    long key = moment.toEpochMilli();
    int low = 0;
    int high = at.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (at[middle] < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The first moment; null where there is none. */
  @Nullable Instant first() {
    return at.length == 0 ? null : Instant.ofEpochMilli(at[0]);
  }
}
