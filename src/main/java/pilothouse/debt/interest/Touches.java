package pilothouse.debt.interest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import pilothouse.debt.interest.Meter.Touch;
import pilothouse.metrics.Quantiles;
import pilothouse.metrics.Window;

/**
 * What touched one item in a window.
 *
 * @param changes the latest first
 * @param keys stratum and rank of those whose hours are known, in their order
 */
record Touches(
    Gauge gauge, Frame frame, Item item, Naming.Found found, int[] changes, long[] keys) {
  private static final double WEEK = 7 * 86_400.0;
  private static final double TAIL = 0.025;

  static Touches of(Gauge gauge, Frame frame, Item item) {
    Naming.Found found = gauge.find(item);
    int[] changes = gauge.touching(frame.window(), found.names());
    long[] keys =
        Arrays.stream(changes)
            .filter(change -> frame.stratum()[change] >= 0)
            .mapToLong(change -> (long) frame.stratum()[change] << 32 | frame.rank()[change])
            .sorted()
            .toArray();
    return new Touches(gauge, frame, item, found, changes, keys);
  }

  /** The touches stratum by stratum, each beside the others. */
  private List<Others> strata() {
    List<Others> strata = new ArrayList<>();
    for (int from = 0, to = 0; from < keys.length; from = to) {
      int stratum = (int) (keys[from] >> 32);
      while (to < keys.length && (int) (keys[to] >> 32) == stratum) {
        to++;
      }
      int[] ranks = Arrays.stream(keys, from, to).mapToInt(key -> (int) key).toArray();
      strata.add(new Others(frame, stratum, ranks));
    }
    return strata;
  }

  /** The changes whose hours are compared with those of others. */
  int[] compared() {
    BitSet enough = new BitSet();
    strata().stream()
        .filter(it -> it.size() >= Meter.OTHERS)
        .forEach(it -> enough.set(it.stratum()));
    return Arrays.stream(changes)
        .filter(change -> frame.stratum()[change] >= 0 && enough.get(frame.stratum()[change]))
        .toArray();
  }

  Interest interest() {
    List<Others> all = strata();
    List<Others> compared = all.stream().filter(it -> it.size() >= Meter.OTHERS).toList();
    double[] extras = compared.stream().flatMapToDouble(Touches::extras).sorted().toArray();
    int n = extras.length;
    Double low = null;
    Double high = null;
    if (n >= Interest.FEWEST) {
      double[] medians = medians(extras, compared);
      low = Quantiles.sorted(medians, TAIL);
      high = Quantiles.sorted(medians, 1 - TAIL);
    }
    return new Interest(
        item.key(),
        changes.length,
        weeks(),
        n == 0 ? null : (Double) Quantiles.sorted(extras, 0.5),
        low,
        high,
        n,
        keys.length - n,
        changes.length - keys.length,
        found.place(),
        found.now(),
        changes);
  }

  private static java.util.stream.DoubleStream extras(Others others) {
    double median = others.median();
    return Arrays.stream(others.ranks()).mapToDouble(rank -> others.hours(rank) - median);
  }

  /**
   * Resamples: the touches among themselves, and the others of each stratum, whose median moves the
   * result by the share of the touches that it is compared with.
   */
  private static double[] medians(double[] extras, List<Others> compared) {
    double[] medians = new double[Meter.DRAWS];
    Draws.add(medians, 0, extras.length, 1, place -> extras[place]);
    int slot = 1;
    for (Others others : compared) {
      double weight = -(double) others.ranks().length / extras.length;
      double median = others.median();
      Draws.add(medians, slot++, others.size(), weight, place -> others.at(place) - median);
    }
    Arrays.sort(medians);
    return medians;
  }

  private double weeks() {
    Window window = frame.window();
    long begun = window.from().getEpochSecond();
    long known = repositories().mapToLong(gauge::since).min().orElse(begun);
    long from = known == Long.MAX_VALUE ? begun : Math.max(known, begun);
    return Math.max(1, (window.to().getEpochSecond() - from) / WEEK);
  }

  private java.util.stream.IntStream repositories() {
    List<String> all = List.of(gauge.merged().names().repositories());
    return item.plots().stream()
        .map(Plot::repository)
        .distinct()
        .mapToInt(all::indexOf)
        .filter(it -> it >= 0);
  }

  List<Touch> receipt() {
    Merged merged = gauge.merged();
    List<Others> all = strata();
    List<Touch> touches = new ArrayList<>();
    for (int change : changes) {
      Others others =
          all.stream()
              .filter(it -> it.stratum() == frame.stratum()[change])
              .findFirst()
              .orElse(null);
      int count = others == null ? 0 : others.size();
      double hours = merged.hours()[change];
      touches.add(
          new Touch(
              change,
              Band.of(merged.lines()[change]),
              hours >= 0 ? (Double) hours : null,
              count,
              others == null || count < Meter.OTHERS ? null : (Double) others.median()));
    }
    return touches;
  }
}
