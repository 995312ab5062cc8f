package pilothouse.debt.interest;

import org.jspecify.annotations.Nullable;

/**
 * After how many weeks what it took to pay an item back is saved: principal ÷ interest.
 *
 * @param weeks null unless it pays back; its high end is infinite where interest may be nothing
 */
public record BreakEven(Kind kind, @Nullable Range weeks) {

  /** Whether it ever does. */
  public enum Kind {
    WEEKS,
    UNKNOWN,
    /** It costs nothing, or less than nothing. */
    NEVER
  }

  /**
   * Of the hours that it takes and the hours that it costs a week, or both in money.
   *
   * @param principal null where unknown
   * @param interest null where unknown
   */
  public static BreakEven of(@Nullable Range principal, @Nullable Range interest) {
    if (interest != null && interest.likely() <= 0) {
      return new BreakEven(Kind.NEVER, null);
    }
    if (principal == null || interest == null) {
      return new BreakEven(Kind.UNKNOWN, null);
    }
    double likely = principal.likely() / interest.likely();
    if (!principal.hasEnds() || !interest.hasEnds()) {
      return new BreakEven(Kind.WEEKS, Range.about(likely));
    }
    double high =
        interest.least() > 0 ? principal.most() / interest.least() : Double.POSITIVE_INFINITY;
    double low = principal.least() / interest.most();
    return new BreakEven(Kind.WEEKS, new Range(low, likely, high));
  }

  /** Whether interest may be nothing as well, so that nobody can say that it pays back. */
  public boolean mayBeNever() {
    Range range = weeks;
    return range != null && range.most() == Double.POSITIVE_INFINITY;
  }

  /**
   * Cost of delay divided by duration: money a week of waiting for each week of work.
   *
   * @param perWeek what waiting costs a week; null where unknown
   * @param weeks how long the work takes; null where unknown
   */
  public static @Nullable Range cd3(@Nullable Range perWeek, @Nullable Range weeks) {
    return perWeek == null || weeks == null || !(weeks.least() > 0) ? null : perWeek.over(weeks);
  }
}
