package pilothouse.debt;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import pilothouse.debt.interest.BreakEven;
import pilothouse.debt.interest.Payback;

/**
 * An item today: where it stands, by when it is due, and what it costs.
 *
 * @param due by when its window says that it is mended
 * @param isLate whether it is open, and that day is over
 * @param payback whether mending it paid, by what was measured; null where nothing was
 */
record Standing(
    Item item, State state, Worth worth, LocalDate due, boolean isLate, @Nullable Payback payback) {
  private static final Comparator<Standing> RISKIEST =
      Comparator.<Standing>comparingInt(one -> one.item().words().effect() == Effect.RISKS ? 0 : 1)
          .thenComparing(one -> one.item().words().severity())
          .thenComparingInt(one -> one.item().number());

  /** What has paid for itself first comes first, then what risks most. */
  static final Comparator<Standing> BY_RANK =
      Comparator.<Standing, BreakEven.Kind>comparing(one -> one.worth().paying().kind())
          .thenComparingDouble(Standing::weeks)
          .thenComparingInt(one -> -one.item().incidents().size())
          .thenComparing(RISKIEST);

  static final Comparator<Standing> BY_COST =
      Comparator.<Standing>comparingDouble(one -> -most(one.worth().interest()))
          .thenComparing(RISKIEST);
  static final Comparator<Standing> BY_DUE =
      Comparator.comparing(Standing::due).thenComparing(RISKIEST);
  static final Comparator<Standing> NEWEST =
      Comparator.<Standing>comparingInt(one -> one.item().number()).reversed();
  static final Comparator<Standing> BY_TITLE =
      Comparator.<Standing, String>comparing(one -> one.item().title(), String::compareToIgnoreCase)
          .thenComparingInt(one -> one.item().number());

  private static double weeks(Standing one) {
    Hours weeks = one.worth().breakEven();
    return weeks == null ? 0 : weeks.middle();
  }

  /** Whether what it costs stands on changes. */
  boolean isByChanges() {
    return worth.cases() > 0;
  }

  /** The same, counting with a share of what was measured. */
  Standing sharing(double share) {
    return new Standing(item, state, worth.sharing(share), due, isLate, payback);
  }

  /** Whether it was mended, and nothing shows yet whether that helped. */
  boolean isUnverified() {
    return item.isUnverified() && (payback == null || payback.isUnverified());
  }

  private static double most(@Nullable Hours hours) {
    return hours == null ? -1 : hours.middle();
  }
}
