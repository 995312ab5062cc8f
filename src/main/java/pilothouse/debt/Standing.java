package pilothouse.debt;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An item today: where it stands, by when it is due, and what it costs.
 *
 * @param due by when its window says that it is mended
 * @param isLate whether it is open, and that day is over
 */
record Standing(Item item, State state, Worth worth, LocalDate due, boolean isLate) {
  private static final Comparator<Standing> RISKIEST =
      Comparator.<Standing, Boolean>comparing(one -> one.item().words().effect() != Effect.RISKS)
          .thenComparing(one -> one.item().words().severity())
          .thenComparing(one -> one.item().number());

  /** What has paid for itself first comes first, then what risks most. */
  static final Comparator<Standing> BY_RANK =
      Comparator.<Standing>comparingDouble(one -> least(one.worth().breakEven()))
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
          .thenComparing(one -> one.item().number());

  private static double least(@Nullable Hours hours) {
    return hours == null ? Double.MAX_VALUE : hours.middle();
  }

  private static double most(@Nullable Hours hours) {
    return hours == null ? -1 : hours.middle();
  }
}
