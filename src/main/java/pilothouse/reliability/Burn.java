package pilothouse.reliability;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Say;

/**
 * How fast a budget burns, over a long and a short window: burn rate = error ratio ÷ b. It burns
 * too fast where both are above share of the budget × period ÷ long window, which for 30 days is
 * 14.4, 6, 3 and 1. [SRE workbook; Sloth]
 *
 * @param factor the rate above which it is too fast
 * @param isReachable whether it can burn so fast at all
 * @param over the rate through the long window; null where nothing was told
 * @param under the rate through the short one; likewise
 */
record Burn(
    Pace pace, double factor, boolean isReachable, @Nullable Double over, @Nullable Double under) {

  /** A share of the budget in a long window, held against a short one. */
  enum Pace {
    PAGE_FAST(0.02, Duration.ofHours(1), Duration.ofMinutes(5)),
    PAGE(0.05, Duration.ofHours(6), Duration.ofMinutes(30)),
    TICKET(0.10, Duration.ofDays(1), Duration.ofHours(2)),
    TICKET_SLOW(0.10, Duration.ofDays(3), Duration.ofHours(6));

    final double share;
    final Duration longer;
    final Duration shorter;

    Pace(double share, Duration longer, Duration shorter) {
      this.share = share;
      this.longer = longer;
      this.shorter = shorter;
    }

    /** The long window in words. */
    String over() {
      return Say.span(longer.toMillis() / 1000.0);
    }

    /** The short one likewise. */
    String under() {
      return Say.span(shorter.toMillis() / 1000.0);
    }

    /** The rate that spends the share of the budget of such a period in the long window. */
    double factor(Duration period) {
      return share * period.toMillis() / longer.toMillis();
    }
  }

  /**
   * Each pace whose long window is a small part of the period, until a moment. One that a rate
   * below 1 would pass is left out: so slowly no budget is ever spent.
   */
  static List<Burn> of(Objective objective, Weights weights, Duration period, Instant end) {
    return List.of(Pace.values()).stream()
        .filter(pace -> pace.longer.multipliedBy(4).compareTo(period) <= 0)
        .filter(pace -> pace.factor(period) >= 1)
        .map(pace -> of(objective, weights, pace, pace.factor(period), end))
        .toList();
  }

  private static Burn of(
      Objective objective, Weights weights, Pace pace, double factor, Instant end) {
    double budget = objective.budget();
    return new Burn(
        pace,
        factor,
        factor * budget < 1,
        rate(weights.between(end.minus(pace.longer), end), budget),
        rate(weights.between(end.minus(pace.shorter), end), budget));
  }

  static @Nullable Double rate(Weights.Sum sum, double budget) {
    return sum.total() == 0 ? null : sum.bad() / sum.total() / budget;
  }

  /** Strictly above in both windows. */
  boolean isTooFast() {
    return over != null && under != null && over > factor && under > factor;
  }
}
