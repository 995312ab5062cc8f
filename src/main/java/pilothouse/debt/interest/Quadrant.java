package pilothouse.debt.interest;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Quantiles;

/** Items by the effort that they take and by what they save. */
public enum Quadrant {
  /** Little effort, much saved. */
  SOON,
  /** Much effort, much saved. */
  PLAN,
  /** Little effort, little saved. */
  BESIDE,
  /** Much effort, little saved. */
  LEAVE,
  /** Effort or saving is not known. */
  UNKNOWN;

  /** One item; null where unknown. */
  public record Item(String key, @Nullable Double effort, @Nullable Double saving) {}

  /**
   * Above which effort and saving are much.
   *
   * @param medians whether these are the medians of the items themselves, and no fixed limits
   */
  public record Limits(double effort, double saving, boolean medians) {
    /** Limits that somebody set. */
    public static Limits of(double effort, double saving) {
      return new Limits(effort, saving, false);
    }

    /** The medians of the items of which both are known; null where there are none. */
    public static @Nullable Limits medians(Collection<Item> items) {
      double[] efforts = sorted(items, Item::effort);
      double[] savings = sorted(items, Item::saving);
      return efforts.length == 0
          ? null
          : new Limits(Quantiles.sorted(efforts, 0.5), Quantiles.sorted(savings, 0.5), true);
    }

    private static double[] sorted(
        Collection<Item> items, Function<Item, @Nullable Double> number) {
      return items.stream()
          .filter(item -> item.effort() != null && item.saving() != null)
          .mapToDouble(item -> Objects.requireNonNull(number.apply(item)))
          .sorted()
          .toArray();
    }
  }

  /** Each item's, by key, in the order of the items. */
  public static Map<String, Quadrant> place(Collection<Item> items, Limits limits) {
    Map<String, Quadrant> placed = new LinkedHashMap<>();
    items.forEach(item -> placed.put(item.key(), of(item, limits)));
    return placed;
  }

  private static Quadrant of(Item item, Limits limits) {
    Double effort = item.effort();
    Double saving = item.saving();
    if (effort == null || saving == null) {
      return UNKNOWN;
    }
    boolean isMuch = saving > limits.saving();
    return effort > limits.effort() ? isMuch ? PLAN : LEAVE : isMuch ? SOON : BESIDE;
  }
}
