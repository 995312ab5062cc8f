package pilothouse.debt;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an item costs while it is there.
 *
 * @param interest hours a week; null where nothing was measured and nobody estimated
 * @param measured whether changes to its paths tell it, else somebody estimated it
 * @param cases how many changes it was measured on; 0 for an estimate
 * @param principal hours to mend it; null where nobody estimated
 * @param rate what an hour costs; empty where nobody said
 */
record Worth(
    @Nullable Hours interest,
    boolean measured,
    int cases,
    @Nullable Hours principal,
    Optional<Rate> rate) {
  private static final double WEEK = 7 * 24 * 3600.0;

  static Worth of(Item item, Rules rules) {
    Words words = item.words();
    return new Worth(words.interest(), false, 0, words.principal(), rules.rate(words.place()));
  }

  /** {@code measured}, {@code estimate} or {@code unknown}. */
  String basis() {
    return interest == null ? "unknown" : measured ? "measured" : "estimate";
  }

  /** After how many weeks mending it has paid for itself; null where one of both is not known. */
  @Nullable Hours breakEven() {
    Hours cost = interest;
    Hours price = principal;
    return cost == null || price == null || cost.high() <= 0 || cost.low() <= 0
        ? null
        : new Hours(price.low() / cost.high(), price.high() / cost.low());
  }

  /** What so much time costs; null where nobody knows. */
  @Nullable Hours during(Instant from, Instant until) {
    Hours cost = interest;
    double weeks = ChronoUnit.SECONDS.between(from, until) / WEEK;
    return cost == null ? null : cost.times(Math.max(0, weeks));
  }

  /** Money a week, as findings have it; null where there is no rate or no interest. */
  @Nullable Double moneyAWeek() {
    Hours cost = interest;
    return cost == null
        ? null
        : rate.map(one -> one.money(cost.middle()).doubleValue()).orElse(null);
  }
}
