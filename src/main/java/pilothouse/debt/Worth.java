package pilothouse.debt;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilothouse.debt.interest.BreakEven;
import pilothouse.debt.interest.Incidents;
import pilothouse.debt.interest.Interest;
import pilothouse.debt.interest.Range;

/**
 * What an item costs while it is there: measured where enough changes touched it, else as somebody
 * estimated, else as few changes say; and what its incidents cost. What is measured are hours that
 * passed; here they become hours of work, as all others are.
 *
 * @param interest hours a week; null where nothing was measured and nobody estimated
 * @param measured whether at least ten changes to its places tell it
 * @param cases how many changes it stands on; 0 where somebody estimated it
 * @param parts hours a week by its touches and by its incidents
 * @param principal hours to mend it; null where nobody estimated
 * @param rate what an hour costs; empty where nobody said
 * @param found what was measured; null where nothing was
 * @param share with how much of what was measured it counts in sums, as other items have the same
 *     changes
 */
record Worth(
    @Nullable Hours interest,
    boolean measured,
    int cases,
    pilothouse.debt.interest.Worth parts,
    @Nullable Hours principal,
    Optional<Rate> rate,
    @Nullable Interest found,
    double share) {
  private static final double WEEK = 7 * 24 * 3600.0;

  /**
   * At some moment.
   *
   * @param said hours a week, as somebody estimated until then
   * @param found as it was measured until then
   */
  static Worth of(
      Item item, @Nullable Hours said, Rates rates, @Nullable Interest found, Instant now) {
    Words words = item.words();
    boolean isMeasured = found != null && !found.isEstimate();
    boolean isFound = found != null && found.hours() != null && (isMeasured || said == null);
    Range passed = isFound && found != null ? found.hours() : null;
    Range touching =
        passed == null ? said == null ? null : said.range() : passed.times(rates.rules().worked());
    Incidents incidents = incidents(item, rates.rules(), now);
    var worth = pilothouse.debt.interest.Worth.of(touching, incidents, null);
    // That nothing failed yet does not say that it costs nothing.
    boolean isUnknown = touching == null && incidents.count() == 0;
    return new Worth(
        isUnknown ? null : Hours.of(worth.knownHours()),
        isMeasured && isFound,
        isFound && found != null ? found.n() : 0,
        worth,
        words.principal(),
        rates.of(words.place()),
        found,
        1);
  }

  /** The same, counting with a share of what was measured. */
  Worth sharing(double share) {
    return new Worth(interest, measured, cases, parts, principal, rate, found, share);
  }

  /** What it counts with in a sum; null where nobody knows. */
  @Nullable Hours counted() {
    return interest == null || share == 1 ? interest : Hours.of(parts.sharing(share).knownHours());
  }

  /** Hours a week of it by incidents; null where nobody said what one costs. */
  @Nullable Hours failing() {
    return Hours.of(parts.failing());
  }

  /** Those of half a year, and what one of them costs. */
  private static Incidents incidents(Item item, Rules rules, Instant now) {
    Instant from = now.minus(Measuring.DAYS, ChronoUnit.DAYS);
    int count =
        (int)
            item.incidents().stream()
                .filter(turn -> !turn.at().isBefore(from) && !turn.at().isAfter(now))
                .count();
    Range cost = count == 0 ? null : rules.incident(item.place()).map(Range::of).orElse(null);
    return new Incidents(count, Measuring.DAYS / 7.0, cost, null);
  }

  /** {@code measured}, {@code estimate} or {@code unknown}. */
  String basis() {
    return interest == null ? "unknown" : measured ? "measured" : "estimate";
  }

  BreakEven paying() {
    Hours cost = interest;
    Hours price = principal;
    return BreakEven.of(price == null ? null : price.range(), cost == null ? null : cost.range());
  }

  /** After how many weeks mending it has paid for itself; null where it never does, or unknown. */
  @Nullable Hours breakEven() {
    return Hours.of(paying().weeks());
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
