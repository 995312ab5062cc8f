package pilothouse.debt.interest;

import org.jspecify.annotations.Nullable;

/**
 * What an item costs a week: touches × extra hours × rate + expected incidents × loss. What is not
 * known is null, and so is a sum with it in; never 0.
 *
 * @param touching by its touches, in hours
 * @param failing by incidents tied to it, in hours
 * @param touchingMoney the same in money; null without a rate
 * @param failingMoney the same in money
 */
public record Worth(
    @Nullable Range touching,
    @Nullable Range failing,
    @Nullable Range touchingMoney,
    @Nullable Range failingMoney) {

  /**
   * What it costs.
   *
   * @param touching hours a week by its touches, measured or estimated by a person; null: unknown
   * @param rate money for an hour; null where none is set
   */
  public static Worth of(@Nullable Range touching, Incidents incidents, @Nullable Range rate) {
    Range often = incidents.perWeek();
    Range hours = incidents.hours();
    Range money = incidents.money();
    Range inHours = hours == null && money != null ? over(money, rate) : hours;
    Range inMoney = money == null ? times(hours, rate) : money;
    boolean never = incidents.count() == 0 && hours == null && money == null;
    Range nothing = never ? Range.of(0) : null;
    return new Worth(
        touching,
        never ? nothing : times(inHours, often),
        times(touching, rate),
        never ? nothing : times(inMoney, often));
  }

  private static @Nullable Range times(@Nullable Range one, @Nullable Range other) {
    return one == null || other == null ? null : one.times(other);
  }

  private static @Nullable Range over(@Nullable Range one, @Nullable Range other) {
    return one == null || other == null || !(other.least() > 0) ? null : one.over(other);
  }

  private static @Nullable Range plus(@Nullable Range one, @Nullable Range other) {
    return one == null || other == null ? null : one.plus(other);
  }

  /** With so much of what it costs by its touches; incidents are its own. */
  public Worth sharing(double share) {
    return share == 1
        ? this
        : new Worth(
            touching == null ? null : touching.times(share),
            failing,
            touchingMoney == null ? null : touchingMoney.times(share),
            failingMoney);
  }

  /** Hours a week; null where a part is unknown. */
  public @Nullable Range hours() {
    return plus(touching, failing);
  }

  /** Money a week: the cost of its delay; null where a part is unknown. */
  public @Nullable Range money() {
    return plus(touchingMoney, failingMoney);
  }

  /** Hours a week by the parts that are known; null where none is. */
  public @Nullable Range knownHours() {
    return touching == null ? failing : failing == null ? touching : hours();
  }

  /** Whether a part of its hours is not known, so that the known ones are the least. */
  public boolean isPartly() {
    return touching == null || failing == null;
  }
}
