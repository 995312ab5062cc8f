package pilothouse.debt.interest;

import java.util.List;
import java.util.Objects;

/**
 * The interest of many items together, in hours a week; month by month it is their trend.
 *
 * @param hours the sum of what is known, those below zero among it
 * @param below the sum of those below zero alone
 * @param known items of which it is known
 * @param negative of them, those below zero
 * @param estimates of them, those of too few touches
 * @param unknown items of which it is not, and which are not in the sum
 */
public record Total(
    double hours, double below, int known, int negative, int estimates, int unknown) {

  /** Of these; their order makes no difference. */
  public static Total of(List<Interest> all) {
    List<Interest> known = all.stream().filter(one -> one.hours() != null).toList();
    double[] hours =
        known.stream()
            .mapToDouble(one -> Objects.requireNonNull(one.hours()).likely())
            .sorted()
            .toArray();
    double sum = 0;
    double below = 0;
    int negative = 0;
    for (double one : hours) {
      sum += one;
      below += Math.min(0, one);
      negative += one < 0 ? 1 : 0;
    }
    int estimates =
        (int) known.stream().filter(one -> one.touches() > 0 && one.isEstimate()).count();
    return new Total(sum, below, known.size(), negative, estimates, all.size() - known.size());
  }
}
