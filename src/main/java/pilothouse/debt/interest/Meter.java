package pilothouse.debt.interest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Window;

/** Measures interest; made once of all changes, asked as often as wanted, by anybody at a time. */
public interface Meter {
  /** Where the bootstrap begins, so that the same changes give the same interval. */
  long SEED = 20_261_122;

  /** How often it resamples. */
  int DRAWS = 1_000;

  /** Fewer others of a team in a band say nothing of what is usual there. */
  int OTHERS = 5;

  /** A meter of these changes. */
  static Meter of(Merged merged) {
    return Gauge.of(merged);
  }

  /** What it was made of. */
  Merged merged();

  /** The interest of each item in the window, in the order of the items. */
  List<Interest> measure(List<Item> items, Window window);

  /**
   * With how much of its interest each item counts where interest of all of them is summed, in
   * their order: 1 where no other item has its changes.
   */
  double[] shares(List<Item> items, Window window);

  /** How many of the items, but for one itself, have changes that it has as well. */
  int beside(Item one, List<Item> items, Window window);

  /** What touched the item in the window, each beside the team's others; the latest first. */
  List<Touch> receipt(Item item, Window window);

  /**
   * One touch.
   *
   * @param change index in {@link Merged}
   * @param hours that it took; null where nobody told
   * @param others how many others it is compared with
   * @param usual the median of their hours; null where there are too few
   */
  record Touch(int change, Band band, @Nullable Double hours, int others, @Nullable Double usual) {
    /** Its hours above what is usual; null where one is unknown. */
    public @Nullable Double extra() {
      Double its = hours;
      Double theirs = usual;
      return its == null || theirs == null ? null : (Double) (its - theirs);
    }
  }
}
