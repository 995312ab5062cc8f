package pilothouse.debt.interest;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Window;

/** The meter: changes by the names that they touched, and strata of the window asked for last. */
final class Gauge implements Meter {
  private static final int PIECES = 32;
  private final Merged merged;
  private final Naming naming;
  private final Strata strata;

  /** Changes, the latest first. */
  private final int[] order;

  /** What touched each name: offsets, and places in the order. */
  private final int[] start;

  private final int[] touching;
  private final long[] since;
  private volatile @Nullable Frame last;

  private Gauge(Merged merged) {
    this.merged = merged;
    this.naming = Naming.of(merged.names());
    this.strata = Strata.of(merged);
    this.order = Latest.of(merged);
    this.start = new int[merged.names().size() + 1];
    this.touching = new int[merged.touched().length];
    this.since = new long[merged.names().repositories().length];
    Arrays.fill(since, Long.MAX_VALUE);
  }

  static Gauge of(Merged merged) {
    Gauge gauge = new Gauge(merged);
    gauge.post();
    return gauge;
  }

  private void post() {
    for (int name : merged.touched()) {
      start[name + 1]++;
    }
    Arrays.parallelPrefix(start, Integer::sum);
    int[] next = start.clone();
    for (int place = 0; place < order.length; place++) {
      int change = order[place];
      int repository = merged.repository()[change];
      since[repository] = Math.min(since[repository], merged.mergedAt()[change]);
      for (int i = merged.start()[change]; i < merged.start()[change + 1]; i++) {
        touching[next[merged.touched()[i]]++] = place;
      }
    }
  }

  @Override
  public Merged merged() {
    return merged;
  }

  @Override
  public List<Interest> measure(List<Item> items, Window window) {
    Frame frame = frame(window);
    Interest[] all = new Interest[items.size()];
    int pieces = Math.min(PIECES, items.size());
    IntStream.range(0, pieces)
        .parallel()
        .forEach(piece -> {
          for (int i = piece; i < all.length; i += pieces) {
            all[i] = Touches.of(this, frame, items.get(i)).interest();
          }
        });
    return List.of(all);
  }

  @Override
  public double[] shares(List<Item> items, Window window) {
    return new Shares(this, frame(window), items).all();
  }

  @Override
  public int beside(Item one, List<Item> items, Window window) {
    return new Shares(this, frame(window), items).beside(one);
  }

  @Override
  public List<Touch> receipt(Item item, Window window) {
    return Touches.of(this, frame(window), item).receipt();
  }

  private Frame frame(Window window) {
    Frame before = last;
    if (before != null && before.window().equals(window)) {
      return before;
    }
    Frame frame = Frame.of(merged, strata, window);
    last = frame;
    return frame;
  }

  Naming.Found find(Item item) {
    return naming.find(item);
  }

  /** The changes of a window that touched any of the names, each once, the latest first. */
  int[] touching(Window window, int... names) {
    int size = 0;
    for (int name : names) {
      size += start[name + 1] - start[name];
    }
    int[] places = new int[size];
    int found = 0;
    for (int name : names) {
      for (int i = start[name]; i < start[name + 1]; i++) {
        places[found] = touching[i];
        found += window.holds(merged.mergedAt()[order[touching[i]]]) ? 1 : 0;
      }
    }
    Arrays.sort(places, 0, found);
    int kept = 0;
    for (int i = 0; i < found; i++) {
      if (i == 0 || places[i] != places[i - 1]) {
        places[kept++] = places[i];
      }
    }
    return Arrays.stream(places, 0, kept).map(place -> order[place]).toArray();
  }

  /** When the first change of the repository was merged. */
  long since(int repository) {
    return since[repository];
  }
}
