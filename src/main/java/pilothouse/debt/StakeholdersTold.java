package pilothouse.debt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits.
 *
 * @param postponed what was put off, and what that cost so far
 * @param receipt what each cost a week on the day that is asked for; none where no day is
 */
record StakeholdersTold(
    List<DebtTold.Sum> sums, List<Month> trend, List<Postponed> postponed, List<One> receipt) {
  /**
   * What all that waits costs a week at the end of a day.
   *
   * @param costs at today's rates: what was measured then, and what was estimated then
   * @param receipt where each of them stands with what it cost
   */
  record Month(
      String day,
      DebtTold.Range hoursAWeek,
      int items,
      int unknown,
      DebtTold.Cost costs,
      DebtTold.Cost measured,
      DebtTold.Cost estimated,
      String receipt) {}

  /** What was put off since a day until a day, what that cost so far, and costs until then. */
  record Postponed(
      int number,
      String title,
      String since,
      @Nullable String until,
      String why,
      DebtTold.@Nullable Range hoursSoFar,
      DebtTold.@Nullable Cost soFar,
      DebtTold.@Nullable Cost untilThen,
      String page) {}

  /**
   * An item on a day of the trend.
   *
   * @param costs a week, as it counts in the sum; null where nobody knows
   * @param share with how much of what was measured it counts, as others have the same changes
   * @param basis {@code measured}, {@code estimate} or {@code unknown}
   * @param cases how many changes it stands on; 0 where somebody estimated it
   */
  record One(
      int number,
      String title,
      DebtTold.@Nullable Cost costs,
      String basis,
      int cases,
      double share,
      String page) {}
}
