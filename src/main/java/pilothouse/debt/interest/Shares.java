package pilothouse.debt.interest;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * With how much of what they cost items count in a sum, so that no change counts twice: what a
 * change took more belongs in equal parts to the items that it is compared for.
 */
record Shares(Gauge gauge, Frame frame, List<Item> items) {
  /** So many touches are looked up once; those of more items twice, to save room. */
  private static final long KEPT = 4_000_000;

  /** Of each item the mean over its compared touches of 1 ÷ how many items have them. */
  double[] all() {
    AtomicIntegerArray having = new AtomicIntegerArray(gauge.merged().size());
    AtomicLong room = new AtomicLong(KEPT);
    int[] @Nullable [] kept = new int[items.size()][];
    each()
        .forEach(i -> {
          int[] its = compared(items.get(i));
          Arrays.stream(its).forEach(having::getAndIncrement);
          kept[i] = room.addAndGet(-its.length) < 0 ? null : its;
        });
    double[] shares = new double[items.size()];
    each()
        .forEach(i -> {
          int[] before = kept[i];
          shares[i] =
              Arrays.stream(before == null ? compared(items.get(i)) : before)
                  .mapToDouble(change -> 1.0 / having.get(change))
                  .average()
                  .orElse(1);
        });
    return shares;
  }

  /** How many of the items have a compared touch in common with one of them. */
  int beside(Item one) {
    BitSet its = new BitSet();
    Arrays.stream(compared(one)).forEach(its::set);
    return (int)
        items.stream()
            .parallel()
            .filter(item -> !item.equals(one))
            .filter(item -> Arrays.stream(compared(item)).anyMatch(its::get))
            .count();
  }

  private IntStream each() {
    return IntStream.range(0, items.size()).parallel();
  }

  private int[] compared(Item item) {
    return Touches.of(gauge, frame, item).compared();
  }
}
