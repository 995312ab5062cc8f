package pilothouse.debt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits.
 *
 * @param postponed what was put off, and what that cost so far
 */
record StakeholdersTold(List<DebtTold.Sum> sums, List<Month> trend, List<Postponed> postponed) {
  /** What all that waits costs a week at the end of a day. */
  record Month(String day, DebtTold.Range hoursAWeek, int items, int unknown) {}

  /** What was put off since a day until a day, and what that cost so far. */
  record Postponed(
      int number,
      String title,
      String since,
      @Nullable String until,
      String why,
      DebtTold.@Nullable Range hoursSoFar,
      String page) {}
}
