package pilothouse.debt;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item, as programs are told it.
 *
 * @param effect {@code slows}, {@code risks} or {@code waits}
 * @param state {@code open}, {@code deferred}, {@code closed} or {@code joined}
 * @param outcome the id of the outcome that it hurts; null for none
 * @param principal hours to mend it; null where nobody estimated
 * @param interest hours a week that it costs; null where nobody knows
 * @param interestShare with how much of what was measured it counts in sums, as other items have
 *     the same changes; 1 where it is alone
 * @param breakEvenWeeks after how many weeks mending it has paid; null where nobody knows
 * @param moneyAWeek null where nobody set a rate
 * @param due by when its window says that it is mended
 * @param late whether that day is over
 * @param closedAs {@code paid} or {@code dropped}; null while it is not closed
 * @param payback {@code unverified}; {@code verified} where somebody says what it costs now, or
 *     what was measured: {@code moved_better}, {@code moved_worse}, {@code no_detectable_change};
 *     null where nothing was paid
 */
record DebtTold(
    String id,
    int number,
    String place,
    String title,
    String says,
    List<Spotted> where,
    String kind,
    String effect,
    String severity,
    String state,
    @Nullable String owner,
    String origin,
    @Nullable String outcome,
    @Nullable Range principal,
    String principalBy,
    @Nullable Range interest,
    String interestBasis,
    int interestCases,
    double interestShare,
    @Nullable Range breakEvenWeeks,
    @Nullable Range moneyAWeek,
    @Nullable String currency,
    List<Integer> requires,
    Instant openedAt,
    String due,
    boolean late,
    @Nullable String deferredUntil,
    @Nullable String closedAs,
    @Nullable String payback,
    List<Waited> waiting,
    List<Seen> sources,
    String page) {

  /** From the least to the most; null where it has no end. */
  record Range(double low, @Nullable Double high) {
    static @Nullable Range of(@Nullable Hours hours) {
      if (hours == null) {
        return null;
      }
      boolean hasEnd = !Double.isInfinite(hours.high());
      return new Range(rounded(hours.low()), hasEnd ? (Double) rounded(hours.high()) : null);
    }

    /** Exactly, as sums add up. */
    static Range all(Hours hours) {
      return new Range(hours.low(), hours.high());
    }

    private static double rounded(double value) {
      return Math.round(value * 100) / 100.0;
    }
  }

  /**
   * A place in code.
   *
   * @param fate {@code here}, {@code moved}, {@code gone}, {@code unknown} or {@code unread}
   * @param now where it is today
   */
  record Spotted(String repository, String path, String fate, String now) {}

  /** What it costs in hours if it waits until a day. */
  record Waited(String until, @Nullable Range hours, @Nullable Range money) {}

  /** Where it was seen. */
  record Seen(String kind, String mark, String address, String says, Instant first, Instant last) {}

  /**
   * A list of the register by effect; the lists add up to the register.
   *
   * @param effect {@code slows}, {@code risks}, {@code waits}; {@code all} for the register
   * @param mending what mending them takes
   * @param costs what they cost a week: what was measured, and what is estimated
   */
  record Sum(
      String effect,
      int items,
      Range principal,
      Range interest,
      int unknown,
      Cost mending,
      Cost costs,
      Cost measured,
      Cost estimated) {}

  /**
   * Hours and what they cost.
   *
   * @param money at the rate of each item's place or team, by currency; none without rates
   * @param unpriced hours of those without a rate, where others have one
   */
  record Cost(Range hours, List<Money> money, @Nullable Range unpriced) {}

  /** An amount from the least to the most. */
  record Money(String currency, double low, double high) {}

  /** Some of them, the sums of all that fit, and after which the next part begins. */
  record Listed(List<Sum> sums, List<DebtTold> items, @Nullable String next) {}
}
